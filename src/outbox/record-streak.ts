// The effect `recordStreak`: the streak as the conversation has counted it, into its table, with the evening's word that follows from it.
import type { Context } from '../../machines/vocabulary.ts';
import { keepStreakSavers } from '../learning/streak-saver.ts';
import { saveStreaks } from '../learning/store-streaks.ts';
import type { RecordEffect } from './records.ts';

export const recordStreak: RecordEffect = async (run, asked) => {
  const kept = asked.map(({ userId, context, at }) => {
    const { streak, zoneStays, profile } = context as unknown as Context;
    return { userId, state: streak, zones: zoneStays, dailyTime: profile.dailyTime, at };
  });
  await saveStreaks(run, kept);
  await keepStreakSavers(run, kept);
};
