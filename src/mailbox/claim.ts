// Takes a batch of waiting mailboxes by lease: whoever holds the newest epoch may commit, nobody else.
import type { Store, Statement } from '../store/postgres.ts';
import type { Mail } from './letter.ts';

/** How long a worker has a mailbox or an effect to itself, seconds: after that a dead one's are taken over. */
export const leaseSeconds = 5;
const lettersAtOnce = 20;

export interface ClaimedLetter {
  lane: 0 | 1;
  n: number;
  mail: Mail;
  /** ms since the epoch */
  postedAt: number;
}

/** A mailbox in hand. Letters are in lane order; a lane's `taken` counter says up to which letter it has been handled. */
export interface Claimed {
  userId: string;
  epoch: number;
  /** How many steps the learner's session has taken. */
  turn: number;
  taken: [mail: number, urgent: number];
  /** A learner who said STOP. */
  stopped: boolean;
  lastMessageAt: number | null;
  letters: ClaimedLetter[];
}

interface Row {
  user_id: string;
  epoch: number;
  turn: number;
  stopped: boolean;
  last_message_at: Date | null;
  mail_taken: number;
  mail_posted: number;
  urgent_taken: number;
  urgent_posted: number;
  lane: 0 | 1 | null;
  n: number;
  body: string;
  posted_at: Date;
}

const claimWaiting: Statement = {
  name: 'claim-waiting',
  text: `
    with waiting as (
      select user_id from mailboxes
      where ((mail_posted > mail_taken and not held) or urgent_posted > urgent_taken) and ready_at <= now() and lease_until < now()
      order by ready_at limit $1 for update skip locked
    ), claimed as (
      update mailboxes m set epoch = m.epoch + 1, lease_until = now() + interval '${leaseSeconds} seconds'
      from waiting w where m.user_id = w.user_id
      returning m.user_id, m.epoch, m.turn, m.stopped, m.last_message_at, m.mail_taken, m.mail_posted, m.urgent_taken, m.urgent_posted
    )
    select c.*, l.lane, l.n, l.body, l.posted_at
    from claimed c left join lateral (
      (select lane, n, body, posted_at from letters where user_id = c.user_id and lane = 1 and n > c.urgent_taken and n <= c.urgent_posted order by n limit ${lettersAtOnce})
      union all
      (select lane, n, body, posted_at from letters where user_id = c.user_id and lane = 0 and n > c.mail_taken and n <= c.mail_posted order by n limit ${lettersAtOnce})
    ) l on true`,
};

// The claim reads letters as of its start, but the counters as of the lock: a letter that was committed in between is
// counted and not seen. This second look is after the lock, so what it does not see is a gap and not a letter.
const readLetters: Statement = {
  name: 'read-letters',
  text: `
    select l.user_id, l.lane, l.n, l.body, l.posted_at
    from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[]) as c(user_id, mail_taken, mail_posted, urgent_taken, urgent_posted),
    lateral (
      (select * from letters where user_id = c.user_id and lane = 1 and n > c.urgent_taken and n <= c.urgent_posted order by n limit ${lettersAtOnce})
      union all
      (select * from letters where user_id = c.user_id and lane = 0 and n > c.mail_taken and n <= c.mail_posted order by n limit ${lettersAtOnce})
    ) l`,
};

/**
 * Claims up to `limit` waiting mailboxes, oldest mail first.
 * A mailbox whose letters turn out to be gaps comes back with its counters moved past them.
 */
export async function claim(store: Store, limit: number): Promise<Claimed[]> {
  const rows = await store.run<Row>(claimWaiting, [limit]);
  const claimed = new Map<string, Claimed & { posted: [number, number] }>();
  for (const row of rows) {
    let one = claimed.get(row.user_id);
    if (!one) {
      one = {
        userId: row.user_id, epoch: row.epoch, turn: row.turn, stopped: row.stopped,
        lastMessageAt: row.last_message_at?.getTime() ?? null,
        taken: [row.mail_taken, row.urgent_taken], posted: [row.mail_posted, row.urgent_posted], letters: [],
      };
      claimed.set(row.user_id, one);
    }
    if (row.lane !== null) one.letters.push(letterOf(row));
  }
  const all = [...claimed.values()];
  const short = all.filter((one) => one.letters.length < Math.min(lettersAtOnce, one.posted[0] - one.taken[0]) + Math.min(lettersAtOnce, one.posted[1] - one.taken[1]));
  if (short.length > 0) await lookAgain(store, short);
  return all;
}

async function lookAgain(store: Store, short: (Claimed & { posted: [number, number] })[]): Promise<void> {
  const column = (of: (one: (typeof short)[number]) => unknown) => short.map(of);
  const rows = await store.run<Row>(readLetters, [
    column((c) => c.userId), column((c) => c.taken[0]), column((c) => c.posted[0]), column((c) => c.taken[1]), column((c) => c.posted[1]),
  ]);
  for (const one of short) {
    one.letters = rows.filter((row) => row.user_id === one.userId).map(letterOf);
    for (const lane of [0, 1] as const) {
      const seen = one.letters.filter((letter) => letter.lane === lane);
      if (seen.length === 0) one.taken[lane] = one.posted[lane];
    }
  }
}

const letterOf = (row: Row): ClaimedLetter => ({ lane: row.lane!, n: row.n, mail: JSON.parse(row.body) as Mail, postedAt: row.posted_at.getTime() });
