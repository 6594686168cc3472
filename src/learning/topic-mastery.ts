// Mastery of learners' topics from their cards: worked out on reading, at the end of a lesson and by night, always by the same function.
import type { Statement, Store, Transaction } from '../store/postgres.ts';
import { mastery } from './mastery.ts';
import type { ReviewCard } from './review.ts';

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
  stability: number;
  difficulty: number;
  state: ReviewCard['state'];
  due: Date;
  reviewed_at: Date;
  asked_at: Date;
}

// Only cards with a memory: what was skipped or could not be settled says nothing. The learner's present pair of languages counts.
const readCards: Statement = {
  name: 'mastery-cards',
  text: `
    with cards as (
      select c.user_id, e.topic_id, e.source_lang, e.target_lang, c.stability, c.difficulty, c.state, c.due, c.reviewed_at, c.asked_at
      from user_settings s
      join review_cards c on c.user_id = s.user_id and c.stability is not null
      join exercises e on e.id = c.exercise_id and e.source_lang = s.native_language and e.target_lang = s.target_language
      where s.user_id = any($1::uuid[])
    ), totals as (
      select topic_id, source_lang, target_lang, count(*)::int as exercises from exercises
      where (source_lang, target_lang) in (select source_lang, target_lang from cards) group by 1, 2, 3
    )
    select user_id, topic_id, exercises, stability, difficulty, state, due, reviewed_at, asked_at
    from cards join totals using (topic_id, source_lang, target_lang) order by user_id, topic_id, reviewed_at, due, stability`,
};

/** The mastery of every topic that these learners have begun. @param at ISO 8601 */
export async function readMastery(run: Transaction['run'], userIds: readonly string[], at: string): Promise<TopicMastery[]> {
  const topics = new Map<string, { userId: string; topicId: string; exercises: number; practisedAt: number; cards: ReviewCard[] }>();
  for (const row of await run<Row>(readCards, [userIds])) {
    const key = `${row.user_id} ${row.topic_id}`;
    const topic = topics.get(key) ?? { userId: row.user_id, topicId: row.topic_id, exercises: row.exercises, practisedAt: 0, cards: [] };
    topic.practisedAt = Math.max(topic.practisedAt, row.asked_at.getTime());
    topic.cards.push({ stability: row.stability, difficulty: row.difficulty, state: row.state, due: row.due.toISOString(), reviewedAt: row.reviewed_at.toISOString(), step: 0, reps: 1, lapses: 0 });
    topics.set(key, topic);
  }
  return [...topics.values()].map(({ userId, topicId, exercises, practisedAt, cards }) => ({ userId, topicId, practisedAt, score: mastery(cards, exercises, at) }));
}

const keepMastery: Statement = {
  name: 'keep-mastery',
  text: `
    insert into user_mastery as m (user_id, topic_id, mastery_score, last_practiced_at)
    select * from unnest($1::uuid[], $2::uuid[], $3::float8[], $4::timestamptz[])
    on conflict (user_id, topic_id) do update set mastery_score = excluded.mastery_score, last_practiced_at = excluded.last_practiced_at
    where (m.mastery_score, m.last_practiced_at) is distinct from (excluded.mastery_score, excluded.last_practiced_at)`,
};

/** Writes `user_mastery` of these learners as it is at an instant, ISO 8601. */
export async function keepMasteryOf(run: Transaction['run'], userIds: readonly string[], at: string): Promise<number> {
  const topics = await readMastery(run, userIds, at);
  if (topics.length > 0) await run(keepMastery, [topics.map((t) => t.userId), topics.map((t) => t.topicId), topics.map((t) => t.score), topics.map((t) => new Date(t.practisedAt).toISOString())]);
  return topics.length;
}

const nextLearners: Statement = {
  name: 'mastery-learners',
  text: 'select user_id from user_settings where user_id > $1::uuid order by user_id limit $2',
};

const first = '00000000-0000-0000-0000-000000000000';

/**
 * One batch of the nightly job: writes the mastery of the next learners after `after`, in the order of their ids.
 * Call it again with the `last` it gives until that is null. Safe to repeat.
 * @param at ISO 8601
 */
export async function recomputeMastery(store: Store, { after = first, limit = 200, at }: { after?: string; limit?: number; at: string }): Promise<{ learners: number; topics: number; last: string | null }> {
  const ids = (await store.run<{ user_id: string }>(nextLearners, [after, limit])).map((row) => row.user_id);
  const topics = await store.transaction(({ run }) => keepMasteryOf(run, ids, at));
  return { learners: ids.length, topics, last: ids.length < limit ? null : ids.at(-1)! };
}
