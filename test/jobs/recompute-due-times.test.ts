// A country changes its clocks: due times that were computed by the old rules are computed again, once, and by the newer rules.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { recompute } from '../../jobs/recompute-due-times.ts';
import { openWorld, type World } from '../world.ts';
import { addLearners, dueOf } from './due.ts';

let world: World;
beforeAll(async () => { world = await openWorld('tz'); });
beforeEach(async () => {
  await world.empty();
  await world.rows('delete from tz_versions');
});
afterAll(() => world.close());

const now = Date.parse('2026-11-22T12:00:00Z');
const wish = { zone: 'America/Vancouver', time: '09:00', followsLesson: false, at: now };
/** Vancouver on permanent summer time, as a newer database might have it. */
const newRules = (_zone: string, time: string, date: string) => `${date}T${String(Number(time.slice(0, 2)) + 7).padStart(2, '0')}:00:00Z`;

test('newer rules move what they change, and only that', async () => {
  const [id] = await addLearners(world, [wish, { ...wish, zone: 'UTC' }], null);
  await world.rows(`update reminders set due_at = '2026-11-23T17:00:00Z', local_date = '2026-11-23' where user_id = $1`, [id]);
  const rules = (zone: string, time: string, date: string) => (zone === 'UTC' ? `${date}T09:00:00Z` : newRules(zone, time, date));
  expect(await recompute(world.store, '2026d', now, rules)).toBe(1);
  expect((await dueOf(world, id!))!.due.toISOString()).toBe('2026-11-23T16:00:00.000Z');
});

test('the same rules, and older ones of a release that still runs, change nothing', async () => {
  await addLearners(world, [wish], null);
  expect(await recompute(world.store, '2026c', now)).toBe(0);
  expect(await recompute(world.store, '2026c', now, () => '2030-01-01T00:00:00Z')).toBeNull();
  expect(await recompute(world.store, '2025c', now, () => '2030-01-01T00:00:00Z')).toBeNull();
  expect(await recompute(world.store, '2026d', now)).toBe(0);
});

test('a crash half way is made good by the next start, and a zone that is gone keeps its due time', async () => {
  const ids = await addLearners(world, Array.from({ length: 5 }, () => wish), null);
  await world.rows(`update reminders set due_at = '2026-11-23T17:00:00Z', local_date = '2026-11-23'`);
  await world.rows(`update reminders set zone = 'Mars/Olympus' where user_id = $1`, [ids[4]]);
  const rules = (zone: string, time: string, date: string) => {
    if (zone === 'Mars/Olympus') throw new RangeError('unknown time zone');
    return newRules(zone, time, date);
  };
  const dying = { ...world.store, run: async (statement: { name: string; text: string }, values: unknown[]) => {
    if (statement.name === 'note-tz-version') throw new Error('killed');
    return world.store.run(statement, values);
  } } as typeof world.store;
  await expect(recompute(dying, '2026d', now, rules)).rejects.toThrow('killed');
  expect(await recompute(world.store, '2026d', now, rules)).toBe(0);
  expect((await dueOf(world, ids[4]!))!.due.toISOString()).toBe('2026-11-23T17:00:00.000Z');
  expect((await dueOf(world, ids[0]!))!.due.toISOString()).toBe('2026-11-23T16:00:00.000Z');
});
