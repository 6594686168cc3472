// Emptying a shard: one learner's trouble is not another's, and what failed is taken up again.
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createDrain, type Drain, type DrainOptions } from '../../src/mailbox/drain.ts';
import { createPost, type Post } from '../../src/mailbox/post.ts';
import type { OutboxRow } from '../../src/mailbox/commit.ts';
import { newLearners } from '../../src/learners/new-learner.ts';
import { writeRecords } from '../../src/outbox/records.ts';
import { echoOf, talker } from '../engine/talker.ts';
import { openWorld, until, type World } from '../world.ts';
import { message } from './letters.ts';

let world: World;
let redis: Redis;
let post: Post;
let left: OutboxRow[];
let errors: string[];
beforeAll(async () => {
  world = await openWorld('drain');
  redis = new Redis(world.corner.redisUrl);
  post = createPost({ store: world.store, wake: () => {} });
});
beforeEach(async () => {
  await world.empty();
  await redis.flushdb();
  left = [];
  errors = [];
});
afterAll(async () => {
  redis.disconnect();
  await world.close();
});

const open = (own: Partial<DrainOptions> = {}): Drain =>
  createDrain({
    store: world.store, redis, script: talker().script, owner: 'me', messagesPerDay: 1_000, now: Date.now, newLearners: (userIds) => newLearners(world.store, userIds, () => {}), record: writeRecords, leave: (rows) => void left.push(...rows), hush: () => {}, lookIn: () => {},
    onError: (error, what) => void errors.push(`${what}: ${error.message}`), ...own,
  });
const drainAll = async (own: Partial<DrainOptions> = {}) => {
  await open(own).empty();
};
const saidTo = (userId: string) => left.filter((row) => row.userId === userId && row.kind === 'say').map((row) => (JSON.parse(row.body) as { bubble: { text: string } }).bubble.text);

test('nothing leaves before its turn is committed', async () => {
  const { id } = await world.learner();
  await post([message(id, 'a')]);
  const committed: number[] = [];
  const pending: Promise<unknown>[] = [];
  await drainAll({ leave: (rows) => void pending.push(world.rows('select 1 from outbox').then((found) => committed.push(rows.length - found.length))) });
  await Promise.all(pending);
  expect(committed).toEqual([0]);
});

test('a large batch leaves room for others after every ten turns', async () => {
  for (let i = 0; i < 40; i++) await post([message((await world.learner()).id, 'a')]);
  const { script } = talker();
  const roundOf: number[] = [];
  let round = 0;
  const count = () => {
    round += 1;
    if (roundOf.length < 40) setImmediate(count);
  };
  const read: typeof script.read = (...given) => {
    if (roundOf.push(round) === 1) setImmediate(count);
    return script.read(...given);
  };
  await drainAll({ script: { ...script, read } });
  expect(roundOf).toHaveLength(40);
  expect(Math.max(...Object.values(Object.groupBy(roundOf, String)).map((turns) => turns!.length))).toBe(10);
});

test('more letters than fit in one batch are taken in order, in one call', async () => {
  const { id } = await world.learner();
  const texts = Array.from({ length: 65 }, (_, i) => `t${i}`);
  await post(texts.map((text) => message(id, text)));
  await drainAll();
  expect(saidTo(id)).toEqual(texts.map((_, i) => echoOf(...texts.slice(0, i + 1))));
});

test('a learner whose turn cannot be taken does not hold up the others, and is taken up again', async () => {
  const learners = await Promise.all(Array.from({ length: 30 }, () => world.learner()));
  const bad = learners[7]!.id;
  await post(learners.map(({ id }) => message(id, 'a')));
  const { script } = talker();
  await drainAll({ script: { ...script, open: (learner) => { if (learner.userId === bad) throw new Error('cannot be opened'); return {}; } } });
  for (const { id } of learners) expect(saidTo(id)).toEqual(id === bad ? [] : [echoOf('a')]);
  expect(errors).toEqual(['turn: cannot be opened']);
  await world.rows(`update mailboxes set lease_until = now() - interval '1 second'`);
  await drainAll();
  expect(saidTo(bad)).toEqual([echoOf('a')]);
});

