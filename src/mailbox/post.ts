// Puts letters on disk, many at a time, before anybody is told that they arrived.
import type { Store, Statement, Transaction } from '../store/postgres.ts';
import { companyMs } from './company.ts';
import { shardOf, type Posted } from './letter.ts';

// The longest that messages which may belong together wait for each other, and a little.
const longestMergeSeconds = 4;

// Locks mailboxes in user_id order, as the commit of a turn does. The mailbox row is locked before its letters get their
// numbers, so a lower number can never become visible after a higher one. A letter that two processes post at the same
// instant may leave a gap in the numbers; readers skip gaps. Mail that may wait is looked at later; mail that comes after it
// may not wait with it. A look that is further away than a merge window was put off for such mail.
const insertLetters: Statement = {
  name: 'post-letters',
  text: `
    with fresh as (
      select v.*, row_number() over (partition by user_id, lane order by ord) as k
      from unnest($1::uuid[], $2::smallint[], $3::text[], $4::text[], $5::int[]) with ordinality as v(user_id, lane, key, body, delay, ord)
      where not exists (select from letters l where l.user_id = v.user_id and l.key = v.key offset 0)
    ), box as (
      insert into mailboxes as m (user_id, mail_posted, urgent_posted, ready_at, last_message_at)
      select user_id, count(*) filter (where lane = 0), count(*) filter (where lane = 1), now() + min(delay) * interval '1 millisecond', case when bool_or(body like '{"kind":"message"%') then now() end
      from fresh group by user_id order by user_id
      on conflict (user_id) do update set
        mail_posted = m.mail_posted + excluded.mail_posted,
        urgent_posted = m.urgent_posted + excluded.urgent_posted,
        ready_at = case
          when excluded.urgent_posted > 0 then now()
          when (m.mail_posted > m.mail_taken or m.urgent_posted > m.urgent_taken) and m.ready_at <= now() + interval '${longestMergeSeconds} seconds' then m.ready_at
          else least(excluded.ready_at, case when m.mail_posted > m.mail_taken or m.urgent_posted > m.urgent_taken then m.ready_at end)
        end,
        last_message_at = coalesce(excluded.last_message_at, m.last_message_at)
      returning user_id, array[mail_posted, urgent_posted] as posted
    )
    insert into letters (user_id, lane, n, key, body)
    select f.user_id, f.lane, b.posted[f.lane + 1] - count(*) over (partition by f.user_id, f.lane) + f.k, f.key, f.body
    from fresh f join box b using (user_id)
    on conflict (user_id, key) do nothing`,
};

const largestBatch = 400;
const longestWaitMs = 4;

interface Waiting {
  letters: readonly Posted[];
  resolve(): void;
  reject(error: unknown): void;
}

export interface PostOptions {
  store: Store;
  /** Told which shards have new mail, after it is on disk. */
  wake(shards: readonly number[]): void;
}

export interface Post {
  /** Resolves when every letter is on disk (or was already); rejects when the database could not be reached. */
  (letters: readonly Posted[]): Promise<void>;
  /** Resolves when nothing is being written any more. */
  idle(): Promise<void>;
}

/** Makes the function that posts letters; calls made at about the same time share one insert. */
export function createPost({ store, wake }: PostOptions): Post {
  let waiting: Waiting[] = [];
  // One batch at a time: side by side, a learner's later letter could be numbered first.
  let writing = false;
  let timer: NodeJS.Timeout | undefined;
  let idlers: (() => void)[] = [];
  let lastSize = 0;

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0 || writing) return;
    let size = 0;
    let taken = 0;
    while (taken < waiting.length && (taken === 0 || size + waiting[taken]!.letters.length <= largestBatch)) size += waiting[taken++]!.letters.length;
    const batch = waiting.slice(0, taken);
    waiting = waiting.slice(taken);
    writing = true;
    lastSize = size;
    storeLetters(store, batch.flatMap((w) => w.letters))
      .then((woken) => {
        for (const w of batch) w.resolve();
        wake(woken);
      }, (error) => {
        for (const w of batch) w.reject(error);
      })
      .finally(() => {
        writing = false;
        flush();
        if (!writing && waiting.length === 0) idlers = (idlers.forEach((done) => done()), []);
      });
  };

  const post = (letters: readonly Posted[]) =>
    new Promise<void>((resolve, reject) => {
      if (letters.length === 0) return resolve();
      waiting.push({ letters, resolve, reject });
      if (waiting.length >= largestBatch) flush();
      else if (!writing) timer ??= setTimeout(flush, Math.max(1, companyMs(lastSize, longestWaitMs)));
    });
  return Object.assign(post, {
    idle: () => (!writing && waiting.length === 0 ? Promise.resolve() : new Promise<void>((done) => idlers.push(done))),
  });
}

/** Writes letters, a key that is known already being left out. Resolves with the shards that have new mail. */
export async function storeLetters(store: Store, letters: readonly Posted[]): Promise<number[]> {
  const columns = columnsOf(letters);
  await retryDeadlock(() => store.run(insertLetters, columns));
  return [...new Set(letters.map(({ userId }) => shardOf(userId)))];
}

function columnsOf(letters: readonly Posted[]): unknown[][] {
  const columns = [[], [], [], [], []] as unknown[][];
  const seen = new Set<string>();
  for (const { userId, lane, key, mail, delayMs = 0 } of letters) {
    if (seen.has(userId + key)) continue;
    seen.add(userId + key);
    [userId, lane, key, JSON.stringify(mail), delayMs].forEach((value, i) => columns[i]!.push(value));
  }
  return columns;
}

/** Posts letters as a part of somebody's transaction. Who calls holds the locks of these mailboxes already, or could deadlock; nobody is woken: the sweep finds the mail. */
export async function postWithin(run: Transaction['run'], letters: readonly Posted[]): Promise<void> {
  if (letters.length > 0) await run(insertLetters, columnsOf(letters));
}

// Two batches that meet on new mailboxes may still deadlock on the unique index; PostgreSQL picks a victim, which may try again.
async function retryDeadlock<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if ((error as { code?: string }).code !== '40P01' || attempt === 5) throw error;
    }
  }
}
