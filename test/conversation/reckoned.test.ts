// What the conversation's context remembers of a streak: enough to go on by itself, and no more than that.
import { describe, expect, it } from 'vitest';
import { openingContext } from '../../machines/conversation.logic.ts';
import { onboardingAssigns } from '../../machines/onboarding.logic.ts';
import type { Context, LessonInHand } from '../../machines/vocabulary.ts';
import { reckoned } from '../../src/conversation/reckoned.ts';
import { streakFacts } from '../../src/conversation/streak-facts.ts';
import { streakAt } from '../../src/learning/streaks.ts';

const HOUR = 3_600_000;
const at = (instant: string): number => Date.parse(instant);
const lesson = (begunAt: number): LessonInHand => ({ ...({} as LessonInHand), begunAt });
const opening: Context = { ...openingContext({ zone: 'America/Los_Angeles' }), onboarded: true };
/** A five-minute lesson that ends at `now`. */
const finish = (context: Context, now: number, took = 300_000): Context => {
  const taught = { ...context, lesson: lesson(now - took) };
  return { ...taught, ...reckoned.countStreak(taught, { type: 'noticed', at: now }, {}) };
};
const move = (context: Context, zone: string, now: number): Context => ({ ...context, ...onboardingAssigns.setZone({ ...context, profile: { ...context.profile, zoneChoices: [zone] } }, { type: 'chose', option: zone, at: now }) });
const repair = (context: Context, now: number): Context => ({ ...context, ...reckoned.repairStreak(context, { type: 'chose', option: 'repair', at: now }, {}) });

describe('a streak in the conversation', () => {
  it('counts an eastward flight within 24 hours without a missed day, and forgets the zones it no longer needs', () => {
    let context = finish(opening, at('2026-11-22T07:00:00Z'));
    context = finish(context, at('2026-11-23T07:00:00Z'));
    // 23:00 of the 22nd in Los Angeles; 20:00 of the 24th in Auckland, 24 hours later.
    context = move(context, 'Pacific/Auckland', at('2026-11-23T10:00:00Z'));
    expect(context.zoneStays.map(({ zone }) => zone)).toEqual(['America/Los_Angeles', 'Pacific/Auckland']);
    context = finish(context, at('2026-11-24T07:00:00Z'));
    expect(context.streak).toMatchObject({ days: 3, freezes: 2, lastDate: '2026-11-24' });
    context = finish(context, at('2026-11-25T07:00:00Z'));
    expect(context.zoneStays.map(({ zone }) => zone)).toEqual(['Pacific/Auckland']);
  });

  it('is the streak of the whole history, also when the learner moves about', () => {
    const zones = [{ zone: 'America/Los_Angeles', effectiveFrom: '1970-01-01T00:00:00Z' }];
    const lessons = [];
    let context = opening;
    for (let day = 0; day < 40; day++) {
      const now = at('2026-03-01T12:00:00Z') + day * 25 * HOUR;
      if (day % 5 === 3) {
        const zone = ['Asia/Kathmandu', 'Pacific/Kiritimati', 'America/Sao_Paulo'][day % 3]!;
        zones.push({ zone, effectiveFrom: new Date(now).toISOString() });
        context = move(context, zone, now);
      }
      if (day % 9 === 8) continue;
      lessons.push({ begunAt: new Date(now + 1_000_000).toISOString(), finishedAt: new Date(now + 1_300_000).toISOString() });
      context = finish(context, now + 1_300_000);
      const { days, freezesHeld } = streakAt({ lessons, repairs: [], zones, now: new Date(now + 1_300_000).toISOString() });
      expect(streakFacts(context, now + 1_300_000)).toMatchObject({ days, freezes: freezesHeld });
    }
    expect(context.zoneStays.length).toBeLessThan(4);
  });

  it('counts by UTC in a zone that this runtime does not know, and goes on by the next one', () => {
    const lost: Context = { ...openingContext({ zone: 'Mars/Olympus' }), onboarded: true };
    const first = finish(lost, at('2026-11-22T23:00:00Z'));
    expect(first.streak).toMatchObject({ days: 1, lastDate: '2026-11-22' });
    expect(streakFacts(first, at('2026-11-23T01:00:00Z'))).toMatchObject({ days: 1, state: 'open' });
    const second = finish(move(first, 'Europe/Madrid', at('2026-11-23T01:00:00Z')), at('2026-11-23T02:00:00Z'));
    expect(second.streak).toMatchObject({ days: 2, lastDate: '2026-11-23' });
  });

  it('keeps nothing of a zone that was only a guess', () => {
    expect(move(opening, 'America/Tijuana', at('2026-11-22T07:00:00Z')).zoneStays).toEqual([{ zone: 'America/Tijuana', effectiveFrom: '1970-01-01T00:00:00Z' }]);
  });

  it('tells what a lesson did: growth, freezes used and earned, and what could be repaired', () => {
    const first = finish(opening, at('2026-11-02T20:00:00Z'));
    expect(streakFacts(first, at('2026-11-02T20:00:01Z')).grew).toMatchObject({ before: 0, days: 1, milestone: 1 });
    expect(finish(first, at('2026-11-02T22:00:00Z')).streakGrew).toBeNull();
    const back = finish(first, at('2026-11-05T20:00:00Z'));
    expect(back.streakGrew).toEqual({ before: 1, days: 2, covered: 2, earned: false, repairable: 0 });
    let week = back;
    for (let day = 6; day <= 10; day++) week = finish(week, at(`2026-11-${String(day).padStart(2, '0')}T20:00:00Z`));
    expect(week.streakGrew).toMatchObject({ days: 7, earned: true });
    const lost = finish(week, at('2026-11-13T20:00:00Z'));
    expect(lost.streakGrew).toMatchObject({ before: 0, days: 1, repairable: 7 });
    expect(lost.streak.freezes).toBe(1);
  });

  it('is repaired by one tap within 48 hours; a tap that comes too late changes nothing', () => {
    let context = finish(opening, at('2026-11-02T20:00:00Z'));
    context = finish(context, at('2026-11-03T20:00:00Z'));
    // The 4th and 5th are covered; the 6th ends at 08:00 UTC of the 7th.
    const facts = streakFacts(context, at('2026-11-08T20:00:00Z'));
    expect(facts).toMatchObject({ state: 'broken', repairable: 2, repairHours: 12 });
    const repaired = repair(context, at('2026-11-08T20:00:00Z'));
    expect(streakFacts(repaired, at('2026-11-08T20:00:01Z'))).toMatchObject({ state: 'counted-today', days: 3, repairable: 0, grew: { milestone: 3 } });
    expect(repair(context, at('2026-11-09T08:00:01Z'))).toEqual(context);
  });
});