test('a learner whose session cannot be read does not hold up the others, and is taken up again once it can', async () => {
  const [broken, whole] = [(await world.learner()).id, (await world.learner()).id];
  await post([message(broken, 'a'), message(whole, 'a')]);
  await drainAll();
  const [{ state }] = await world.rows<{ state: string }>('select state from sessions where user_id = $1', [broken]) as [{ state: string }];
  await world.rows(`update sessions set state = '{"timers":' where user_id = $1`, [broken]);
  await redis.flushdb();
  await post([message(broken, 'b'), message(whole, 'b')]);
  await drainAll();
  expect([saidTo(broken), saidTo(whole)]).toEqual([[echoOf('a')], [echoOf('a'), echoOf('a', 'b')]]);
  expect(errors).toEqual(['turn: A mailbox has turns but no session that can be read']);
  await world.rows('update sessions set state = $1 where user_id = $2', [state, broken]);
  await world.rows(`update mailboxes set lease_until = '-infinity'`);
  await drainAll();
  expect(saidTo(broken)).toEqual([echoOf('a'), echoOf('a', 'b')]);
});

test('a learner whose records cannot be written does not hold up the others, keeps the letter, and is taken up again', async () => {
  const learners = await Promise.all(Array.from({ length: 30 }, () => world.learner()));
  const bad = learners[3]!.id;
  await post(learners.map(({ id }) => message(id, 'stop')));
  await drainAll({ record: async (run, turns) => {
    if (turns.some(({ userId }) => userId === bad)) throw new Error('does not fit');
    await writeRecords(run, turns);
  } });
  for (const { id } of learners) expect(saidTo(id)).toEqual(id === bad ? [] : ['bye']);
  expect(await world.rows('select 1 from sessions where user_id = $1', [bad])).toEqual([]);
  expect(await world.rows('select 1 from outbox where user_id = $1', [bad])).toEqual([]);
  await world.rows(`update mailboxes set lease_until = now() - interval '1 second'`);
  await drainAll();
  expect(saidTo(bad)).toEqual(['bye']);
});

test('a worker that was taken over while it thought lets nothing leave', async () => {
  const { id } = await world.learner();
  await post([message(id, 'a')]);
  let batch = { learners: 0, committed: -1 };
  await drainAll({
    prepare: async () => void (await world.rows('update mailboxes set epoch = epoch + 1')),
    onBatch: ({ learners, committed }) => { batch = { learners, committed }; },
  });
  expect(batch).toEqual({ learners: 1, committed: 0 });
  expect(left).toEqual([]);
  expect(await world.rows('select 1 from outbox')).toEqual([]);
  expect(await redis.exists(`session:${id}`)).toBe(0);
});

test('the day\'s count of messages has an end from its first message on', async () => {
  const { id } = await world.learner();
  const key = `limit:msg:${id}`;
  await post([message(id, 'a'), message(id, 'b')]);
  await drainAll();
  await until('both are counted', async () => (await redis.get(key)) === '2');
  const end = await redis.call('PEXPIRETIME', key);
  expect(await redis.ttl(key)).toBeGreaterThan(86_000);
  await post([message(id, 'c')]);
  await drainAll();
  await until('the third is counted', async () => (await redis.get(key)) === '3');
  expect(await redis.call('PEXPIRETIME', key)).toBe(end);
});

test('a learner\'s letters are one log, with the message ids and in order', async () => {
  const { id } = await world.learner();
  await post([message(id, 'a', 'wamid.1'), message(id, 'b', 'wamid.2')]);
  await drainAll();
  expect(await world.rows('select content, role, whatsapp_message_id as wamid from conversation_logs order by id')).toEqual([
    { content: 'a', role: 'user', wamid: 'wamid.1' }, { content: 'b', role: 'user', wamid: 'wamid.2' },
  ]);
});

test('mail that comes while a batch is taken is taken by the same drain, though nobody else asks for it', async () => {
  const ana = await world.learner();
  const ben = await world.learner();
  await post([message(ana.id, 'a')]);
  let batches = 0;
  const drain = open({
    // Once the first batch is claimed, so that only a second look can find what comes now.
    prepare: async () => {
      if ((batches += 1) > 1) return;
      await post([message(ben.id, 'b')]);
      expect(drain.looksAgain()).toBe(true);
    },
  });
  expect(drain.looksAgain()).toBe(false);
  await drain.empty();
  await until('the later mail is taken', () => saidTo(ben.id).length === 1, 5);
  expect([saidTo(ana.id), saidTo(ben.id)]).toEqual([[echoOf('a')], [echoOf('b')]]);
});

test('a batch that could not be taken is told of, and its mail is taken when the lease is over', async () => {
  const { id } = await world.learner();
  await post([message(id, 'a')]);
  let broken = true;
  const drain = open({ prepare: async () => { if (broken) throw new Error('out of reach'); } });
  await drain.empty();
  expect(errors).toEqual(['claim: out of reach']);
  errors = [];
  broken = false;
  await world.rows(`update mailboxes set lease_until = now() - interval '1 second'`);
  await drain.empty();
  expect(saidTo(id)).toEqual([echoOf('a')]);
});
