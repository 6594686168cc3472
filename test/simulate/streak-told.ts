// Holds what the product keeps and says of a streak against the pure function over everything the learner did.
import { formatInstant } from '../../src/learners/calendar.ts';
import { streakAt, viewStreak } from '../../src/learning/streaks.ts';
import type { Diary } from './diary.ts';
import type { View } from './conduct.ts';
import { streakWord, type Written } from './writing.ts';

const asked = new Set(Object.values(streakWord).flat());

/** The streak at an instant (ms since the epoch) by the learner's own books. */
export function streakByHistory(diary: Diary, zones: readonly { zone: string; effectiveFrom: string }[], at: number) {
  const lessons = diary.lessons.flatMap(({ begunAt, finishedAt, answered }) => (finishedAt === null || answered === 0 ? [] : [{ begunAt: formatInstant(begunAt), finishedAt: formatInstant(finishedAt) }]));
  return streakAt({ lessons, repairs: diary.repairs.map(formatInstant), zones, now: formatInstant(at) });
}

/** Compares when a lesson has just been finished, or when the learner asked: the stored state, and the number in the words. */
export function noteStreak({ diary, view }: { diary: Diary; view: View }, written: Written, finished: boolean, told: string, at: number): void {
  const { context } = view;
  const wasAsked = asked.has(written.shown);
  if (context === null || (!finished && !wasAsked)) return;
  const mine = streakByHistory(diary, context.zoneStays, at);
  const theirs = viewStreak(context.streak, formatInstant(at), context.zoneStays);
  const same = mine.days === theirs.days && mine.best === theirs.best && mine.freezesHeld === theirs.freezesHeld && mine.state === theirs.state;
  const grew = finished && context.streakGrew !== null;
  // A streak of one may be told in words, and one that can be repaired by the menu.
  const shows = mine.days < 2 || mine.repairable > 1 || theirs.repairable > 1 ? true : !(grew || wasAsked) || new RegExp(`\\*${mine.days}\\*`, 'u').test(told);
  diary.streaks.push({ at, told: `${JSON.stringify(theirs)} “${told.slice(-200)}”`, days: mine.days, right: same && shows });
}
