// How many messages a learner was sent on a date of theirs, counted from the conversation log, which only what WhatsApp took is in.
import { addDays, firstInstant, localDate } from '../learners/calendar.ts';
import { pagesOf } from '../store/pages.ts';
import type { Statement, Store, Transaction } from '../store/postgres.ts';

const countMessages: Statement = {
  name: 'count-messages',
  text: `
    insert into daily_stats as d (user_id, date, messages_sent)
    select v.user_id, v.date, n.sent from unnest($1::uuid[], $2::date[], $3::timestamptz[], $4::timestamptz[]) as v(user_id, date, from_at, until_at)
    cross join lateral (
      select count(*)::int as sent from conversation_logs l
      where l.user_id = v.user_id and l.created_at >= v.from_at and l.created_at < v.until_at and l.role = 'assistant'
    ) n where n.sent > 0
    on conflict (user_id, date) do update set messages_sent = excluded.messages_sent where d.messages_sent is distinct from excluded.messages_sent`,
};

/** Sets `messages_sent` of each learner's local date. One date per learner. */
export async function keepMessageCounts(run: Transaction['run'], days: readonly { userId: string; zone: string; date: string }[]): Promise<void> {
  const whole = days.flatMap(({ userId, zone, date }) => {
    const [from, until] = [firstInstant(zone, date), firstInstant(zone, addDays(date, 1))];
    return from === null || until === null ? [] : [{ userId, date, from, until }];
  });
  if (whole.length > 0) await run(countMessages, [whole.map((d) => d.userId), whole.map((d) => d.date), whole.map((d) => d.from), whole.map((d) => d.until)]);
}

const nextLearners: Statement = {
  name: 'message-count-learners',
  text: 'select id as user_id, timezone as zone from users where id > $1::uuid order by id limit $2',
};

/**
 * Counts yesterday's messages to all learners, by each one's own calendar, so many in a transaction. Safe to repeat.
 * @param at ISO 8601
 * @returns how many learners there are
 */
export async function recountMessages(store: Store, at: string, learnersAtOnce = 500): Promise<number> {
  let counted = 0;
  for await (const learners of pagesOf<{ user_id: string; zone: string | null }>(store, nextLearners, learnersAtOnce)) {
    await store.transaction(({ run }) => keepMessageCounts(run, learners.map(({ user_id: userId, zone }) => ({ userId, ...yesterday(zone, at) }))));
    counted += learners.length;
  }
  return counted;
}

// One learner's unknown zone must not keep the others of the batch from being counted.
function yesterday(zone: string | null, at: string): { zone: string; date: string } {
  try {
    return { zone: zone ?? 'UTC', date: addDays(localDate(zone ?? 'UTC', at), -1) };
  } catch {
    return { zone: 'UTC', date: addDays(localDate('UTC', at), -1) };
  }
}
