// What a line may say of the streak: how it stands at that moment, and what the last lesson did to it.
import type { StreakFacts } from '../../machines/copy.ts';
import type { Context } from '../../machines/vocabulary.ts';
import { formatInstant, parseInstant } from '../learners/calendar.ts';
import { milestoneReached, viewStreak } from '../learning/streaks.ts';

/** @param now ms since the epoch */
export function streakFacts({ streak, streakGrew, zoneStays }: Context, now: number): StreakFacts {
  const { state, days, best, freezesHeld, frozenDates, repairable, repairUntil } = viewStreak(streak, formatInstant(now), zoneStays);
  return {
    state, days, best, repairable,
    freezes: freezesHeld,
    frozen: frozenDates.length,
    repairHours: repairUntil === null ? 0 : Math.floor((parseInstant(repairUntil) - now) / 3_600_000),
    grew: streakGrew && { ...streakGrew, milestone: milestoneReached(streakGrew.before, streakGrew.days) },
  };
}
