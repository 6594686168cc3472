// The copy of a session in Redis: only ever forward, only believed when it is exactly the session asked for.
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSessionCopies, type SessionCopies } from '../../src/conversation/session-copy.ts';
import type { Session } from '../../src/conversation/session.ts';
import { corner, type Corner } from '../corner.ts';

let own: Corner;
let redis: Redis;
let copies: SessionCopies;
let errors: string[];
const id = '5f0e0000-0000-4000-8000-000000000000';
const key = `session:${id}`;

beforeAll(async () => { own = await corner('session-copy'); });
beforeEach(async () => {
  redis?.disconnect();
  redis = new Redis(own.redisUrl, { maxRetriesPerRequest: 1 });
  await redis.flushdb();
  errors = [];
  copies = openSessionCopies(redis, (error) => errors.push(error.message));
});
afterAll(async () => {
  redis.disconnect();
  await own.close();
});

const session = (seq: number, heard = 'hola'): Session => ({
  current_flow: 'lesson', step: 'asking', temp_data: { heard }, machine: 'm', version: 1, chart: 'c', value: { lesson: 'asking' }, status: 'active', historyValue: {}, children: {}, timers: {}, jobs: {}, seq,
});
const read = async (seq: number) => (await copies.read([{ userId: id, seq }]))[0];

test('what was written is read back under its number, and begins with the contract\'s three keys', async () => {
  await copies.write([{ userId: id, state: JSON.stringify(session(3)) }]);
  expect(await read(3)).toEqual(session(3));
  expect(await redis.get(key)).toMatch(/^\{"current_flow":"lesson","step":"asking","temp_data":/);
  expect(await redis.ttl(key)).toBeGreaterThan(6 * 24 * 3600);
});

test('an older or equal copy never replaces a newer one, in any order of arrival', async () => {
  await Promise.all([5, 2, 4, 1, 3].map((seq) => copies.write([{ userId: id, state: JSON.stringify(session(seq)) }])));
  expect(await read(5)).toEqual(session(5));
  await copies.write([{ userId: id, state: JSON.stringify(session(4, 'late')) }]);
  await copies.write([{ userId: id, state: JSON.stringify(session(5, 'again')) }]);
  expect(await read(5)).toEqual(session(5));
  await copies.write([{ userId: id, state: JSON.stringify(session(6)) }]);
  expect(await read(6)).toEqual(session(6));
});

test('a copy that is older or newer than asked for is not believed', async () => {
  await copies.write([{ userId: id, state: JSON.stringify(session(5)) }]);
  expect(await read(4)).toBeNull();
  expect(await read(6)).toBeNull();
  expect(await read(15)).toBeNull();
});

test('words of a learner that look like a number do not count as one', async () => {
  await copies.write([{ userId: id, state: JSON.stringify(session(5, '"seq":999}')) }]);
  await copies.write([{ userId: id, state: JSON.stringify(session(6, '\\"seq\\":7}')) }]);
  expect(await read(6)).toMatchObject({ seq: 6 });
  expect(await read(999)).toBeNull();
});

test.each([
  '', 'nonsense', '{', '"seq":5}', '{"seq":5}', 'null"seq":5}', '{"current_flow":"lesson","seq":5}', '{"current_flow":7,"step":"","temp_data":{},"value":"x","seq":5}',
  '{"current_flow":"lesson","step":"","temp_data":null,"value":"x","seq":5}',
])('%j is not taken for a session', async (corrupt) => {
  await redis.set(key, corrupt);
  expect(await read(5)).toBeNull();
});

test('a corrupt copy is replaced by the next good one', async () => {
  for (const corrupt of ['nonsense', '{"seq":', '{"seq":abc}', '']) {
    await redis.set(key, corrupt);
    await copies.write([{ userId: id, state: JSON.stringify(session(5)) }]);
    expect(await read(5)).toEqual(session(5));
  }
});

test('a key of another kind under the same name is an error told, not a failure', async () => {
  await redis.lpush(key, 'x');
  expect(await read(5)).toBeNull();
  await copies.write([{ userId: id, state: JSON.stringify(session(5)) }]);
  expect(errors.length).toBeGreaterThan(0);
});

test('several learners are read together, each with their own', async () => {
  const other = '5f0e0000-0000-4000-8000-000000000001';
  await copies.write([{ userId: id, state: JSON.stringify(session(1)) }, { userId: other, state: JSON.stringify(session(2)) }]);
  expect(await copies.read([{ userId: other, seq: 2 }, { userId: 'nobody', seq: 1 }, { userId: id, seq: 1 }])).toEqual([session(2), null, session(1)]);
  expect(await copies.read([])).toEqual([]);
});

test('with Redis gone nothing is found, nothing rejects, and it is told', async () => {
  redis.disconnect();
  expect(await copies.read([{ userId: id, seq: 1 }])).toEqual([null]);
  await copies.write([{ userId: id, state: JSON.stringify(session(1)) }]);
  expect(errors.length).toBe(2);
});
