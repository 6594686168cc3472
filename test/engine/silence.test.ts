// Promise 7: nothing is sent to a learner who said STOP but replies to their own messages, and nothing outside the 24-hour window.
import { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nextPhone, openWorld, send, textFrom, until, type World } from '../world.ts';
import { echoOf, nudgeAfterMs } from './talker.ts';

let world: World;
beforeEach(async () => { world = await openWorld('silence'); });
afterEach(() => world.close());

const stopped = async (phone: string) => (await world.rows<{ stopped: boolean }>('select stopped from mailboxes where user_id = $1', [await world.idOf(phone)]))[0]!.stopped;

test('STOP takes back what waits to be tried again', async () => {
  const engine = await world.engine();
  const phone = nextPhone();
  world.graph.fate = ({ text }) => (text === 'bye' ? 'accepted' : { status: 400, code: 131056 });
  await send(engine.port, textFrom(phone, 'a'), textFrom(phone, 'b'));
  await until('a first try', () => world.graph.asked.length > 0);
  await send(engine.port, textFrom(phone, 'stop'));
  await until('the confirmation', () => world.graph.textsTo(phone).includes('bye'));
  await until('the outbox is empty', async () => (await world.rows('select 1 from outbox')).length === 0);
  expect(world.graph.textsTo(phone)).toEqual(['bye']);
});

test('STOP takes back replies that stand in line behind a slow one', async () => {
  const phone = await stopBehindSlowReply();
  expect(world.graph.textsTo(phone)).toEqual([echoOf('a'), 'bye']);
});

test('a reply that was on its way when STOP came is in the log all the same', async () => {
  await stopBehindSlowReply();
  await until('both are logged', async () => (await world.rows(`select 1 from conversation_logs where role = 'assistant'`)).length === 2, 5);
  expect(await world.rows(`select content from conversation_logs where role = 'assistant' order by id`)).toEqual([{ content: echoOf('a') }, { content: 'bye' }]);
});

async function stopBehindSlowReply(): Promise<string> {
  let release = () => {};
  world.graph.fate = ({ text }) => (text === echoOf('a') ? new Promise((resolve) => { release = () => resolve('accepted'); }) : 'accepted');
  const engine = await world.engine();
  const phone = nextPhone();
  await send(engine.port, textFrom(phone, 'a'));
  await until('the first reply is on its way', () => world.graph.asked.length === 1);
  await send(engine.port, textFrom(phone, 'b'), textFrom(phone, 'c'));
  await until('more wait behind it', async () => (await world.rows('select 1 from outbox')).length === 3);
  await send(engine.port, textFrom(phone, 'stop'));
  await until('it is stopped', () => stopped(phone));
  release();
  await until('the confirmation', () => world.graph.textsTo(phone).includes('bye'));
  return phone;
}

test('STOP overtakes messages that wait; they are kept in the log and not answered', async () => {
  const engine = await world.engine({ roles: new Set(['web']) });
  const phone = nextPhone();
  await send(engine.port, textFrom(phone, 'a'), textFrom(phone, 'b'));
  await send(engine.port, textFrom(phone, 'stop'));
  await world.engine();
  await until('the confirmation', () => world.graph.accepted.length > 0);
  await until('all mail is taken', async () => (await world.rows('select 1 from mailboxes where mail_posted > mail_taken or urgent_posted > urgent_taken')).length === 0);
  expect(world.graph.textsTo(phone)).toEqual(['bye']);
  expect(await world.rows(`select content from conversation_logs where role = 'user' order by id`)).toHaveLength(3);
});

test('a timer of a learner who said STOP says nothing; a message of theirs is answered', async () => {
  let ahead = 0;
  const engine = await world.engine({ now: () => Date.now() + ahead });
  const phone = nextPhone();
  await send(engine.port, textFrom(phone, 'stop'));
  await until('the confirmation', () => world.graph.textsTo(phone).length === 1);
  await send(engine.port, textFrom(phone, 'wait'));
  await until('the timer runs', async () => (await world.rows('select 1 from sessions where next_timer_at is not null')).length === 1);
  ahead = nudgeAfterMs + 1_000;
  await until('the timer is handled', async () => (await world.rows('select 1 from mailboxes where urgent_taken = 2 and stopped')).length === 1);
  await send(engine.port, textFrom(phone, 'a'));
  await until('the reply', () => world.graph.textsTo(phone).length === 2);
  expect(world.graph.textsTo(phone)).toEqual(['bye', echoOf('a')]);
});

