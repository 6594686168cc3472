// Sweeps find what no wake-up fetched: old mail, and timers that are due, once.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createPost, type Post } from '../../src/mailbox/post.ts';
import { hasOldMail, sweepAllTimers, sweepTimers } from '../../src/mailbox/sweep.ts';
import { openWorld, type World } from '../world.ts';
import { message } from './letters.ts';

let world: World;
let post: Post;
beforeAll(async () => {
  world = await openWorld('sweep');
  post = createPost({ store: world.store, wake: () => {} });
});
beforeEach(() => world.empty());
afterAll(() => world.close());

const noon = Date.parse('2030-01-01T12:00:00Z');

async function sessionWith(timers: Record<string, { gen: number; dueAt: number }>, seq = 1): Promise<string> {
  const { id } = await world.learner();
  const next = Math.min(...Object.values(timers).map(({ dueAt }) => dueAt));
  await world.rows(`insert into sessions (user_id, seq, version, chart, state, next_timer_at) values ($1, $2, 1, 'c', $3, $4)`, [id, seq, JSON.stringify({ current_flow: 'lesson', value: 'lesson', temp_data: {}, timers, jobs: {}, seq }), new Date(next).toISOString()]);
  return id;
}
const letters = () => world.rows<{ key: string }>('select key from letters where lane = 1 order by key');
const nextOf = async (id: string) => (await world.rows<{ at: Date | null }>('select next_timer_at as at from sessions where user_id = $1', [id]))[0]!.at?.getTime() ?? null;

test('nothing is posted before a timer is due; at its time, its letter', async () => {
  const id = await sessionWith({ nudge: { gen: 1001, dueAt: noon } });
  expect(await sweepTimers(world.store, post, noon - 1)).toBe(0);
  expect(await letters()).toEqual([]);
  expect(await sweepTimers(world.store, post, noon)).toBe(1);
  expect(await letters()).toEqual([{ key: 'timer:1001:nudge' }]);
  expect(await nextOf(id)).toBeNull();
});

test('eight sweeps at once, and another after a crash in the middle, post each timer once', async () => {
  const ids = await Promise.all(Array.from({ length: 30 }, () => sessionWith({ nudge: { gen: 1001, dueAt: noon } })));
  await Promise.all(Array.from({ length: 8 }, () => sweepTimers(world.store, post, noon)));
  // As if the sweep had died between its letters and its note.
  await world.rows('update sessions set next_timer_at = $1', [new Date(noon).toISOString()]);
  await sweepTimers(world.store, post, noon);
  expect(await letters()).toHaveLength(ids.length);
});

test('of several timers the due ones are posted, and the index names the next', async () => {
  const id = await sessionWith({ a: { gen: 1, dueAt: noon }, b: { gen: 2, dueAt: noon - 5 }, c: { gen: 3, dueAt: noon + 5 }, d: { gen: 4, dueAt: noon + 9 } });
  await sweepTimers(world.store, post, noon);
  expect(await letters()).toEqual([{ key: 'timer:1:a' }, { key: 'timer:2:b' }]);
  expect(await nextOf(id)).toBe(noon + 5);
});

test.each(['', '{"timers":', '{"current_flow":"lesson"}', 'null'])('a session that cannot be read (%j) stops no timer of others, and is looked at again in an hour', async (state) => {
  const [broken, whole] = [await sessionWith({ nudge: { gen: 1001, dueAt: noon - 1 } }), await sessionWith({ nudge: { gen: 1002, dueAt: noon } })];
  await world.rows('update sessions set state = $1 where user_id = $2', [state, broken]);
  expect(await sweepAllTimers(world.store, post, noon)).toBe(2);
  expect(await letters()).toEqual([{ key: 'timer:1002:nudge' }]);
  expect([await nextOf(broken), await nextOf(whole)]).toEqual([noon + 3_600_000, null]);
});

test('more timers than one look takes are posted in one sweep', async () => {
  for (let i = 0; i < 25; i++) await sessionWith({ nudge: { gen: 1001, dueAt: noon } });
  expect(await sweepAllTimers(world.store, post, noon, 10)).toBe(25);
  expect(await letters()).toHaveLength(25);
});

test('a session that a turn is writing is not waited for, and looked at again', async () => {
  const [busy, free] = [await sessionWith({ nudge: { gen: 1001, dueAt: noon } }), await sessionWith({ nudge: { gen: 1001, dueAt: noon } })];
  await world.store.transaction(async ({ run }) => {
    await run({ name: 'hold', text: 'select 1 from sessions where user_id = $1 for update' }, [busy]);
    expect(await sweepTimers(world.store, post, noon)).toBe(2);
  });
  expect([await nextOf(busy), await nextOf(free)]).toEqual([noon, null]);
  expect(await sweepTimers(world.store, post, noon)).toBe(1);
  expect(await letters()).toHaveLength(2);
});

test('a turn that comes between the look and the note keeps its own timer', async () => {
  const id = await sessionWith({ nudge: { gen: 1001, dueAt: noon } });
  // The turn happens while the letters are being posted.
  const meddling = Object.assign(async (batch: Parameters<Post>[0]) => {
    await post(batch);
    await world.rows(`update sessions set seq = 2, state = $1, next_timer_at = $2 where user_id = $3`, [JSON.stringify({ timers: { nudge: { gen: 2001, dueAt: noon + 60_000 } }, seq: 2 }), new Date(noon + 60_000).toISOString(), id]);
  }, { idle: post.idle });
  await sweepTimers(world.store, meddling, noon);
  expect(await nextOf(id)).toBe(noon + 60_000);
});

test('when the letters cannot be posted the timers stay due', async () => {
  const id = await sessionWith({ nudge: { gen: 1001, dueAt: noon } });
  const broken = Object.assign(async () => { throw new Error('out of reach'); }, { idle: post.idle });
  await expect(sweepTimers(world.store, broken, noon)).rejects.toThrow('out of reach');
  expect(await nextOf(id)).toBe(noon);
});

test.each([
  ['that has waited', `ready_at = now() - interval '2 seconds'`, true],
  ['that is held until a job answers', `ready_at = now() - interval '2 seconds', held = true`, false],
  ['that somebody is at', `ready_at = now() - interval '2 seconds', lease_until = now() + interval '5 seconds'`, false],
  ['that has only just come', 'ready_at = now()', false],
])('mail %s: %s', async (_, state, found) => {
  const { id } = await world.learner();
  await world.rows('update mailboxes set mail_taken = mail_posted, urgent_taken = urgent_posted');
  await post([message(id, 'a')]);
  await world.rows(`update mailboxes set ${state} where user_id = $1`, [id]);
  expect(await hasOldMail(world.store, 1_000)).toBe(found);
});
