// Promise 4: kill -9 loses no message and no state; a send with an unknown outcome is settled by its status before it is tried again.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deliver, nextPhone, openWorld, send, textFrom, until, type World } from '../world.ts';
import { startChild, type Child } from './child.ts';
import { echoOf } from './talker.ts';

let world: World;
const children: Child[] = [];
beforeEach(async () => { world = await openWorld('killed'); });
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.end('SIGKILL')));
  await world.close();
});
const child = async (roles: Parameters<typeof startChild>[1]) => {
  const one = await startChild(world, roles);
  children.push(one);
  return one;
};

const texts = ['a', 'b', 'c', 'd', 'e', 'f'];
const replies = texts.map((_, i) => echoOf(...texts.slice(0, i + 1)));

test('a worker killed under load: nothing lost, nothing doubled, in order, once WhatsApp tells what it took', async () => {
  const web = await child(['web', 'scheduler']);
  const worker = await child(['worker']);
  world.graph.webhooks.push(`http://127.0.0.1:${web.port}/webhooks/whatsapp`);
  const phones = Array.from({ length: 60 }, nextPhone);
  const talking = Promise.all(phones.map(async (phone) => {
    for (const [i, text] of texts.entries()) {
      await deliver(() => web.port, textFrom(phone, text));
      // The next one only after some reply, so that the load lasts over the kill.
      if (i < 3) await until('a reply', () => world.graph.textsTo(phone).length > i, 30);
    }
  }));
  await until('some replies are out', () => world.graph.accepted.length >= 100, 30);
  await worker.end('SIGKILL');
  await child(['worker']);
  await talking;
  await until('the last replies', () => phones.every((phone) => world.graph.textsTo(phone).includes(replies.at(-1)!)), 30);
  for (const phone of phones) expect(world.graph.textsTo(phone)).toEqual(replies);
}, 90_000);

test('a process with all roles killed under load: nothing lost, in order, nothing doubled', async () => {
  let one = await child(['web', 'worker', 'scheduler']);
  const { port } = one;
  world.graph.webhooks.push(`http://127.0.0.1:${port}/webhooks/whatsapp`);
  const phones = Array.from({ length: 40 }, nextPhone);
  const talking = Promise.all(phones.map(async (phone) => {
    for (const text of texts) await deliver(() => port, textFrom(phone, text));
  }));
  await until('some replies are out', () => world.graph.accepted.length >= 60);
  await one.end('SIGKILL');
  one = await startChild(world, ['web', 'worker', 'scheduler'], port);
  children.push(one);
  await talking;
  await until('the last replies', () => phones.every((phone) => world.graph.textsTo(phone).includes(replies.at(-1)!)), 30);
  for (const phone of phones) expect(world.graph.textsTo(phone)).toEqual(replies);
}, 90_000);

test('an unknown outcome that a status settles is said once, and the next reply waits for it', async () => {
  const engine = await world.engine();
  world.graph.webhooks.push(`http://127.0.0.1:${engine.port}/webhooks/whatsapp`);
  world.graph.fate = (_sent, nth) => (nth === 1 && world.graph.asked.length === 1 ? 'lost' : 'accepted');
  const phone = nextPhone();
  await send(engine.port, textFrom(phone, 'a'));
  await until('WhatsApp took it', () => world.graph.accepted.length === 1);
  await send(engine.port, textFrom(phone, 'b'));
  await until('the second reply', () => world.graph.textsTo(phone).includes(echoOf('a', 'b')));
  await until('the outbox is empty', async () => (await world.rows('select 1 from outbox')).length === 0);
  expect(world.graph.textsTo(phone)).toEqual([echoOf('a'), echoOf('a', 'b')]);
  expect(await world.rows(`select content, whatsapp_message_id as id from conversation_logs where role = 'assistant' order by id`)).toEqual([
    { content: echoOf('a'), id: 'wamid.out.1' }, { content: echoOf('a', 'b'), id: 'wamid.out.2' },
  ]);
});

test('an unknown outcome without a status is said again after the settle time, before what came later', async () => {
  const engine = await world.engine();
  world.graph.fate = () => (world.graph.asked.length === 1 ? 'lost' : 'accepted');
  const phone = nextPhone();
  await send(engine.port, textFrom(phone, 'a'));
  await until('the first try', () => world.graph.asked.length === 1);
  const begun = performance.now();
  await send(engine.port, textFrom(phone, 'b'));
  await until('the second reply', () => world.graph.textsTo(phone).includes(echoOf('a', 'b')));
  expect(performance.now() - begun).toBeGreaterThan(4_000);
  expect(world.graph.textsTo(phone)).toEqual([echoOf('a'), echoOf('a'), echoOf('a', 'b')]);
});

test('replies stay in order while the first one is refused and tried again', async () => {
  const engines = await Promise.all([world.engine(), world.engine()]);
  const phone = nextPhone();
  world.graph.fate = ({ text }, nth) => (text === echoOf('a') && nth <= 2 ? { status: 503, code: 131016 } : 'accepted');
  for (const [i, text] of ['a', 'b', 'c', 'd'].entries()) await send(engines[i % 2]!.port, textFrom(phone, text));
  await until('the last reply', () => world.graph.textsTo(phone).includes(echoOf('a', 'b', 'c', 'd')));
  expect(world.graph.textsTo(phone)).toEqual([echoOf('a'), echoOf('a', 'b'), echoOf('a', 'b', 'c'), echoOf('a', 'b', 'c', 'd')]);
});
