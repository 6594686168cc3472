// The effect `callHuman`: notes that a learner asked for a person.
import type { Statement } from '../store/postgres.ts';
import type { RecordEffect } from './records.ts';

const insertRequests: Statement = {
  name: 'insert-human-requests',
  text: `
    insert into human_requests (user_id, reason, asked_at)
    select v.user_id, v.reason, v.at from unnest($1::uuid[], $2::varchar[], $3::timestamptz[]) as v(user_id, reason, at)
    where not exists (select from human_requests h where h.user_id = v.user_id and h.reason = v.reason and h.released_at is null)`,
};

/** `params.reason`: asked, export, erase, age or crisis. Opens a request unless one for the same reason is open. */
export const callHuman: RecordEffect = async (run, asked) => {
  await run(insertRequests, [asked.map((a) => a.userId), asked.map((a) => String(a.params.reason ?? 'asked')), asked.map((a) => new Date(a.at).toISOString())]);
};
