// The effects `silence` and `unsilence`: STOP takes back what is still to be said; START needs nothing beyond the mailbox's own flag.
import type { Statement } from '../store/postgres.ts';
import type { RecordEffect } from './records.ts';

// The confirmation of this very turn has the newest number and stays.
const dropUnsaid: Statement = {
  name: 'drop-unsaid',
  text: `
    delete from outbox o using (select unnest($1::uuid[]) as user_id) v
    where o.user_id = v.user_id and o.kind = 'say' and o.seq < (select m.turn from mailboxes m where m.user_id = v.user_id)`,
};

/** Drops what has not been said yet to learners who said STOP. The mailbox's `stopped` flag is part of the turn itself. */
export const silence: RecordEffect = async (run, asked) => {
  await run(dropUnsaid, [[...new Set(asked.map((a) => a.userId))]]);
};

/** Nothing to write: the mailbox's `stopped` flag is part of the turn itself. */
export const unsilence: RecordEffect = async () => {};
