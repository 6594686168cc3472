// The conversation made ready for the engine: its assignments that need the learner's calendar get their functions here.
import { conversation } from '../../machines/conversation.ts';
import { toActions, type Assign } from '../../machines/names.ts';
import type { Context, ReckonedName } from '../../machines/vocabulary.ts';
import { formatInstant } from '../learners/calendar.ts';
import { countAndTell, repairStreak, staysThatMatter } from '../learning/streaks.ts';

/** Pure like every assignment: the instant is the event's. */
export const reckoned: Readonly<Record<ReckonedName, Assign>> = {
  /** Counts the lesson in hand, which was finished just now. */
  countStreak: ({ lesson, streak, zoneStays }, { at }) => {
    const begunAt = Math.min(lesson?.begunAt ?? at, at);
    const { state, grew } = countAndTell(streak, { begunAt: formatInstant(begunAt), finishedAt: formatInstant(at) }, zoneStays);
    return { streak: state, streakGrew: grew, zoneStays: staysThatMatter(state, zoneStays) as Context['zoneStays'] };
  },
  /** Changes nothing when there is nothing to repair any more. */
  repairStreak: ({ streak, zoneStays }, { at }) => {
    const repaired = repairStreak(streak, formatInstant(at), zoneStays);
    if (repaired === streak) return {};
    const before = repaired.days - 1;
    return { streak: repaired, streakGrew: { before, days: repaired.days, covered: 0, earned: false, repairable: 0 } };
  },
};

/** The whole conversation with one learner, ready for the engine. */
export const reckonedConversation = conversation.provide({ actions: toActions(reckoned) } as never);
