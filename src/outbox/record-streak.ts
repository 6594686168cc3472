// The effect `recordStreak`: the streak as the conversation has counted it, into its table.
import type { Context } from '../../machines/vocabulary.ts';
import { saveStreaks } from '../learning/store-streaks.ts';
import type { RecordEffect } from './records.ts';

export const recordStreak: RecordEffect = (run, asked) =>
  saveStreaks(run, asked.map(({ userId, context }) => {
    const { streak, zoneStays } = context as unknown as Context;
    return { userId, state: streak, zones: zoneStays };
  }));
