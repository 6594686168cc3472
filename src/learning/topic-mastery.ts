// Mastery of learners' topics from their cards: worked out on reading, at the end of a lesson and by night, always by the same function.
import { pagesOf } from '../store/pages.ts';
import type { Statement, Store, Transaction } from '../store/postgres.ts';
import { mastery } from './mastery.ts';

/** One topic of one learner. */
export interface TopicMastery {
  userId: string;
  topicId: string;
  /** 0 to 1 */
  score: number;
  /** ms since the epoch */
  practisedAt: number;
}

interface Row {
  user_id: string;
  topic_id: string;
  exercises: number;
  /** Of the cards that have a memory, in the order of their exercises; null when there are none. */
  stabilities: number[] | null;
  reviewed: number[] | null;
  asked_at: number | null;
}

// One row a topic. What was skipped or could not be settled has no memory and says nothing. The topic's exercises are
// found by languages, since the index leads with them; each learner's card by its key.
const perTopic = `
    select t.user_id, t.topic_id, x.* from topics t cross join lateral (
      select count(*)::int as exercises, array_agg(c.stability order by e.id) filter (where c.stability is not null) as stabilities,
        array_agg((extract(epoch from c.reviewed_at) * 1000)::float8 order by e.id) filter (where c.stability is not null) as reviewed,
        (extract(epoch from max(c.asked_at)) * 1000)::float8 as asked_at
      from exercises e left join review_cards c on c.user_id = t.user_id and c.exercise_id = e.id
      where e.source_lang = t.source_lang and e.target_lang = t.target_lang and e.topic_id = t.topic_id
    ) x where x.stabilities is not null`;

const topicsBegun: Statement = {
  name: 'mastery-of-all',
  text: `
    with topics as (
      select distinct s.user_id, e.topic_id, e.source_lang, e.target_lang
      from user_settings s join review_cards c on c.user_id = s.user_id
      join exercises e on e.id = c.exercise_id and e.source_lang = s.native_language and e.target_lang = s.target_language
      where s.user_id = any($1::uuid[])
    )${perTopic} order by user_id, topic_id`,
};

const topicsOfExercises: Statement = {
  name: 'mastery-of-lesson',
  text: `
    with topics as (
      select distinct v.user_id, e.topic_id, e.source_lang, e.target_lang
      from unnest($1::uuid[], $2::uuid[]) as v(user_id, exercise_id) join exercises e on e.id = v.exercise_id
    )${perTopic} order by user_id, topic_id`,
};

function scored(rows: readonly Row[], at: string): TopicMastery[] {
  return rows.map(({ user_id: userId, topic_id: topicId, exercises, stabilities, reviewed, asked_at: askedAt }) => {
    const cards = (stabilities ?? []).map((stability, i) => {
      const reviewedAt = new Date(reviewed![i]!).toISOString();
      return { stability, reviewedAt };
    });
    return { userId, topicId, score: mastery(cards, exercises, at), practisedAt: askedAt ?? 0 };
  });
}

/** The mastery of every topic that these learners have begun, in their present pair of languages. @param at ISO 8601 */
export async function readMastery(run: Transaction['run'], userIds: readonly string[], at: string): Promise<TopicMastery[]> {
  return scored(await run<Row>(topicsBegun, [userIds]), at);
}

const keepMastery: Statement = {
  name: 'keep-mastery',
  text: `
    insert into user_mastery as m (user_id, topic_id, mastery_score, last_practiced_at)
    select * from unnest($1::uuid[], $2::uuid[], $3::float8[], $4::timestamptz[])
    on conflict (user_id, topic_id) do update set mastery_score = excluded.mastery_score, last_practiced_at = excluded.last_practiced_at
    where (m.mastery_score, m.last_practiced_at) is distinct from (excluded.mastery_score, excluded.last_practiced_at)`,
};

async function keep(run: Transaction['run'], topics: readonly TopicMastery[]): Promise<number> {
  if (topics.length > 0) await run(keepMastery, [topics.map((t) => t.userId), topics.map((t) => t.topicId), topics.map((t) => t.score), topics.map((t) => new Date(t.practisedAt).toISOString())]);
  return topics.length;
}

/** Writes `user_mastery` of the topics that these lessons' exercises belong to, as it is at an instant, ISO 8601. Lessons are in one pair of languages each. */
export async function keepMasteryAfter(run: Transaction['run'], lessons: readonly { userId: string; exercises: readonly string[] }[], at: string): Promise<void> {
  const pairs = lessons.flatMap(({ userId, exercises }) => exercises.map((exercise) => [userId, exercise] as const));
  if (pairs.length > 0) await keep(run, scored(await run<Row>(topicsOfExercises, [pairs.map(([userId]) => userId), pairs.map(([, exercise]) => exercise)]), at));
}

const nextLearners: Statement = {
  name: 'mastery-learners',
  text: 'select user_id from user_settings where user_id > $1::uuid order by user_id limit $2',
};

/**
 * Writes the mastery of all learners, so many in a transaction. Safe to repeat.
 * @param at ISO 8601
 * @returns how many topics were worked out
 */
export async function recomputeMastery(store: Store, at: string, learnersAtOnce = 200): Promise<number> {
  let topics = 0;
  for await (const learners of pagesOf(store, nextLearners, learnersAtOnce)) {
    topics += await store.transaction(async ({ run }) => keep(run, await readMastery(run, learners.map((row) => row.user_id), at)));
  }
  return topics;
}
