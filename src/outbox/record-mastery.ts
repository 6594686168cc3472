// The effect `recordMastery`: after a lesson, how well its learner masters each of their topics.
import { keepMasteryOf } from '../learning/topic-mastery.ts';
import type { RecordEffect } from './records.ts';

/** Writes `user_mastery` from the cards, which the same turn has written before. */
export const recordMastery: RecordEffect = async (run, asked) => {
  const latest = Math.max(...asked.map(({ at }) => at));
  await keepMasteryOf(run, [...new Set(asked.map(({ userId }) => userId))], new Date(latest).toISOString());
};
