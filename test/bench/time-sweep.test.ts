// The bench of reminders counts right: a small one posts one letter each to who is due, and touches nobody else.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { corner, type Corner } from '../corner.ts';
import { openStore, type Store } from '../../src/store/postgres.ts';
import { measureSweep } from './time-sweep.ts';

let own: Corner;
let store: Store;
beforeAll(async () => {
  own = await corner('bench-time');
  store = openStore(own.databaseUrl, 1);
});
afterAll(async () => {
  await store?.close();
  await own?.close();
});

test('2,500 learners, twice 650 due: 1,300 letters, each due next tomorrow, and others are heard meanwhile', async () => {
  const measured = await measureSweep(own.databaseUrl, { learners: 2_500, due: 650, rounds: 2, otherPerSecond: 50, quietSeconds: 0.2 });
  expect(measured.sent).toEqual({ posted: 1_300, late: 0, unheard: 0 });
  const { rows } = await store.knex.raw(`
    select (select count(*) from letters where key like 'reminder:%')::int as letters, (select count(*) from letters where key like 'message:bench%')::int as others,
      count(*) filter (where due_at <= '2026-11-24T12:00:00Z')::int as left, count(distinct user_id)::int as learners from reminders`);
  // With the tenth of a round that is swept before it is measured.
  expect(rows).toEqual([{ letters: 1_365, others: expect.any(Number), left: 0, learners: 2_500 }]);
  expect(rows[0].others).toBeGreaterThan(0);
});
