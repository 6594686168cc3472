// The effect `recordMastery`: after a lesson, how well its learner masters the topics that were in it.
import type { Context } from '../../machines/vocabulary.ts';
import { keepMasteryAfter } from '../learning/topic-mastery.ts';
import type { RecordEffect } from './records.ts';

/** Writes `user_mastery` from the cards, which the same turn has written before. */
export const recordMastery: RecordEffect = async (run, asked) => {
  const latest = Math.max(...asked.map(({ at }) => at));
  const lessons = asked.map(({ userId, context }) => ({ userId, exercises: (context as unknown as Context).lesson?.exercises ?? [] }));
  await keepMasteryAfter(run, lessons, new Date(latest).toISOString());
};
