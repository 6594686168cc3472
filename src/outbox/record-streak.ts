// The effect `recordStreak`: the streak as the conversation has counted it, into its table, with the evening's word that follows from it.
import type { Context } from '../../machines/vocabulary.ts';
import { hourAfter } from '../learners/hour-offer.ts';
import { keepStreakSavers } from '../learning/streak-saver.ts';
import { saveStreaks } from '../learning/store-streaks.ts';
import type { RecordEffect } from './records.ts';

export const recordStreak: RecordEffect = async (run, asked) => {
  const kept = asked.map(({ userId, context, at }) => {
    const { streak, zoneStays, profile, lastLessonAt } = context as unknown as Context;
    // An hour that follows the lessons is the last one's, and no longer the one that it was when it was chosen.
    const dailyTime = profile.followsLesson && lastLessonAt !== null ? hourAfter(profile.zone, lastLessonAt) : profile.dailyTime;
    return { userId, state: streak, zones: zoneStays, dailyTime, at };
  });
  await saveStreaks(run, kept);
  await keepStreakSavers(run, kept);
};
