// Promise 1: a webhook hears 200 only after each of its messages is on disk, and one bad item never costs another.
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { startProxy, type Proxy } from '../store/proxy.ts';
import { connect, hookOf, nextPhone, openWorld, post, send, settled, textFrom, until, type World } from '../world.ts';
import { echoOf } from './talker.ts';

let world: World;
beforeEach(async () => { world = await openWorld('durable'); });
afterEach(() => world.close());

test('no 200 while the letters cannot be written, 200 as soon as they are', async () => {
  const engine = await world.engine();
  const phone = nextPhone();
  await send(engine.port, textFrom(phone, 'first'));
  const holder = await connect(world.corner.databaseUrl);
  onTestFinished(() => holder.end());
  await holder.query('begin; lock table letters in exclusive mode');
  let status: number | null = null;
  const sending = send(engine.port, textFrom(phone, 'second')).then((got) => { status = got; });
  await until('the insert waits', async () => (await world.rows(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length > 0);
  await settled();
  expect(status).toBeNull();
  await holder.query('rollback');
  await sending;
  expect(status).toBe(200);
  expect(await world.rows('select count(*)::int as letters from letters')).toEqual([{ letters: 2 }]);
});

test('a process that dies right after its 200 has lost nothing: the letter is there without any worker', async () => {
  const web = await world.engine({ roles: new Set(['web']) });
  const phone = nextPhone();
  expect(await send(web.port, textFrom(phone, 'hola'))).toBe(200);
  expect(await world.rows('select lane, n::int, body from letters')).toMatchObject([{ lane: 0, n: 1, body: expect.stringContaining('hola') }]);
});

test('with PostgreSQL out of reach a webhook hears 503, and the delivery after its return is answered once', async () => {
  const proxy: Proxy = await startProxy(world.corner.databaseUrl);
  const engine = await world.engine({ databaseUrl: proxy.url });
  const phone = nextPhone();
  await send(engine.port, textFrom(phone, 'before'));
  await until('the first reply', () => world.graph.textsTo(phone).length === 1);
  await proxy.cut();
  const message = textFrom(phone, 'during');
  expect(await send(engine.port, message)).toBe(503);
  await proxy.mend();
  await until('the delivery is taken', async () => (await send(engine.port, message)) === 200);
  await until('the reply', () => world.graph.textsTo(phone).includes(echoOf('before', 'during')));
  expect(world.graph.textsTo(phone)).toEqual([echoOf('before'), echoOf('before', 'during')]);
  await engine.stop();
  await proxy.close();
});

test('a database that breaks every connection under load loses no message that heard 200', async () => {
  const proxy = await startProxy(world.corner.databaseUrl);
  const engine = await world.engine({ databaseUrl: proxy.url });
  const phones = Array.from({ length: 30 }, nextPhone);
  const told: string[] = [];
  const talking = Promise.all(phones.map(async (phone) => {
    for (const text of ['a', 'b', 'c', 'd']) {
      const message = textFrom(phone, text);
      await until('a 200', async () => (await send(engine.port, message).catch(() => 0)) === 200);
      told.push(phone);
    }
  }));
  await until('a quarter has been taken', () => told.length >= 30);
  await proxy.cut();
  await proxy.mend();
  await talking;
  await until('every last reply', () => phones.every((phone) => world.graph.textsTo(phone).includes(echoOf('a', 'b', 'c', 'd'))), 30);
  for (const phone of phones) expect([...new Set(world.graph.textsTo(phone))]).toEqual([echoOf('a'), echoOf('a', 'b'), echoOf('a', 'b', 'c'), echoOf('a', 'b', 'c', 'd')]);
  await engine.stop();
  await proxy.close();
});

test('a broken item among good ones costs nobody else a reply', async () => {
  const engine = await world.engine();
  const [ana, ben] = [nextPhone(), nextPhone()];
  const body = hookOf([textFrom(ana, 'hola'), textFrom(ben, 'hej')], {
    messages: [textFrom(ana, 'hola'), { id: 'wamid.broken', type: 'text' }, 7, null, textFrom(ben, 'hej')],
    statuses: [{ id: 'wamid.x' }, 'nonsense', { id: 'wamid.y', status: 'sent', timestamp: 'yesterday' }],
  });
  expect((await post(engine.port, body)).status).toBe(200);
  await until('both replies', () => world.graph.accepted.length === 2);
  expect(world.graph.textsTo(ana)).toEqual([echoOf('hola')]);
  expect(world.graph.textsTo(ben)).toEqual([echoOf('hej')]);
});
