// Stopping finishes the turns in hand, loses nothing, and leaves nothing open.
import http from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startProxy } from '../store/proxy.ts';
import { signBody } from '../../src/channels/whatsapp/signature.ts';
import { APP_SECRET, deliver, hookOf, nextPhone, openWorld, textFrom, until, type World } from '../world.ts';
import { startChild } from './child.ts';
import { echoOf } from './talker.ts';

let world: World;
beforeEach(async () => { world = await openWorld('graceful'); });
afterEach(() => world.close());

const texts = ['a', 'b', 'c', 'd', 'e', 'f'];
const replies = texts.map((_, i) => echoOf(...texts.slice(0, i + 1)));

test('stopped under load, an engine leaves nothing half done; another one goes on, and each reply is sent once', async () => {
  const [leaver, stayer] = await Promise.all([world.engine(), world.engine()]);
  let port = leaver.port;
  const phones = Array.from({ length: 40 }, nextPhone);
  const talking = Promise.all(phones.map(async (phone) => {
    for (const text of texts) await deliver(() => port, textFrom(phone, text));
  }));
  await until('some replies are out', () => world.graph.accepted.length >= 50);
  port = stayer.port;
  await leaver.stop();
  const [owned] = await world.rows<{ n: number }>(`select count(distinct owner)::int as n from outbox where owner <> 'nobody'`);
  expect(owned!.n).toBeLessThanOrEqual(1);
  await talking;
  await until('the last replies', () => phones.every((phone) => world.graph.textsTo(phone).includes(replies.at(-1)!)));
  for (const phone of phones) expect(world.graph.textsTo(phone)).toEqual(replies);
});

test('what is in hand is sent and written down before the engine is gone, the replies that wait behind it too', async () => {
  let release = () => {};
  world.graph.fate = ({ text }) => (text === echoOf('a') ? new Promise((resolve) => { release = () => resolve('accepted'); }) : 'accepted');
  const engine = await world.engine();
  const phone = nextPhone();
  await deliver(() => engine.port, textFrom(phone, 'a'));
  await until('the reply is on its way', () => world.graph.asked.length === 1);
  for (const text of ['b', 'c']) await deliver(() => engine.port, textFrom(phone, text));
  await until('two more wait behind it', async () => (await world.rows('select 1 from outbox')).length === 3);
  let stopped = false;
  const stopping = engine.stop().then(() => { stopped = true; });
  await until('it is stopping', async () => (await fetch(`http://127.0.0.1:${engine.port}/health/ready`)).status === 503);
  expect(stopped).toBe(false);
  release();
  await stopping;
  expect(await world.rows('select 1 from outbox')).toEqual([]);
  expect(await world.rows(`select content from conversation_logs where role = 'assistant' order by id`)).toEqual([echoOf('a'), echoOf('a', 'b'), echoOf('a', 'b', 'c')].map((content) => ({ content })));
});

test('a child process that is told to end under load ends by itself, within seconds, with no handle open', async () => {
  const child = await startChild(world, ['web', 'worker', 'scheduler']);
  const phones = Array.from({ length: 20 }, nextPhone);
  await Promise.all(phones.map((phone) => deliver(() => child.port, textFrom(phone, 'a'))));
  const begun = performance.now();
  expect(await child.end('SIGTERM')).toBe(0);
  expect(performance.now() - begun).toBeLessThan(10_000);
  await world.engine();
  await until('every reply', () => phones.every((phone) => world.graph.textsTo(phone).length >= 1));
  for (const phone of phones) expect(world.graph.textsTo(phone)).toEqual([echoOf('a')]);
});

test('a client that keeps posting over one connection does not keep the engine from ending', async () => {
  const engine = await world.engine();
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const phone = nextPhone();
  const postOnce = () => new Promise<number>((resolve) => {
    const body = JSON.stringify(hookOf([textFrom(phone, 'x')]));
    const request = http.request({ agent, port: engine.port, path: '/webhooks/whatsapp', method: 'POST', headers: { 'x-hub-signature-256': signBody(body, APP_SECRET) } }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode!));
    });
    request.on('error', () => resolve(0));
    request.end(body);
  });
  expect(await postOnce()).toBe(200);
  let over = false;
  const posting = (async () => {
    while (!over) if ((await postOnce()) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  })();
  const stopping = engine.stop().then(() => { over = true; });
  await until('it has ended', () => over, 15).finally(() => { over = true; });
  await posting;
  agent.destroy();
  await stopping;
});

test.each(['PostgreSQL', 'Redis'] as const)('an engine ends within seconds though %s has gone silent', async (which) => {
  const proxy = await startProxy(which === 'Redis' ? world.corner.redisUrl : world.corner.databaseUrl);
  const engine = await world.engine(which === 'Redis' ? { redisUrl: proxy.url } : { databaseUrl: proxy.url });
  const phone = nextPhone();
  await deliver(() => engine.port, textFrom(phone, 'a'));
  await until('the reply', () => world.graph.textsTo(phone).length === 1);
  proxy.freeze();
  let over = false;
  const stopping = engine.stop().then(() => { over = true; });
  await until('it has ended', () => over, 15).finally(() => proxy.mend());
  await stopping;
  await proxy.close();
}, 60_000);
