// Posting puts letters on disk once, numbers them in order, and wakes only afterwards.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createPost, postWithin } from '../../src/mailbox/post.ts';
import { reminderLetter, shardOf, timerLetter } from '../../src/mailbox/letter.ts';
import { openStore } from '../../src/store/postgres.ts';
import { connect, openWorld, settled, until, type World } from '../world.ts';
import { message } from './letters.ts';

let world: World;
beforeAll(async () => { world = await openWorld('post'); });
beforeEach(() => world.empty());
afterAll(() => world.close());

const lettersOf = (userId: string) => world.rows<{ lane: number; n: number; key: string }>('select lane, n::int, key from letters where user_id = $1 order by lane, n', [userId]);

test('a shard is woken only when its letters are committed', async () => {
  const { id } = await world.learner();
  const woken: { shards: readonly number[]; onDisk: number }[] = [];
  const pending: Promise<unknown>[] = [];
  const post = createPost({ store: world.store, wake: (shards) => void pending.push(lettersOf(id).then((rows) => woken.push({ shards, onDisk: rows.length }))) });
  await post([message(id, 'a')]);
  await Promise.all(pending);
  expect(woken).toEqual([{ shards: [shardOf(id)], onDisk: 1 }]);
});

test('post does not resolve before the commit', async () => {
  const { id } = await world.learner();
  const post = createPost({ store: world.store, wake: () => {} });
  const holder = await connect(world.corner.databaseUrl);
  await holder.query('begin; lock table letters in exclusive mode');
  let resolved = false;
  const posting = post([message(id, 'a')]).then(() => { resolved = true; });
  await until('the insert waits', async () => (await world.rows(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length > 0);
  await settled();
  expect(resolved).toBe(false);
  await holder.query('rollback');
  await posting;
  expect(await lettersOf(id)).toHaveLength(1);
  await holder.end();
});

test('post rejects when the letters could not be written, and wakes nobody', async () => {
  const woken: number[] = [];
  const post = createPost({ store: world.store, wake: (shards) => void woken.push(...shards) });
  // No such learner: the mailbox's foreign key refuses it.
  await expect(post([message('00000000-0000-4000-8000-000000000001', 'a')])).rejects.toThrow();
  expect(woken).toEqual([]);
  expect(await world.rows('select 1 from letters')).toEqual([]);
});

test('letters posted one after another are numbered in that order, lane by lane', async () => {
  const { id } = await world.learner();
  const post = createPost({ store: world.store, wake: () => {} });
  await post([message(id, 'a', '1'), message(id, 'b', '2'), timerLetter(id, 'nudge', 1001)]);
  await post([message(id, 'c', '3'), timerLetter(id, 'nudge', 2001)]);
  expect(await lettersOf(id)).toEqual([
    { lane: 0, n: 1, key: 'message:1' }, { lane: 0, n: 2, key: 'message:2' }, { lane: 0, n: 3, key: 'message:3' },
    { lane: 1, n: 1, key: 'timer:1001:nudge' }, { lane: 1, n: 2, key: 'timer:2001:nudge' },
  ]);
  expect(await world.rows('select mail_posted::int, urgent_posted::int from mailboxes')).toEqual([{ mail_posted: 3, urgent_posted: 2 }]);
});

test('300 posts of 60 letters from two processes at once leave 60 letters, and each number is used once', async () => {
  const learners = await Promise.all(Array.from({ length: 20 }, () => world.learner()));
  const stores = [openStore(world.corner.databaseUrl, 4), openStore(world.corner.databaseUrl, 4)];
  const posts = stores.map((store) => createPost({ store, wake: () => {} }));
  const letters = learners.flatMap(({ id }) => ['x', 'y', 'z'].map((text) => message(id, text, `${text}-${id}`)));
  await Promise.all(Array.from({ length: 300 }, (_, i) => posts[i % 2]!([letters[(i * 7) % letters.length]!])));
  await Promise.all(posts.map((post) => post.idle()));
  expect(await world.rows('select count(*)::int as n from letters')).toEqual([{ n: 60 }]);
  expect(await world.rows('select 1 from letters l join mailboxes m using (user_id) where l.n > m.mail_posted')).toEqual([]);
  await Promise.all(stores.map((store) => store.close()));
});

test('the same letter posted by two processes at the same instant is there once; the number left out is skipped, and what follows is found', async () => {
  const { id } = await world.learner();
  const post = createPost({ store: world.store, wake: () => {} });
  // The other process has the letter written but not committed: this one does not see it and takes a number in vain.
  const other = await connect(world.corner.databaseUrl);
  await other.query('begin');
  await other.query(`insert into letters (user_id, lane, n, key, body) values ($1, 0, 99, 'message:twice', '{}')`, [id]);
  const posting = post([message(id, 'twice', 'twice')]);
  await until('the insert waits', async () => (await world.rows(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length > 0);
  await other.query('commit');
  await posting;
  await other.end();
  expect(await lettersOf(id)).toEqual([{ lane: 0, n: 99, key: 'message:twice' }]);
  await post([message(id, 'next', 'next')]);
  expect(await lettersOf(id)).toContainEqual({ lane: 0, n: 2, key: 'message:next' });
});

test('a provider id of any length makes a key the table can hold, and differs from its like', async () => {
  const { id } = await world.learner();
  const post = createPost({ store: world.store, wake: () => {} });
  await post([message(id, 'a', `${'x'.repeat(255)}1`), message(id, 'b', `${'x'.repeat(255)}2`)]);
  expect(await lettersOf(id)).toHaveLength(2);
});

test('mail that may wait is looked at later, and what comes after it does not wait with it', async () => {
  const { id } = await world.learner();
  const post = createPost({ store: world.store, wake: () => {} });
  const reminder = { ...reminderLetter(id, '2026-11-24', { about: 'daily', variant: 'plain', time: '09:00', dayBeganAt: 0, until: 0, template: null }), delayMs: 60_000 };
  const wait = async () => Math.ceil((await world.rows<{ s: number }>('select extract(epoch from ready_at - now())::float as s from mailboxes'))[0]!.s);
  await world.store.transaction(({ run }) => postWithin(run, [reminder]));
  expect(await wait()).toBe(60);
  await post([message(id, 'a')]);
  expect(await wait()).toBeLessThanOrEqual(0);
  expect((await lettersOf(id)).map(({ key }) => key)).toEqual(['reminder:daily:2026-11-24', expect.stringContaining('message')]);
});

test('mail that may wait moves nothing that is waiting already', async () => {
  const { id } = await world.learner();
  const post = createPost({ store: world.store, wake: () => {} });
  await post([timerLetter(id, 'nudge', 1)]);
  const before = await world.rows('select ready_at from mailboxes');
  await world.store.transaction(({ run }) => postWithin(run, [{ ...reminderLetter(id, '2026-11-24', { about: 'daily', variant: 'plain', time: '09:00', dayBeganAt: 0, until: 0, template: null }), delayMs: 60_000 }]));
  expect(await world.rows('select ready_at from mailboxes')).toEqual(before);
});
