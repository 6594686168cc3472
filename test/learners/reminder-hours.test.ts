// Until when a reminder may be said: three hours, and not into the night unless the learner chose the night.
import { expect, test } from 'vitest';
import { isQuiet, sayableUntil } from '../../src/learners/reminder-hours.ts';

const until = (zone: string, due: string) => new Date(sayableUntil(zone, Date.parse(due))).toISOString();

test.each([
  ['in the morning: three hours', 'Europe/Madrid', '2026-11-24T08:00:00Z', '2026-11-24T11:00:00.000Z'],
  ['at 17:59: three hours, a minute before the night', 'Europe/Madrid', '2026-11-24T16:59:00Z', '2026-11-24T19:59:00.000Z'],
  ['at 20:30: half an hour, to the last millisecond before the night', 'Europe/Madrid', '2026-11-24T19:30:00Z', '2026-11-24T19:59:59.999Z'],
  ['at 21:00, chosen: half an hour', 'Europe/Madrid', '2026-11-24T20:00:00Z', '2026-11-24T20:30:00.000Z'],
  ['at 07:30, chosen: half an hour', 'Asia/Kathmandu', '2026-11-24T01:45:00Z', '2026-11-24T02:15:00.000Z'],
  ['at 08:00: the night is over', 'Asia/Kathmandu', '2026-11-24T02:15:00Z', '2026-11-24T05:15:00.000Z'],
])('%s', (_, zone, due, end) => expect(until(zone, due)).toBe(end));

test('the quiet hours begin at nine and end at eight', () => {
  expect(['20:59', '21:00', '00:00', '07:59', '08:00'].map(isQuiet)).toEqual([false, true, true, true, false]);
});
