// Promise 3: one learner's letters are handled one at a time and in order, however many workers run.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deliver, hookOf, nextPhone, openWorld, post, textFrom, until, type World } from '../world.ts';
import { startChild } from './child.ts';
import { echoOf } from './talker.ts';

let world: World;
beforeEach(async () => { world = await openWorld('order'); });
afterEach(() => world.close());

const texts = Array.from({ length: 8 }, (_, i) => `m${i + 1}`);
const replies = texts.map((_, i) => echoOf(...texts.slice(0, i + 1)));
const done = (phones: readonly string[]) => phones.every((phone) => world.graph.textsTo(phone).includes(replies.at(-1)!));

test('60 learners with 8 messages each, three workers in one process: each hears every reply once, in order', async () => {
  const engines = await Promise.all([world.engine(), world.engine(), world.engine()]);
  const phones = Array.from({ length: 60 }, nextPhone);
  await Promise.all(phones.map(async (phone, i) => {
    for (const [j, text] of texts.entries()) await deliver(() => engines[(i + j) % 3]!.port, textFrom(phone, text));
  }));
  await until('the last replies', () => done(phones));
  for (const phone of phones) expect(world.graph.textsTo(phone)).toEqual(replies);
  await until('the outbox is empty', async () => (await world.rows('select 1 from outbox limit 1')).length === 0);
  expect(await world.rows(`select count(*)::int as n, count(distinct whatsapp_message_id)::int as ids from conversation_logs where role = 'assistant'`)).toEqual([{ n: 480, ids: 480 }]);
});

test('the same with a slow WhatsApp, so that replies of one learner are in several processes\' hands', async () => {
  world.graph.fate = () => new Promise((resolve) => setTimeout(resolve, 30, 'accepted'));
  const engines = await Promise.all([world.engine(), world.engine(), world.engine()]);
  const phones = Array.from({ length: 20 }, nextPhone);
  await Promise.all(phones.map(async (phone, i) => {
    for (const [j, text] of texts.entries()) await deliver(() => engines[(i + j) % 3]!.port, textFrom(phone, text));
  }));
  await until('the last replies', () => done(phones), 30);
  for (const phone of phones) expect(world.graph.textsTo(phone)).toEqual(replies);
});

test('in separate processes: a web process, two workers and a scheduler', async () => {
  const children = await Promise.all([startChild(world, ['web']), startChild(world, ['worker']), startChild(world, ['worker']), startChild(world, ['scheduler'])]);
  try {
    const phones = Array.from({ length: 40 }, nextPhone);
    await Promise.all(phones.map(async (phone) => {
      for (const text of texts) await deliver(() => children[0]!.port, textFrom(phone, text));
    }));
    await until('the last replies', () => done(phones), 30);
    for (const phone of phones) expect(world.graph.textsTo(phone)).toEqual(replies);
  } finally {
    await Promise.all(children.map((child) => child.end('SIGKILL')));
  }
});

test('a webhook with 50 messages of one learner keeps their order', async () => {
  const engine = await world.engine();
  const phone = nextPhone();
  const many = Array.from({ length: 50 }, (_, i) => `n${i}`);
  expect((await post(engine.port, hookOf(many.map((text) => textFrom(phone, text))))).status).toBe(200);
  await until('the last reply', () => world.graph.textsTo(phone).includes(echoOf(...many)));
  expect(world.graph.textsTo(phone)).toEqual(many.map((_, i) => echoOf(...many.slice(0, i + 1))));
});
