// The hour of a lesson is offered for the reminder where it fits, once in a good while, and never by night.
import { describe, expect, test } from 'vitest';
import { hourAfter, weighHour, type AfterLesson } from '../../src/learners/hour-offer.ts';

/** 19:00 in Madrid. */
const at = Date.parse('2026-11-24T18:00:00Z');
const day = 86_400_000;
const third: AfterLesson = { zone: 'Europe/Madrid', dailyTime: null, followsLesson: false, lessonsFinished: 3, offered: null };
const offers = (change: Partial<AfterLesson>, when = at) => weighHour({ ...third, ...change }, when)?.open === true;

test('the hour is 23.5 hours after the lesson, on the learner’s clock', () => {
  expect(hourAfter('Europe/Madrid', at)).toBe('18:30');
  // In the night to the 28th of March the clock is put forward.
  expect(hourAfter('Europe/Madrid', Date.parse('2027-03-27T18:00:00Z'))).toBe('19:30');
});

test('in a zone that this runtime does not know, the clock of UTC is read and no lesson’s end fails', () => {
  expect(hourAfter('Mars/Olympus', at)).toBe('17:30');
  expect(offers({ zone: 'Mars/Olympus' })).toBe(true);
  expect(offers({ zone: 'Mars/Olympus', dailyTime: '18:10' })).toBe(false);
});

describe('it is offered', () => {
  test('to who has no reminder, from the third lesson on', () => {
    expect([1, 2, 3, 40].map((lessonsFinished) => offers({ lessonsFinished }))).toEqual([false, false, true, true]);
  });
  test('to who did the lesson three hours or more from the reminder, the shorter way round the clock', () => {
    expect(['09:00', '16:00', '16:01', '19:00', '21:59', '22:00', '00:30'].map((dailyTime) => offers({ dailyTime }))).toEqual([true, true, false, false, false, true, true]);
  });
  test('once, and not again for two months', () => {
    const offered = weighHour(third, at);
    expect(offered).toEqual({ at, open: true });
    expect(weighHour({ ...third, offered }, at + day)).toEqual({ at, open: false });
    expect(offers({ offered }, at + 60 * day - 1)).toBe(false);
    expect(offers({ offered }, at + 60 * day)).toBe(true);
  });
});

test('it is not offered to who has it, nor when the reminder would come in the quiet hours', () => {
  expect(offers({ followsLesson: true, dailyTime: '12:00' })).toBe(false);
  // 21:29 gives 20:59, 21:30 gives 21:00; 08:29 gives 07:59.
  expect(['20:29', '20:30', '07:29', '07:30'].map((utc) => offers({}, Date.parse(`2026-11-24T${utc}:00Z`)))).toEqual([true, false, false, true]);
});
