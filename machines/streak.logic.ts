// The streak as a conversation knows it: how it begins, what there is to tell of it, and where the learner's clock has been.
import type { Assign, Guard } from './names.ts';
import type { Context, StreakState } from './vocabulary.ts';

/** The streak of a learner who has not finished a lesson. Most streaks are lost in their first week, so two freezes are there from the first day. */
export const noStreak: StreakState = { days: 0, best: 0, freezes: 2, counted: 0, lastDate: null, lastAt: null, lost: null, repairedAt: null };

/** The zones of a learner of whom only the present one is known. */
export function stayedAlways(zone: string): Context['zoneStays'] {
  return [{ zone, effectiveFrom: '1970-01-01T00:00:00Z' }];
}

/** A learner's zones after a move at `at` (ms since the epoch). Before the first lesson the old zone was only a guess, which leaves nothing behind. */
export function staysAfterMove({ streak, zoneStays }: Context, zone: string, at: number): Context['zoneStays'] {
  if (streak.lastAt === null) return stayedAlways(zone);
  return zoneStays.at(-1)?.zone === zone ? zoneStays : [...zoneStays, { zone, effectiveFrom: new Date(at).toISOString() }];
}

/** Whether a lost streak of so many days is worth a repair: a single day is sooner begun again. */
export const isWorthRepair = (days: number): boolean => days > 1;

export const streakGuards = {
  /** A streak broke that can still be repaired, and nobody has told yet. */
  hasBreakToTell: ({ streakGrew }) => isWorthRepair(streakGrew?.repairable ?? 0),
} satisfies Record<string, Guard>;

export const streakAssigns = {
  tellBreak: ({ streakGrew }) => ({ streakGrew: streakGrew && { ...streakGrew, repairable: 0 } }),
} satisfies Record<string, Assign>;
