// Which templates Meta has approved: kept in a table, since Meta may pause one at any time.
import { templateLanguages, templates } from '../../machines/templates.ts';
import type { Statement, Store, Transaction } from '../store/postgres.ts';

export type TemplateState = 'pending' | 'approved' | 'paused' | 'disabled' | 'rejected';

/** Meta's code for a template that was paused too often: it never comes back by itself. */
const disabledCode = 132016;

/** How many gaps a template's body has. */
export function gapsOf(body: string): number {
  return new Set(body.match(/\{\{\d+\}\}/g)).size;
}

const add: Statement = {
  name: 'add-templates',
  text: `
    insert into templates (name, language, parameters) select * from unnest($1::varchar[], $2::varchar[], $3::smallint[])
    on conflict (name, language) do update set parameters = excluded.parameters where templates.parameters <> excluded.parameters`,
};
const approved: Statement = { name: 'approved-templates', text: `select name, language, parameters from templates where state = 'approved'` };
// What Meta said last holds, in whatever order it arrives.
const set: Statement = {
  name: 'set-template-state',
  text: `
    update templates set state = $3, changed_at = coalesce($4::timestamptz, now())
    where name = $1 and language = $2 and state <> $3 and ($4::timestamptz is null or changed_at <= $4::timestamptz)`,
};

// What was posted before the state changed last says nothing against the template as it is now.
const pause: Statement = {
  name: 'pause-refused-templates',
  text: `
    with refused as (
      select p.name, p.language, bool_or(v.code = ${disabledCode}) as disabled, max(p.posted_at) as posted_at
      from unnest($1::uuid[], $2::int[]) as v(user_id, code)
      cross join lateral (select name, language, posted_at from template_posts where user_id = v.user_id order by posted_at desc limit 1) p
      group by p.name, p.language)
    update templates t set state = case when r.disabled then 'disabled' else 'paused' end, changed_at = now()
    from refused r where t.name = r.name and t.language = r.language and t.state = 'approved' and t.changed_at <= r.posted_at
    returning t.name, t.language`,
};

/** Writes down every template that the flows know, as pending; the state of one that is there already stays. */
export async function listTemplates(store: Store): Promise<void> {
  const all = Object.entries(templates).flatMap(([name, { body }]) => Object.entries(body).map(([language, text]) => ({ name, language: templateLanguages[language as keyof typeof body], gaps: gapsOf(text) })));
  await store.run(add, [all.map((t) => t.name), all.map((t) => t.language), all.map((t) => t.gaps)]);
}

/** The templates that may be sent, as `name/language`; one that has another number of gaps here than Meta approved is left out. */
export async function approvedTemplates(run: Transaction['run']): Promise<Set<string>> {
  const rows = await run<{ name: string; language: string; parameters: number }>(approved, []);
  return new Set(rows.filter((row) => Object.values(templates[row.name]?.body ?? {}).some((body) => gapsOf(body) === row.parameters)).map(({ name, language }) => `${name}/${language}`));
}

/** Takes every template as approved: for the simulator, where nobody judges them. */
export async function approveTemplates(store: Store): Promise<void> {
  await listTemplates(store);
  for (const [name, { body }] of Object.entries(templates)) {
    for (const language of Object.keys(body)) await setTemplateState(store, name, templateLanguages[language as keyof typeof body], 'approved');
  }
}

/** Notes what Meta, or an operator, made of a template. @param at when it was said, ms since the epoch; null for now */
export async function setTemplateState(store: Store, name: string, language: string, state: TemplateState, at: number | null = null): Promise<void> {
  await store.run(set, [name, language, state, at === null ? null : new Date(at).toISOString()]);
}

/**
 * Takes the templates out of use that WhatsApp refused to send to these learners, so that the next reminders do not fail as
 * well; who can be reached by no other way hears nothing until it is approved again.
 * @param refused whom a template did not reach, and Meta's code @returns those that were taken out of use, as `name/language`
 */
export async function pauseRefused(store: Pick<Store, 'run'>, refused: readonly { userId: string; code: number | null }[]): Promise<string[]> {
  if (refused.length === 0) return [];
  return (await store.run<{ name: string; language: string }>(pause, [refused.map((r) => r.userId), refused.map((r) => r.code)])).map(({ name, language }) => `${name}/${language}`);
}