test('START lets timers speak again', async () => {
  let ahead = 0;
  const engine = await world.engine({ now: () => Date.now() + ahead });
  const phone = nextPhone();
  for (const [text, reply] of [['stop', 'bye'], ['start', 'back']] as const) {
    await send(engine.port, textFrom(phone, text));
    await until(reply, () => world.graph.textsTo(phone).includes(reply));
  }
  await send(engine.port, textFrom(phone, 'wait'));
  await until('the timer runs', async () => (await world.rows('select 1 from sessions where next_timer_at is not null')).length === 1);
  ahead = nudgeAfterMs + 1_000;
  await until('the nudge', () => world.graph.textsTo(phone).includes('nudge'));
});

async function answered(port: number, phone: string, texts: readonly string[]): Promise<void> {
  for (const [i, text] of texts.entries()) {
    await send(port, textFrom(phone, text));
    await until('it is answered', () => world.graph.textsTo(phone).length > i);
  }
}

test('STOP is heard from a learner who has passed the day\'s limit', async () => {
  const engine = await world.engine({ messagesPerDay: 2 });
  const phone = nextPhone();
  await answered(engine.port, phone, ['a', 'b', 'c']);
  expect(world.graph.textsTo(phone)).toContain('enough');
  await send(engine.port, textFrom(phone, 'stop'));
  await until('it is taken', async () => (await world.rows('select 1 from mailboxes where urgent_taken = 1')).length === 1);
  expect(await stopped(phone)).toBe(true);
});

test('the day\'s limit is told once', async () => {
  const engine = await world.engine({ messagesPerDay: 2 });
  const phone = nextPhone();
  await answered(engine.port, phone, ['a', 'b', 'c']);
  for (const text of ['d', 'e']) await send(engine.port, textFrom(phone, text));
  await until('all are taken', async () => (await world.rows('select 1 from mailboxes where mail_taken = 5')).length === 1);
  await until('the outbox is empty', async () => (await world.rows('select 1 from outbox')).length === 0);
  expect(world.graph.textsTo(phone)).toEqual([echoOf('a'), echoOf('a', 'b'), 'enough']);
});

test('the day\'s limit is told once to somebody whose messages come in bursts to two workers, though Redis forgets', async () => {
  const engine = await world.engine({ messagesPerDay: 4 });
  await world.engine({ messagesPerDay: 4 });
  const phone = nextPhone();
  const redis = new Redis(world.corner.redisUrl);
  for (const [i, burst] of [['a', 'b'], ['c', 'd', 'e', 'f'], ['g', 'h']].entries()) {
    await Promise.all(burst.map((text) => send(engine.port, textFrom(phone, text))));
    await until('the burst is taken', async () => (await world.rows(`select 1 from mailboxes where mail_taken = ${[2, 6, 8][i]}`)).length === 1);
    await redis.del(`limit:msg:${await world.idOf(phone)}`);
  }
  await until('the outbox is empty', async () => (await world.rows('select 1 from outbox')).length === 0);
  redis.disconnect();
  expect(world.graph.textsTo(phone).filter((text) => text === 'enough')).toHaveLength(1);
  expect(world.graph.textsTo(phone).at(-1)).toBe('enough');
  expect(await world.rows(`select 1 from conversation_logs where role = 'user'`)).toHaveLength(8);
});

test('a nudge that comes due after the 24-hour window is not sent, and that is written down', async () => {
  let ahead = 0;
  const engine = await world.engine({ now: () => Date.now() + ahead });
  const phone = nextPhone();
  await send(engine.port, textFrom(phone, 'wait'));
  await until('the timer runs', async () => (await world.rows('select 1 from sessions where next_timer_at is not null')).length === 1);
  ahead = 25 * 3_600_000;
  await until('the failure', async () => (await world.rows('select 1 from delivery_failures')).length === 1);
  expect(await world.rows('select user_id, code, action from delivery_failures')).toEqual([{ user_id: await world.idOf(phone), code: 131047, action: 'window-closed' }]);
  expect(world.graph.asked).toEqual([]);
  expect(await world.rows('select 1 from outbox')).toEqual([]);
});
