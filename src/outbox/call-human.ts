// The effect `callHuman`: notes that a learner asked for a person.
import type { Statement } from '../store/postgres.ts';
import type { RecordEffect } from './records.ts';

const insertRequests: Statement = {
  name: 'insert-human-requests',
  text: `
    insert into human_requests (user_id, asked_at)
    select v.user_id, v.at from unnest($1::uuid[], $2::timestamptz[]) as v(user_id, at)
    where not exists (select from human_requests h where h.user_id = v.user_id and h.released_at is null)`,
};

/** Opens a request unless one is open. */
export const callHuman: RecordEffect = async (run, asked) => {
  await run(insertRequests, [asked.map((a) => a.userId), asked.map((a) => new Date(a.at).toISOString())]);
};
