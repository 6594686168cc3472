// Promise 2: a message that is delivered twice, or by two processes at once, has one effect.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hookOf, nextPhone, openWorld, post, send, textFrom, until, type World } from '../world.ts';
import { echoOf } from './talker.ts';

let world: World;
beforeEach(async () => { world = await openWorld('once'); });
afterEach(() => world.close());

test('200 deliveries of one message at once, through two engines, have one effect', async () => {
  const engines = await Promise.all([world.engine(), world.engine()]);
  const phone = nextPhone();
  const body = hookOf([textFrom(phone, 'hola')]);
  const statuses = await Promise.all(Array.from({ length: 200 }, async (_, i) => (await post(engines[i % 2]!.port, body)).status));
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(await send(engines[0]!.port, textFrom(phone, 'fin'))).toBe(200);
  await until('the last reply', () => world.graph.textsTo(phone).includes(echoOf('hola', 'fin')));
  expect(world.graph.textsTo(phone)).toEqual([echoOf('hola'), echoOf('hola', 'fin')]);
  expect(await world.rows(`select count(*)::int as letters from letters`)).toEqual([{ letters: 2 }]);
  expect(await world.rows(`select count(*)::int as learners from users`)).toEqual([{ learners: 1 }]);
});

test('many learners, each message delivered three times by different engines, are each heard once', async () => {
  const engines = await Promise.all([world.engine(), world.engine()]);
  const phones = Array.from({ length: 40 }, nextPhone);
  await Promise.all(phones.map(async (phone) => {
    for (const text of ['a', 'b', 'c']) {
      const message = textFrom(phone, text);
      await Promise.all([0, 1, 0].map((i) => send(engines[i]!.port, message)));
    }
  }));
  await until('the last replies', () => phones.every((phone) => world.graph.textsTo(phone).includes(echoOf('a', 'b', 'c'))));
  for (const phone of phones) expect(world.graph.textsTo(phone)).toEqual([echoOf('a'), echoOf('a', 'b'), echoOf('a', 'b', 'c')]);
});

test('a delivery is recognised again days after it was handled', async () => {
  const engine = await world.engine();
  const phone = nextPhone();
  const message = textFrom(phone, 'hola');
  await send(engine.port, message);
  await until('the reply', () => world.graph.textsTo(phone).length === 1);
  await world.rows(`update letters set posted_at = now() - interval '7 days'`);
  expect(await send(engine.port, message)).toBe(200);
  await send(engine.port, textFrom(phone, 'fin'));
  await until('the last reply', () => world.graph.textsTo(phone).length >= 2);
  expect(world.graph.textsTo(phone)).toEqual([echoOf('hola'), echoOf('hola', 'fin')]);
});

test('one message twice in the same webhook has one effect', async () => {
  const engine = await world.engine();
  const phone = nextPhone();
  const message = textFrom(phone, 'hola');
  await send(engine.port, message, message, textFrom(phone, 'fin'));
  await until('the last reply', () => world.graph.textsTo(phone).includes(echoOf('hola', 'fin')));
  expect(world.graph.textsTo(phone)).toEqual([echoOf('hola'), echoOf('hola', 'fin')]);
});
