// Who may hear from us though they have not written for a day: as many as Meta lets us, none who refused, and only by an approved template.
import { templateLanguages } from '../../machines/templates.ts';
import { interfaceLanguages } from '../../machines/vocabulary.ts';
import { windowMs } from '../channels/whatsapp/limits.ts';
import type { Statement, Transaction } from '../store/postgres.ts';

type Run = Transaction['run'];
const dayMs = 24 * 3_600_000;

/** The template of a reminder. */
const reminderTemplate = 'lesson_reminder';

/** Until when free words reach a learner who last wrote then, ms since the epoch. */
export function windowOf(lastMessageAt: Date | null): number {
  return lastMessageAt === null ? 0 : lastMessageAt.getTime() + windowMs;
}

// One scheduler at a time counts what is left of the limit; held until the transaction ends.
const lock: Statement = { name: 'lock-reach', text: `select pg_advisory_xact_lock(hashtext('charla:reach'))` };

const readUse: Statement = {
  name: 'read-reach',
  text: `
    select count(distinct user_id)::int as used, coalesce(array_agg(distinct user_id::text) filter (where user_id = any($2::uuid[])), '{}') as again
    from template_posts where posted_at > $1`,
};

const readLanguages: Statement = { name: 'read-languages', text: 'select user_id, native_language as language from user_settings where user_id = any($1::uuid[])' };

// What WhatsApp told of them since they last wrote: they want no such messages, or none arrive.
const readRefusals: Statement = {
  name: 'read-refusals',
  text: `
    select v.id from unnest($1::uuid[]) as v(id)
    where (select f.data->>'value' from facts f where f.user_id = v.id and f.type = 'whatsapp.preference' order by f.at desc limit 1) = 'stop'
      or exists (select from delivery_failures d where d.user_id = v.id and d.action in ('opted-out', 'mark-unreachable')
        and d.failed_at > coalesce((select m.last_message_at from mailboxes m where m.user_id = v.id), '-infinity'))`,
};

const note: Statement = { name: 'note-template-posts', text: 'insert into template_posts (user_id, posted_at, name, language) select v.id, $2, $3, v.language from unnest($1::uuid[], $4::varchar[]) as v(id, language)' };

/**
 * Gives each of these learners, in order, the template that may reach them, and notes it in the same transaction; null for
 * who refused, whose language has no approved template, and who comes after the limit of `reach` different people in 24 hours.
 */
export async function templateFor(
  run: Run, learners: readonly string[], { at, reach, approved }: { at: number; reach: number; approved: ReadonlySet<string> },
): Promise<(userId: string) => { name: string; language: string } | null> {
  const own = new Map((await run<{ user_id: string; language: string | null }>(readLanguages, [learners])).map((row) => [row.user_id, row.language]));
  const languageOf = new Map(learners.map((userId) => [userId, templateLanguages[interfaceLanguages.find((known) => known === own.get(userId)) ?? 'en']]));
  const spoken = learners.filter((userId) => approved.has(`${reminderTemplate}/${languageOf.get(userId)}`));
  if (spoken.length === 0) return () => null;
  await run(lock, []);
  const refused = new Set((await run<{ id: string }>(readRefusals, [spoken])).map(({ id }) => id));
  const [use] = await run<{ used: number; again: string[] }>(readUse, [new Date(at - dayMs).toISOString(), spoken]);
  const again = new Set(use!.again);
  let left = reach - use!.used;
  const reached = new Set<string>();
  for (const userId of new Set(spoken)) if (!refused.has(userId) && (again.has(userId) || left-- > 0)) reached.add(userId);
  if (reached.size > 0) await run(note, [[...reached], new Date(at).toISOString(), reminderTemplate, [...reached].map((id) => languageOf.get(id))]);
  return (userId) => (reached.has(userId) ? { name: reminderTemplate, language: languageOf.get(userId)! } : null);
}
