// Which templates Meta has approved: kept in a table, since Meta may pause one at any time.
import { templateLanguages, templates } from '../../machines/templates.ts';
import type { Statement, Store, Transaction } from '../store/postgres.ts';

export type TemplateState = 'pending' | 'approved' | 'paused' | 'disabled' | 'rejected';

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
const set: Statement = { name: 'set-template-state', text: 'update templates set state = $3, changed_at = now() where name = $1 and language = $2 and state <> $3' };

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

/** Notes what Meta made of a template. */
export async function setTemplateState(store: Store, name: string, language: string, state: TemplateState): Promise<void> {
  await store.run(set, [name, language, state]);
}
