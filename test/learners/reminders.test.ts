// The due time follows what the learner wants: hour, zone, lesson; and what they did not change it leaves alone.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openingContext } from '../../machines/conversation.logic.ts';
import type { Profile } from '../../machines/vocabulary.ts';
import { stays, zoneAt } from '../../src/learners/zone-history.ts';
import { records } from '../../src/outbox/records.ts';
import { dueOf } from '../jobs/due.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
let id: string;
beforeAll(async () => { world = await openWorld('due'); });
beforeEach(async () => {
  await world.empty();
  ({ id } = await world.learner());
});
afterAll(() => world.close());

const opening = openingContext({ zone: 'Europe/Madrid', zoneSettled: true });
const effect = (type: 'saveProfile' | 'recordLesson', at: string, profile: Partial<Profile>) =>
  world.store.transaction(({ run }) => records[type]!(run, [{ userId: id, params: {}, context: { ...opening, profile: { ...opening.profile, ...profile } } as never, at: Date.parse(at) }]));
const due = async () => {
  const row = await dueOf(world, id);
  return row && [row.due.toISOString(), row.date, row.time];
};
const nine = { dailyTime: '09:00' };

test('a time that is saved is due at its next hour; without a time nothing is due', async () => {
  await effect('saveProfile', '2026-11-24T07:59:00Z', nine);
  expect(await due()).toEqual(['2026-11-24T08:00:00.000Z', '2026-11-24', '09:00']);
  await effect('saveProfile', '2026-11-24T09:00:00Z', { dailyTime: null });
  expect(await due()).toBeUndefined();
});

test('another time or zone makes it due anew', async () => {
  await effect('saveProfile', '2026-11-24T09:00:00Z', nine);
  await effect('saveProfile', '2026-11-24T09:00:00Z', { dailyTime: '20:00' });
  expect(await due()).toEqual(['2026-11-24T19:00:00.000Z', '2026-11-24', '20:00']);
  await effect('saveProfile', '2026-11-24T09:00:00Z', { dailyTime: '20:00', zone: 'America/Bogota' });
  expect(await due()).toEqual(['2026-11-25T01:00:00.000Z', '2026-11-24', '20:00']);
});

test('a change of something else at the very hour does not lose the reminder that nobody has sent yet', async () => {
  await effect('saveProfile', '2026-11-24T07:00:00Z', nine);
  await effect('saveProfile', '2026-11-24T08:00:20Z', { ...nine, persona: 'strict' });
  expect(await due()).toEqual(['2026-11-24T08:00:00.000Z', '2026-11-24', '09:00']);
});

test('“same time as today”: each lesson moves it to 23.5 hours later, a saved profile does not, and a lesson moves nobody else', async () => {
  const follows = { dailyTime: '17:30', followsLesson: true };
  await effect('saveProfile', '2026-11-24T17:00:00Z', follows);
  expect(await due()).toEqual(['2026-11-25T16:30:00.000Z', '2026-11-25', '17:30']);
  await effect('recordLesson', '2026-11-25T20:10:00Z', follows);
  expect(await due()).toEqual(['2026-11-26T19:40:00.000Z', '2026-11-26', '20:40']);
  await effect('saveProfile', '2026-11-25T20:15:00Z', { ...follows, persona: 'strict' });
  expect(await due()).toEqual(['2026-11-26T19:40:00.000Z', '2026-11-26', '20:40']);
  // In another zone it is the same instant, and another hour.
  await effect('saveProfile', '2026-11-25T21:00:00Z', { ...follows, zone: 'America/Bogota' });
  expect(await due()).toEqual(['2026-11-26T19:40:00.000Z', '2026-11-26', '14:40']);
  await effect('saveProfile', '2026-11-25T21:00:00Z', nine);
  await effect('recordLesson', '2026-11-25T22:00:00Z', nine);
  expect((await due())?.[2]).toBe('09:00');
});

test('“same time as today”: where the same instant is at night after a flight, the hour stays', async () => {
  const follows = { dailyTime: '17:30', followsLesson: true };
  await effect('saveProfile', '2026-11-23T17:00:00Z', follows);
  await effect('recordLesson', '2026-11-24T08:30:00Z', follows);
  expect(await due()).toEqual(['2026-11-25T08:00:00.000Z', '2026-11-25', '09:00']);
  // It would be midnight there.
  await effect('saveProfile', '2026-11-24T20:00:00Z', { ...follows, zone: 'America/Los_Angeles' });
  expect(await due()).toEqual(['2026-11-25T17:00:00.000Z', '2026-11-25', '09:00']);
  await effect('recordLesson', '2026-11-25T17:30:00Z', { ...follows, zone: 'America/Los_Angeles' });
  expect(await due()).toEqual(['2026-11-26T17:00:00.000Z', '2026-11-26', '09:00']);
});

test('the day clocks go back, 23.5 hours after a lesson are 23.5 hours', async () => {
  const follows = { dailyTime: '17:30', followsLesson: true };
  await effect('saveProfile', '2026-10-24T10:00:00Z', follows);
  await effect('recordLesson', '2026-10-24T18:00:00Z', follows);
  expect(await due()).toEqual(['2026-10-25T17:30:00.000Z', '2026-10-25', '18:30']);
});

test('every zone is kept with the moment it was taken up, and the past keeps its own', async () => {
  for (const [at, zone] of [['2026-11-01T10:00:00Z', 'Europe/Madrid'], ['2026-11-02T10:00:00Z', 'Europe/Madrid'], ['2026-11-10T10:00:00Z', 'Asia/Tokyo'], ['2026-11-20T10:00:00Z', 'Europe/Madrid']] as const) await effect('saveProfile', at, { ...nine, zone });
  const rows = await world.rows<{ zone: string; at: Date }>('select zone, effective_from as at from zone_stays where user_id = $1 order by effective_from', [id]);
  const history = rows.map(({ zone, at }) => ({ zone, effectiveFrom: at.toISOString() }));
  expect(history).toEqual([
    { zone: 'Europe/Madrid', effectiveFrom: '2026-11-01T10:00:00.000Z' },
    { zone: 'Asia/Tokyo', effectiveFrom: '2026-11-10T10:00:00.000Z' },
    { zone: 'Europe/Madrid', effectiveFrom: '2026-11-20T10:00:00.000Z' },
  ]);
  expect(['2026-10-01', '2026-11-09', '2026-11-11', '2026-11-21'].map((day) => zoneAt(stays(history), Date.parse(day)))).toEqual(['Europe/Madrid', 'Europe/Madrid', 'Asia/Tokyo', 'Europe/Madrid']);
});
