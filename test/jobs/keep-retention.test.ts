// What is older than its time goes, what is not stays, and letters that nobody has taken stay however old.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { retain } from '../../jobs/keep-retention.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
let id: string;
beforeAll(async () => { world = await openWorld('retention'); });
beforeEach(async () => {
  await world.empty();
  ({ id } = await world.learner());
});
afterAll(() => world.close());

const now = Date.parse('2026-11-22T03:20:00Z');
const [old, young] = ['2026-08-01T00:00:00Z', '2026-11-20T00:00:00Z'];
const left = async (what: string, column = 'n') => (await world.rows<{ v: unknown }>(`select ${column}::text as v from ${what} order by 1`)).map(({ v }) => v);

test('chat, failures, dead letters and template posts go after their days', async () => {
  for (const at of [old, young]) {
    await world.rows(`insert into conversation_logs (user_id, role, content, created_at) values ($1, 'user', $2, $3)`, [id, at, at]);
    await world.rows(`insert into delivery_failures (user_id, action, detail, failed_at) values ($1, 'drop', $2, $3)`, [id, at, at]);
    await world.rows(`insert into dead_letters (user_id, lane, n, body, error, died_at) values ($1, 0, $2, '{}', 'x', $3)`, [id, at === old ? 1 : 2, at]);
    await world.rows('insert into template_posts (user_id, posted_at) values ($1, $2)', [id, at]);
  }
  expect(await retain(world.store, 90, now)).toEqual({ 'what was said': 1, letters: 0, 'dead letters': 1, 'failed sends': 1, 'template posts': 1 });
  expect([await left('conversation_logs', 'content'), await left('dead_letters'), await left('delivery_failures', 'detail')]).toEqual([[young], ['2'], [young]]);
});

test('letters go when they are taken, lane by lane, or when their learner is gone', async () => {
  await world.rows('insert into mailboxes (user_id, mail_posted, mail_taken, urgent_posted, urgent_taken) values ($1, 3, 1, 1, 1)', [id]);
  for (const [lane, n, at] of [[0, 1, old], [0, 2, old], [0, 3, young], [1, 1, old]] as const) await world.rows(`insert into letters (user_id, lane, n, key, body, posted_at) values ($1, $2, $3, $4, '{}', $5)`, [id, lane, n, `${lane}:${n}`, at]);
  await world.rows(`insert into letters (user_id, lane, n, key, body, posted_at) values (gen_random_uuid(), 0, 1, 'k', '{}', $1)`, [old]);
  expect((await retain(world.store, 90, now)).letters).toBe(3);
  expect(await left('letters', `lane || ':' || n`)).toEqual(['0:2', '0:3']);
});

test('more than a batch goes in one run', async () => {
  await world.rows(`insert into conversation_logs (user_id, role, content, created_at) select $1, 'user', 'x', $2 from generate_series(1, 10001)`, [id, old]);
  expect((await retain(world.store, 90, now))['what was said']).toBe(10_001);
});

test('a letter is kept for the seven days in which WhatsApp may deliver it again, whatever is asked for', async () => {
  await world.rows('insert into mailboxes (user_id, mail_posted, mail_taken) values ($1, 1, 1)', [id]);
  await world.rows(`insert into letters (user_id, lane, n, key, body, posted_at) values ($1, 0, 1, 'k', '{}', '2026-11-15T12:00:00Z')`, [id]);
  expect((await retain(world.store, 1, now)).letters).toBe(0);
});
