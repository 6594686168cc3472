// Finds what no wake-up fetched: mail that lies waiting, timers that ran out; PostgreSQL is the truth, wake-ups are hints.
import { readSession } from '../conversation/session.ts';
import { inRounds } from '../store/pages.ts';
import type { Store, Statement } from '../store/postgres.ts';
import { timerLetter, type Posted } from './letter.ts';
import type { Post } from './post.ts';

const oldMail: Statement = {
  name: 'old-mail',
  text: `
    select ready_at from mailboxes
    where ((mail_posted > mail_taken and not held) or urgent_posted > urgent_taken) and ready_at <= now() - $1 * interval '1 millisecond' and lease_until < now()
    order by ready_at limit 1`,
};

/** Whether mail has been waiting for `ms` and nobody came. */
export async function hasOldMail(store: Store, ms: number): Promise<boolean> {
  return (await store.run(oldMail, [ms])).length > 0;
}

const dueSessions: Statement = {
  name: 'due-sessions',
  text: 'select user_id, seq, state, next_timer_at from sessions where next_timer_at <= $1 order by next_timer_at limit $2',
};

// A session that a turn is writing at this moment is left to it: two batches that wait for each other's rows would never end.
const moveTimer: Statement = {
  name: 'move-next-timer',
  text: `
    with mine as (
      select s.user_id, v.next from sessions s join unnest($1::uuid[], $2::bigint[], $3::timestamptz[]) as v(user_id, seq, next) using (user_id)
      where s.seq = v.seq for update of s skip locked
    )
    update sessions s set next_timer_at = m.next from mine m where s.user_id = m.user_id`,
};

// Its learner's next letter tells of it; it must not stop everybody's timers meanwhile.
const unreadableMs = 3_600_000;

/**
 * Posts a letter for each timer that ran out. A letter is known by its timer's generation, so two sweeps at once, or one
 * that dies half way, post it once. Takes no lock while it works: a turn that comes in between moves `seq` on, and the
 * session is looked at again in the next round.
 * @param now ms since the epoch
 * @returns how many sessions were looked at
 */
export async function sweepTimers(store: Store, post: Post, now: number, limit = 500): Promise<number> {
  const due = await store.run<{ user_id: string; seq: number; state: string }>(dueSessions, [new Date(now).toISOString(), limit]);
  if (due.length === 0) return 0;
  const letters: Posted[] = [];
  const next: (string | null)[] = [];
  for (const { user_id, state } of due) {
    const session = readSession(state);
    let earliest = session ? null : now + unreadableMs;
    for (const [id, { gen, dueAt }] of Object.entries(session?.timers ?? {})) {
      if (dueAt <= now) letters.push(timerLetter(user_id, id, gen));
      else if (earliest === null || dueAt < earliest) earliest = dueAt;
    }
    next.push(earliest === null ? null : new Date(earliest).toISOString());
  }
  await post(letters);
  await store.run(moveTimer, [due.map((d) => d.user_id), due.map((d) => d.seq), next]);
  return due.length;
}

/** A burst of timers that run out together must not wait for the next look: so many rounds of `limit` at most. */
const mostRounds = 200;

/** Sweeps until nothing more is due. @returns how many sessions were looked at */
export function sweepAllTimers(store: Store, post: Post, now: number, limit = 500): Promise<number> {
  return inRounds(limit, () => sweepTimers(store, post, now, limit), mostRounds);
}
