// The job `keep-retention`: takes away what is no longer to be kept, above all what anybody wrote.
import { forgetWords } from '../src/mailbox/forget-words.ts';
import { beforeAllIds, inRounds } from '../src/store/pages.ts';
import type { Statement, Store } from '../src/store/postgres.ts';
import type { Job } from './job.ts';

const dayMs = 86_400_000;
/** A letter's key recognises a second delivery: Meta delivers for seven days. */
export const leastDays = 8;
const batch = 5_000;

// Each takes at most `batch` rows older than $1, so that no lock is held for long. Letters that nobody has taken stay.
const sweeps: Readonly<Record<string, Statement>> = {
  'what was said': {
    name: 'retain-conversation-logs',
    // In the order in which they were written, which is by age, so that no index is needed and the first young one ends it.
    text: `
      with first as (select id, created_at from conversation_logs order by id limit ${batch})
      delete from conversation_logs where id in (select id from first where created_at < $1)`,
  },
  letters: {
    name: 'retain-letters',
    text: `
      delete from letters d using (
        select l.user_id, l.lane, l.n from letters l left join mailboxes m using (user_id)
        where l.posted_at < $1 and (m.user_id is null or l.n <= case l.lane when 0 then m.mail_taken else m.urgent_taken end) limit ${batch}
      ) old where d.user_id = old.user_id and d.lane = old.lane and d.n = old.n`,
  },
  'dead letters': {
    name: 'retain-dead-letters',
    text: `delete from dead_letters d using (select user_id, lane, n from dead_letters where died_at < $1 limit ${batch}) old where d.user_id = old.user_id and d.lane = old.lane and d.n = old.n`,
  },
  'reported answers': {
    name: 'retain-answer-reports',
    text: `delete from answer_reports where id in (select id from answer_reports where reported_at < $1 order by id limit ${batch})`,
  },
  'corrections in scenes': {
    name: 'retain-scene-runs',
    text: `update scene_runs set corrections = '[]' where id in (select id from scene_runs where ended_at < $1 and corrections <> '[]' limit ${batch})`,
  },
  'effects that never left': {
    name: 'retain-outbox',
    text: `delete from outbox o using (select user_id, seq, i from outbox where created_at < $1 limit ${batch}) old where o.user_id = old.user_id and o.seq = old.seq and o.i = old.i`,
  },
  'failed sends': {
    name: 'retain-delivery-failures',
    text: `delete from delivery_failures where id in (select id from delivery_failures where failed_at < $1 limit ${batch})`,
  },
  'template posts': {
    name: 'retain-template-posts',
    text: `delete from template_posts where id in (select id from template_posts where posted_at < $1 limit ${batch})`,
  },
};

// Learner by learner, for which there is an index. That something was tried, and how it went, stays.
const forgetAttempts: Statement = {
  name: 'retain-attempts',
  text: `
    with batch as (select id from users where id > $2 order by id limit $3),
    old as (
      update user_exercise_history h set user_input = null from batch
      where h.user_id = batch.id and h.created_at < $1 and h.user_input is not null returning 1)
    select (array_agg(id order by id desc))[1] as last, count(*)::int as learners, (select count(*) from old)::int as forgot from batch`,
};
const learnersAtOnce = 500;

async function forgetAnswers(store: Store, before: string): Promise<number> {
  let forgot = 0;
  for (let after: string | null = beforeAllIds; after !== null;) {
    const [done]: { last: string | null; learners: number; forgot: number }[] = await store.run(forgetAttempts, [before, after, learnersAtOnce]);
    forgot += done!.forgot;
    after = done!.learners < learnersAtOnce ? null : done!.last;
  }
  return forgot;
}

/** Takes away what is older than so many days, a batch at a time. Facts stay: they hold nobody's words. @returns how much, by what it was */
export async function retain(store: Store, days: number, now: number): Promise<Record<string, number>> {
  const before = new Date(now - Math.max(days, leastDays) * dayMs).toISOString();
  const gone: Record<string, number> = {};
  for (const [what, statement] of Object.entries(sweeps)) {
    gone[what] = await inRounds(batch, async () => (await store.run(counted(statement), [before])).length);
  }
  gone['words of attempts'] = await forgetAnswers(store, before);
  gone['words in sessions'] = await forgetWords(store, before);
  return gone;
}

const counted = ({ name, text }: Statement): Statement => ({ name, text: `${text} returning 1` });

export const keepRetentionJob: Job = {
  name: 'keep-retention',
  cron: '20 3 * * *',
  about: 'takes away whatever learners wrote, wherever it is kept, when it is older than RETENTION_DAYS',
  async run({ store, now, retentionDays }) {
    return Object.entries(await retain(store, retentionDays, now())).map(([what, n]) => `${n} ${what}`).join(', ');
  },
};
