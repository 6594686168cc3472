// Redis: one that throws keys away is refused at the start; one that is away or silent fails fast.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { assertNoEviction, openRedis, type Redis } from '../../src/store/redis.ts';
import { corner, type Corner } from '../corner.ts';
import { startProxy, type Proxy } from './proxy.ts';

let own: Corner;
let proxy: Proxy;
let redis: Redis;
beforeEach(async () => {
  own = await corner('redis-store');
  proxy = await startProxy(own.redisUrl);
  redis = openRedis(proxy.url, () => {});
  await redis.connect();
});
afterEach(async () => {
  redis.disconnect();
  await proxy.mend();
  await proxy.close();
  await own.close();
});

test('the Redis that is brought up keeps its keys', async () => {
  await assertNoEviction(redis);
});

test('a Redis that may throw keys away is refused, by name', async () => {
  const answering = { config: () => Promise.resolve(['maxmemory-policy', 'allkeys-lru']) } as never;
  await expect(assertNoEviction(answering)).rejects.toThrow(/allkeys-lru.*noeviction/);
});

test('a Redis that does not tell its settings is taken as it is', async () => {
  await assertNoEviction({ config: () => Promise.reject(new Error('unknown command')) } as never);
});

test('commands fail at once while it is away, and work when it is back', async () => {
  await proxy.cut();
  const begun = performance.now();
  await expect(redis.get('x')).rejects.toThrow();
  expect(performance.now() - begun).toBeLessThan(1_500);
  await proxy.mend();
  await expect.poll(() => redis.get('x').catch((error: Error) => error.message), { timeout: 5_000 }).toBeNull();
});

test('commands to one that never answers fail within two seconds', async () => {
  proxy.freeze();
  await expect(redis.get('x')).rejects.toThrow();
}, 4_000);
