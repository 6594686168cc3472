// 10,000 learners over days of random hours, moves, outages and crashes, two schedulers at once, on real PostgreSQL: nobody hears twice on a date, and nobody misses what could be said in time.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendReminders } from '../../jobs/send-reminders.ts';
import { firstInstant, localDate } from '../../src/learners/calendar.ts';
import { Temporal } from '../../src/learners/offsets.ts';
import { openStore, type Store } from '../../src/store/postgres.ts';
import { openWorld, type World } from '../world.ts';
import { chanceOf } from '../conversation/differential/random.ts';
import { addLearners, letters, want } from './due.ts';

let world: World;
let second: Store;
beforeAll(async () => {
  world = await openWorld('schedules');
  second = openStore(world.corner.databaseUrl, 2);
});
afterAll(async () => {
  await second?.close();
  await world?.close();
});

const minute = 60_000;
const hour = 60 * minute;
const zones = ['Europe/Madrid', 'America/New_York', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Auckland', 'Pacific/Honolulu', 'America/Los_Angeles', 'Africa/Cairo', 'UTC', 'America/St_Johns', 'Asia/Tokyo'];
const times = ['00:15', '06:30', '08:00', '09:00', '12:45', '18:10', '19:30', '20:45', '21:00', '23:30'];

/** One learner's wish from an instant on, as the test knows it. */
interface Held { zone: string; time: string; from: number }

// Temporal by itself and not our calendar: what is right must not be said by what is tested.
function hourOn(zone: string, date: string, time: string): number {
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}
const quiet = (time: string) => time >= '21:00' || time < '08:00';
function lastMinute(zone: string, date: string, time: string): number {
  const due = hourOn(zone, date, time);
  return quiet(time) ? due + 30 * minute : Math.min(due + 3 * hour, hourOn(zone, date, '21:00') - 1);
}

// A connection that is cut at a statement, or just after the commit: what a killed scheduler looks like to PostgreSQL.
function dying(store: Store, dies: () => 'before' | 'after' | null): Store {
  return { ...store, transaction: async (work) => {
    const how = dies();
    const result = await store.transaction(({ run }) => work({ run: async (statement, values) => {
      const rows = await run(statement, values);
      if (how === 'before' && statement.name === 'post-letters') throw new Error('killed');
      return rows as never;
    } }));
    if (how === 'after') throw new Error('killed');
    return result;
  } };
}

test('10,000 random schedules: 0 doubled, 0 missed', async () => {
  const { next, pick } = chanceOf(20_261_101);
  const below = (n: number) => Math.floor(next() * n);
  const chance = (share: number) => next() < share;
  const begin = Date.parse('2026-10-30T00:00:00Z');
  // Over the nights in which Cairo, Sydney's islands, Europe and America change their clocks or have just done so.
  const end = begin + 5 * 24 * hour;
  const held: Held[][] = Array.from({ length: 10_000 }, () => [{ zone: pick(zones), time: pick(times), from: begin }]);
  const ids = await addLearners(world, held.map(([wish]) => ({ zone: wish!.zone, time: wish!.time, followsLesson: false, at: begin })), '2030-01-01T00:00:00Z');
  const sweeps: number[] = [];
  let crashes = 0;
  // Once nobody looks for longer than a day.
  const untilNext = () => (sweeps.length === 100 ? 26 * 60 : chance(0.05) ? 60 + below(240) : 10 + below(25)) * minute;
  for (let now = begin; now < end; now += untilNext()) {
    // Some move house or change their mind while the sweep is at work.
    const moving = chance(0.5) ? Array.from({ length: 40 }, () => below(ids.length)) : [];
    const wishes = [...new Set(moving)].map((i) => {
      const last = held[i]!.at(-1)!;
      const wish: Held = { zone: chance(0.7) ? pick(zones) : last.zone, time: chance(0.5) ? pick(times) : last.time, from: now };
      held[i]!.push(wish);
      return { userId: ids[i]!, zone: wish.zone, time: wish.time, followsLesson: false, at: now };
    });
    const sweep = (store: Store) => sendReminders({ store: dying(store, () => (chance(0.1) ? (crashes++, chance(0.5) ? 'before' : 'after') : null)), now: () => now, perSecond: Infinity, reach: 0, batch: 150, rest: 0 }).catch(() => null);
    await Promise.all([sweep(world.store), sweep(second), want(world, wishes)]);
    // Who was killed is replaced, and the minute is not over.
    await sendReminders({ store: world.store, now: () => now, perSecond: Infinity, reach: 0, rest: 0 });
    sweeps.push(now);
  }
  const got = new Map<string, Set<string>>();
  let doubled = 0;
  // The date of a letter is the one whose beginning it names on a clock its learner lived by, whatever its key says.
  const historyOf = new Map(ids.map((id, i) => [id, held[i]!]));
  for (const { user_id, body } of await letters(world)) {
    const began = (JSON.parse(body) as { dayBeganAt: number }).dayBeganAt;
    const at = new Date(began).toISOString();
    const { zone } = historyOf.get(user_id)!.find((wish) => Date.parse(firstInstant(wish.zone, localDate(wish.zone, at)) ?? '') === began)!;
    const date = localDate(zone, at);
    const dates = got.get(user_id) ?? new Set();
    if (dates.has(date)) doubled += 1;
    got.set(user_id, dates.add(date));
  }
  let missed = 0;
  let expected = 0;
  for (const [i, history] of held.entries()) {
    for (const [n, { zone, time, from }] of history.entries()) {
      const until = history[n + 1]?.from ?? end;
      for (let day = from - 24 * hour; day < until + 24 * hour; day += 24 * hour) {
        const date = localDate(zone, new Date(day).toISOString());
        const [due, last] = [hourOn(zone, date, time), lastMinute(zone, date, time)];
        // Asked for before it was due, not changed before it could be said, and somebody looked in time.
        if (due <= from || last >= until || !sweeps.some((now) => now >= due && now <= last && now < until)) continue;
        expected += 1;
        if (!got.get(ids[i]!)?.has(date)) missed += 1;
      }
    }
  }
  expect(crashes).toBeGreaterThan(20);
  expect(expected).toBeGreaterThan(20_000);
  expect({ doubled, missed }).toEqual({ doubled: 0, missed: 0 });
}, 300_000);
