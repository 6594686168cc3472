// The conversation made ready for the engine: its assignments that need the learner's calendar get their functions here.
import { conversation } from '../../machines/conversation.ts';
import { toActions, type Assign } from '../../machines/names.ts';
import type { Context, ReckonedName } from '../../machines/vocabulary.ts';
import { formatInstant } from '../learners/calendar.ts';
import { hourAfter, weighHour } from '../learners/hour-offer.ts';
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
  /** Weighs whether to offer the hour of the lesson that was finished just now. */
  weighHour: ({ profile: { zone, dailyTime, followsLesson }, lessonsFinished, hourOffer }, { at }) => ({ hourOffer: weighHour({ zone, dailyTime, followsLesson, lessonsFinished, offered: hourOffer }, at) }),
  /** From the last lesson on, the reminder comes when it was. */
  followLessons: ({ profile, lastLessonAt }, { at }) => ({ profile: { ...profile, dailyTime: hourAfter(profile.zone, lastLessonAt ?? at), followsLesson: true } }),
};

/** The whole conversation with one learner, ready for the engine. */
export const reckonedConversation = conversation.provide({ actions: toActions(reckoned) } as never);
