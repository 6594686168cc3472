// Promise 5: Redis holds copies and hints only: it may be emptied, away or silent, and the learner still gets every reply.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Redis } from 'ioredis';
import { startProxy, type Proxy } from '../store/proxy.ts';
import { deliver, nextPhone, openWorld, send, textFrom, until, type World } from '../world.ts';
import { echoOf } from './talker.ts';

let world: World;
let redis: Redis;
let proxy: Proxy | null = null;
beforeEach(async () => {
  world = await openWorld('redis');
  redis = new Redis(world.corner.redisUrl);
});
afterEach(async () => {
  redis.disconnect();
  await proxy?.mend();
  await world.close();
  await proxy?.close();
  proxy = null;
});

async function behindProxy(): Promise<{ proxy: Proxy; port: number }> {
  proxy = await startProxy(world.corner.redisUrl);
  const engine = await world.engine({ redisUrl: proxy.url });
  return { proxy, port: engine.port };
}

const texts = ['a', 'b', 'c', 'd', 'e', 'f'];
const replies = texts.map((_, i) => echoOf(...texts.slice(0, i + 1)));

test('emptied again and again under load, it costs no reply and no order', async () => {
  const engine = await world.engine();
  const phones = Array.from({ length: 30 }, nextPhone);
  let talking = true;
  const emptying = (async () => {
    while (talking) {
      await redis.flushdb();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  await Promise.all(phones.map(async (phone) => {
    for (const text of texts) await deliver(() => engine.port, textFrom(phone, text));
  }));
  talking = false;
  await emptying;
  await until('the last replies', () => phones.every((phone) => world.graph.textsTo(phone).includes(replies.at(-1)!)));
  for (const phone of phones) expect(world.graph.textsTo(phone)).toEqual(replies);
});

test('emptied between two messages, the session comes back from PostgreSQL and its copy with it', async () => {
  const engine = await world.engine();
  const phone = nextPhone();
  await send(engine.port, textFrom(phone, 'a'));
  await until('the first reply', () => world.graph.textsTo(phone).length === 1);
  await redis.flushdb();
  await send(engine.port, textFrom(phone, 'b'));
  await until('the second reply', () => world.graph.textsTo(phone).length === 2);
  expect(world.graph.textsTo(phone)).toEqual([echoOf('a'), echoOf('a', 'b')]);
  const key = `session:${await world.idOf(phone)}`;
  await until('the copy is back', async () => (await redis.exists(key)) === 1);
  expect(JSON.parse((await redis.get(key))!)).toMatchObject({ current_flow: 'listening', step: '', temp_data: { heard: ['a', 'b'] } });
});

test('a copy that is corrupt, foreign or old is not believed', async () => {
  const engine = await world.engine();
  const phone = nextPhone();
  const heard: string[] = [];
  const say = async (text: string) => {
    heard.push(text);
    const count = world.graph.textsTo(phone).length;
    await send(engine.port, textFrom(phone, text));
    await until(`the reply to ${text}`, () => world.graph.textsTo(phone).length > count);
    expect(world.graph.textsTo(phone).at(-1)).toBe(echoOf(...heard));
  };
  await say('a');
  const key = `session:${await world.idOf(phone)}`;
  const seq = async () => (await world.rows<{ seq: number }>('select seq::int as seq from sessions'))[0]!.seq;
  for (const copy of ['', 'nonsense', '{"current_flow":', `{"current_flow":"x","seq":${await seq()}`]) {
    await redis.set(key, copy);
    await say(`after ${copy.slice(0, 3)}`);
  }
  for (const half of [(n: number) => `{"seq":${n}}`, (n: number) => `garbage"seq":${n}}`, (n: number) => `{"current_flow":"listening","step":"","temp_data":null,"seq":${n}}`]) {
    await redis.set(key, half(await seq()));
    await say('half');
  }
  expect(await world.rows('select * from dead_letters')).toEqual([]);
});

test('with Redis refusing connections learners are still answered, and are when it is back', async () => {
  const { proxy, port } = await behindProxy();
  const phone = nextPhone();
  await send(port, textFrom(phone, 'a'));
  await until('the first reply', () => world.graph.textsTo(phone).length === 1);
  await proxy.cut();
  expect(await send(port, textFrom(phone, 'b'))).toBe(200);
  expect(await (await fetch(`http://127.0.0.1:${port}/health/ready`)).json()).toMatchObject({ status: 'ready', redis: 'down', postgres: 'up' });
  await until('the reply without Redis', () => world.graph.textsTo(phone).length === 2, 10);
  await proxy.mend();
  await send(port, textFrom(phone, 'c'));
  await until('the reply with Redis', () => world.graph.textsTo(phone).length === 3, 10);
  expect(world.graph.textsTo(phone)).toEqual([echoOf('a'), echoOf('a', 'b'), echoOf('a', 'b', 'c')]);
});

test('mail that came while Redis was away is answered when it is back, without anybody writing again', async () => {
  const { proxy, port } = await behindProxy();
  const phone = nextPhone();
  await proxy.cut();
  expect(await send(port, textFrom(phone, 'a'))).toBe(200);
  await proxy.mend();
  await until('the reply', () => world.graph.textsTo(phone).length === 1);
  expect(world.graph.textsTo(phone)).toEqual([echoOf('a')]);
});

test('a Redis that takes commands and never answers does not keep learners waiting', async () => {
  const { proxy, port } = await behindProxy();
  const phone = nextPhone();
  await send(port, textFrom(phone, 'a'));
  await until('the first reply', () => world.graph.textsTo(phone).length === 1);
  proxy.freeze();
  expect(await send(port, textFrom(phone, 'b'))).toBe(200);
  await until('the reply without Redis', () => world.graph.textsTo(phone).length === 2, 10);
  expect(world.graph.textsTo(phone)).toEqual([echoOf('a'), echoOf('a', 'b')]);
});
