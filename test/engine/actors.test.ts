// A machine is told when the job behind it failed or took too long, and the mail that waited meanwhile is then handled.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Redis } from 'ioredis';
import { nextPhone, openWorld, send, textFrom, until, type World } from '../world.ts';
import { startChild } from './child.ts';
import { echoOf, talker } from './talker.ts';

let world: World;
beforeEach(async () => { world = await openWorld('actors'); });
afterEach(() => world.close());

test('mail waits while a job works, and is taken in order after its answer', async () => {
  let answer = (_output: string) => {};
  const engine = await world.engine({ open: async () => talker({ run: () => new Promise<string>((resolve) => { answer = resolve; }) }) });
  const phone = nextPhone();
  await send(engine.port, textFrom(phone, 'think'));
  await until('the job has begun', async () => (await world.rows('select 1 from mailboxes where held')).length === 1);
  for (const text of ['b', 'c']) await send(engine.port, textFrom(phone, text));
  await until('both wait', async () => (await world.rows('select 1 from mailboxes where mail_posted = mail_taken + 2')).length === 1);
  expect(world.graph.asked).toEqual([]);
  answer('yes');
  await until('all replies', () => world.graph.textsTo(phone).length === 3);
  expect(world.graph.textsTo(phone)).toEqual(['answer yes', echoOf('think', 'b'), echoOf('think', 'b', 'c')]);
});

test('a job that fails is tried as often as it says; then the machine hears why, and held mail is handled', async () => {
  let runs = 0;
  const engine = await world.engine({ open: async () => talker({ attempts: 3, run: async () => { runs += 1; throw new Error('the model is down'); } }) });
  const phone = nextPhone();
  await send(engine.port, textFrom(phone, 'think'), textFrom(phone, 'b'));
  await until('both replies', () => world.graph.textsTo(phone).length === 2);
  expect(runs).toBe(3);
  expect(world.graph.textsTo(phone)).toEqual(['answer failed: the model is down', echoOf('think', 'b')]);
});

test('a job that never ends is cut off at its time limit', async () => {
  let aborted = 0;
  const engine = await world.engine({ open: async () => talker({ attempts: 1, timeoutMs: 300, run: (_job, signal) => new Promise(() => { signal.addEventListener('abort', () => { aborted += 1; }); }) }) });
  const phone = nextPhone();
  await send(engine.port, textFrom(phone, 'think'), textFrom(phone, 'b'));
  await until('both replies', () => world.graph.textsTo(phone).length === 2);
  expect(aborted).toBe(1);
  expect(world.graph.textsTo(phone)[0]).toMatch(/^answer failed: .*(timeout|aborted)/i);
  expect(world.graph.textsTo(phone)[1]).toBe(echoOf('think', 'b'));
});

test('a job that a dead process began is run again by another, and answers once', async () => {
  const first = await startChild(world, ['web', 'worker', 'scheduler'], 0, true);
  const phone = nextPhone();
  await send(first.port, textFrom(phone, 'think'));
  await until('the job has begun', async () => (await world.rows(`select 1 from outbox where kind = 'start'`)).length === 1);
  await first.end('SIGKILL');
  await Promise.all([world.engine(), world.engine()]);
  await until('the answer', () => world.graph.textsTo(phone).length === 1);
  await until('the job is done with', async () => (await world.rows('select 1 from outbox')).length === 0);
  expect(world.graph.textsTo(phone)).toEqual(['answer thought']);
});

test('while a slow job runs, the learner sees typing once, for the message that asked', async () => {
  let answer = (_output: string) => {};
  const engine = await world.engine({ open: async () => talker({ slow: true, run: () => new Promise<string>((resolve) => { answer = resolve; }) }) });
  const phone = nextPhone();
  const message = textFrom(phone, 'think');
  await send(engine.port, message);
  await until('typing is shown', () => world.graph.typing.length > 0);
  expect(world.graph.typing).toEqual([message['id']]);
  const redis = new Redis(world.corner.redisUrl);
  expect(await redis.ttl(`typing:${await world.idOf(phone)}`)).toBeGreaterThan(20);
  redis.disconnect();
  answer('yes');
  await until('the answer', () => world.graph.textsTo(phone).length === 1);
});

test('a letter the machine breaks on is kept, the learner is told, and the next one is handled', async () => {
  const engine = await world.engine();
  const phone = nextPhone();
  await send(engine.port, textFrom(phone, 'a'), textFrom(phone, 'crash'), textFrom(phone, 'b'));
  await until('all replies', () => world.graph.textsTo(phone).length === 3);
  expect(world.graph.textsTo(phone)).toEqual([echoOf('a'), 'sorry', echoOf('a', 'b')]);
  expect(await world.rows('select lane, n::int, error from dead_letters')).toEqual([{ lane: 0, n: 2, error: expect.stringContaining('the machine broke') }]);
});

test('the day\'s limit counts each message once, also those that waited behind a job', async () => {
  const engine = await world.engine();
  const phone = nextPhone();
  await send(engine.port, textFrom(phone, 'think 1'), textFrom(phone, 'think 2'), textFrom(phone, 'think 3'), textFrom(phone, 'b'));
  await until('all replies', () => world.graph.textsTo(phone).length === 4);
  const redis = new Redis(world.corner.redisUrl);
  expect(await redis.get(`limit:msg:${await world.idOf(phone)}`)).toBe('4');
  expect(await redis.ttl(`limit:msg:${await world.idOf(phone)}`)).toBeGreaterThan(86_000);
  redis.disconnect();
});
