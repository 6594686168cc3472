// Claiming: one holder at a time by lease and epoch, letters in order, gaps skipped, the dead replaced.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { claim } from '../../src/mailbox/claim.ts';
import { jobLetter, timerLetter } from '../../src/mailbox/letter.ts';
import { createPost, type Post } from '../../src/mailbox/post.ts';
import { openWorld, type World } from '../world.ts';
import { message, textOf } from './letters.ts';

let world: World;
let post: Post;
beforeAll(async () => {
  world = await openWorld('claim');
  post = createPost({ store: world.store, wake: () => {} });
});
beforeEach(() => world.empty());
afterAll(() => world.close());

const claimAll = () => claim(world.store, 1_000);

test('what is claimed cannot be claimed again until its lease is over; then with a higher epoch', async () => {
  const { id } = await world.learner();
  await post([message(id, 'a')]);
  const [first] = await claim(world.store, 10);
  expect(textOf(first!)).toEqual(['a']);
  expect(await claim(world.store, 10)).toEqual([]);
  await world.rows(`update mailboxes set lease_until = now() - interval '1 second'`);
  const [second] = await claim(world.store, 10);
  expect(textOf(second!)).toEqual(['a']);
  expect(second!.epoch).toBe(first!.epoch + 1);
});

test('a lease ends by itself within seconds', async () => {
  const { id } = await world.learner();
  await post([message(id, 'a')]);
  await claim(world.store, 10);
  const [lease] = await world.rows<{ left: number }>('select extract(epoch from lease_until - now())::float8 as left from mailboxes');
  expect(lease!.left).toBeGreaterThan(0);
  expect(lease!.left).toBeLessThanOrEqual(5);
});

test('20 claims at once share 50 mailboxes without taking one twice', async () => {
  const learners = await Promise.all(Array.from({ length: 50 }, () => world.learner()));
  await post(learners.map(({ id }) => message(id, 'a')));
  const claimed = (await Promise.all(Array.from({ length: 20 }, claimAll))).flat();
  expect(claimed).toHaveLength(50);
  expect(new Set(claimed.map((c) => c.userId)).size).toBe(50);
});

test('letters come in the order they were posted, the urgent lane apart', async () => {
  const { id } = await world.learner();
  for (const text of ['a', 'b', 'c']) await post([message(id, text)]);
  await post([timerLetter(id, 'nudge', 1001)]);
  const [claimed] = await claim(world.store, 10);
  expect(claimed!.letters.filter((l) => l.lane === 0).map((l) => l.n)).toEqual([1, 2, 3]);
  expect(textOf({ letters: claimed!.letters.filter((l) => l.lane === 0) })).toEqual(['a', 'b', 'c']);
  expect(textOf({ letters: claimed!.letters.filter((l) => l.lane === 1) })).toEqual(['timer']);
});

test('a gap in the numbers hides nothing that comes after it', async () => {
  const { id } = await world.learner();
  await post([message(id, 'a'), message(id, 'b'), message(id, 'c')]);
  await world.rows('delete from letters where n = 2');
  const [claimed] = await claim(world.store, 10);
  expect(claimed!.letters.map((l) => l.n)).toEqual([1, 3]);
});

test('a mailbox with nothing but gaps comes back with its counter past them', async () => {
  const { id } = await world.learner();
  await post([message(id, 'a'), message(id, 'b')]);
  await world.rows('delete from letters');
  const [claimed] = await claim(world.store, 10);
  expect(claimed).toMatchObject({ letters: [], taken: [2, 0] });
});

test('a long gap does not hide the letters behind it', async () => {
  const { id } = await world.learner();
  await post(Array.from({ length: 60 }, (_, i) => message(id, `t${i + 1}`)));
  await world.rows('delete from letters where n < 50');
  const [claimed] = await claim(world.store, 10);
  expect(claimed!.letters.map((l) => l.n)[0]).toBe(50);
});

test('held mail waits; an urgent letter opens the mailbox all the same', async () => {
  const { id } = await world.learner();
  await post([message(id, 'a')]);
  await world.rows('update mailboxes set held = true');
  expect(await claim(world.store, 10)).toEqual([]);
  await post([jobLetter(id, 'model', 1001, { output: 1 })]);
  const [claimed] = await claim(world.store, 10);
  expect(textOf(claimed!).toSorted()).toEqual(['a', 'done']);
});

test('a mailbox that asked for patience is left alone until then, except for urgent mail', async () => {
  const { id } = await world.learner();
  await post([message(id, 'a')]);
  await world.rows(`update mailboxes set ready_at = now() + interval '3 seconds'`);
  expect(await claim(world.store, 10)).toEqual([]);
  await post([message(id, 'b')]);
  expect(await claim(world.store, 10)).toEqual([]);
  await post([timerLetter(id, 'nudge', 1001)]);
  expect(await claim(world.store, 10)).toHaveLength(1);
});

test('the oldest mail is claimed first, whoever came first to us', async () => {
  const learners = await Promise.all(Array.from({ length: 4 }, () => world.learner()));
  await post(learners.map(({ id }) => message(id, 'a')));
  // The other way round than they lie in the table.
  const rows = await world.rows<{ user_id: string }>('select user_id from mailboxes where user_id = any($1::uuid[]) order by ctid', [learners.map(({ id }) => id)]);
  for (const [i, { user_id }] of rows.entries()) await world.rows(`update mailboxes set ready_at = now() - $1 * interval '1 second' where user_id = $2`, [100 + i, user_id]);
  const byAge = await world.rows<{ user_id: string }>('select user_id from mailboxes where user_id = any($1::uuid[]) order by ready_at', [learners.map(({ id }) => id)]);
  const claimed: string[] = [];
  for (let i = 0; i < learners.length; i++) claimed.push(...(await claim(world.store, 1)).map(({ userId }) => userId));
  expect(claimed).toEqual(byAge.map(({ user_id }) => user_id));
});
