// The effects `silence` and `unsilence`: STOP takes back what is still to be said; START needs nothing beyond the mailbox's own flag.
import type { Statement } from '../store/postgres.ts';
import type { RecordEffect } from './records.ts';

// The confirmation of this very turn has the newest number and stays.
const dropUnsaid: Statement = {
  name: 'drop-unsaid',
  text: `
    with unsaid as materialized (
      select o.user_id, o.seq, o.i from outbox o join mailboxes m using (user_id)
      where o.user_id = any($1::uuid[]) and o.kind = 'say' and o.seq < m.turn order by o.user_id, o.seq, o.i for update of o
    )
    delete from outbox o using unsaid v where o.user_id = v.user_id and o.seq = v.seq and o.i = v.i`,
};

/** Drops what has not been said yet to learners who said STOP. The mailbox's `stopped` flag is part of the turn itself. */
export const silence: RecordEffect = async (run, asked) => {
  await run(dropUnsaid, [[...new Set(asked.map((a) => a.userId))]]);
};

/** Nothing to write: the mailbox's `stopped` flag is part of the turn itself. */
export const unsilence: RecordEffect = async () => {};
