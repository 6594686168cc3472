// The typing indicator: at most once in 25 seconds per learner, for the message that is being answered, and never a reason to fail.
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { OutboxRow } from '../../src/mailbox/commit.ts';
import { showTyping } from '../../src/outbox/typing.ts';
import { corner, type Corner } from '../corner.ts';
import { testGraph } from './rows.ts';

let own: Corner;
let redis: Redis;
beforeAll(async () => {
  own = await corner('typing');
  redis = new Redis(own.redisUrl);
});
beforeEach(() => redis.flushdb());
afterAll(async () => {
  redis.disconnect();
  await own.close();
});

const row = (userId: string, replyTo: string | null): OutboxRow => ({ userId, seq: 1, i: 0, kind: 'start', body: JSON.stringify({ replyTo }), attempts: 1, windowUntil: null });

test('several jobs at once show it once per learner, and the key is the contract\'s', async () => {
  const shown: string[] = [];
  const graph = { ...testGraph(), typing: async (id: string) => void shown.push(id) };
  const show = showTyping(redis, graph, () => {});
  for (let i = 0; i < 5; i++) show(row('ana', 'wamid.a'));
  show(row('ben', 'wamid.b'));
  show(row('eve', null));
  await expect.poll(() => shown.toSorted()).toEqual(['wamid.a', 'wamid.b']);
  expect(await redis.keys('*')).toHaveLength(2);
  expect(await redis.ttl('typing:ana')).toBeGreaterThan(20);
});

test('a failure of Redis or of WhatsApp is told and goes no further', async () => {
  const errors: string[] = [];
  const graph = { ...testGraph(), typing: () => Promise.reject(new Error('refused')) };
  showTyping(redis, graph, (error) => errors.push(error.message))(row('ana', 'wamid.a'));
  await expect.poll(() => errors).toEqual(['refused']);
});
