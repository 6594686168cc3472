// Health and metrics: ready only with PostgreSQL, with or without Redis, and no person in any number.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startProxy } from '../store/proxy.ts';
import { nextPhone, openWorld, send, textFrom, until, type World } from '../world.ts';

let world: World;
beforeEach(async () => { world = await openWorld('health'); });
afterEach(() => world.close());

const get = async (port: number, route: string) => {
  const answer = await fetch(`http://127.0.0.1:${port}${route}`);
  return { status: answer.status, body: await answer.text() };
};

test('live and ready while both stores are there', async () => {
  const { port } = await world.engine();
  expect(await get(port, '/health/live')).toEqual({ status: 200, body: '{"status":"live"}' });
  expect((await get(port, '/health/ready')).status).toBe(200);
  expect(JSON.parse((await get(port, '/health/ready')).body)).toEqual({ status: 'ready', postgres: 'up', redis: 'up' });
});

test('not ready, but live, while PostgreSQL is cut off, and ready when it is back', async () => {
  const proxy = await startProxy(world.corner.databaseUrl);
  const engine = await world.engine({ databaseUrl: proxy.url });
  await proxy.cut();
  expect(await get(engine.port, '/health/ready')).toMatchObject({ status: 503, body: expect.stringContaining('"postgres":"down"') });
  expect((await get(engine.port, '/health/live')).status).toBe(200);
  await proxy.mend();
  await until('it is ready again', async () => (await get(engine.port, '/health/ready')).status === 200);
  await engine.stop();
  await proxy.close();
});

test('not ready within seconds when PostgreSQL takes connections and never answers', async () => {
  const proxy = await startProxy(world.corner.databaseUrl);
  const engine = await world.engine({ databaseUrl: proxy.url });
  proxy.freeze();
  expect(await get(engine.port, '/health/ready')).toMatchObject({ status: 503 });
  await proxy.mend();
  await until('it is ready again', async () => (await get(engine.port, '/health/ready')).status === 200);
  await engine.stop();
  await proxy.close();
}, 40_000);

test('ready without Redis', async () => {
  const proxy = await startProxy(world.corner.redisUrl);
  const engine = await world.engine({ redisUrl: proxy.url });
  await proxy.cut();
  expect(await get(engine.port, '/health/ready')).toMatchObject({ status: 200, body: expect.stringContaining('"redis":"down"') });
  await proxy.mend();
  await engine.stop();
  await proxy.close();
});

test('metrics count what happened and name nobody', async () => {
  const engine = await world.engine();
  const phone = nextPhone();
  world.graph.fate = (_sent, nth) => (nth === 1 ? { status: 400, code: 131009, message: `cannot write to +${phone}` } : 'accepted');
  await send(engine.port, textFrom(phone, 'a very private sentence'));
  await until('it has left', async () => (await world.rows('select 1 from delivery_failures')).length === 1);
  await until('it is counted', async () => /charla_effects_finished_total\{outcome="drop"\} 1/.test((await get(engine.port, '/metrics')).body));
  const { status, body } = await get(engine.port, '/metrics');
  expect(status).toBe(200);
  expect(body).toMatch(/charla_webhooks_total\{status="200"\} 1/);
  expect(body).toMatch(/charla_messages_total\{kind="text"\} 1/);
  expect(body).toMatch(/charla_turns_total 1/);
  for (const private_ of [phone, 'private', 'Ana', await world.idOf(phone)]) expect(body).not.toContain(private_);
  for (const private_ of [phone, 'private', 'Ñíguez']) expect(world.logs.join('\n')).not.toContain(private_);
});

test('a process without the web part tells of its health and metrics too', async () => {
  const engine = await world.engine({ roles: new Set(['worker']) });
  expect((await get(engine.port, '/health/ready')).status).toBe(200);
  expect((await get(engine.port, '/metrics')).body).toContain('charla_turns_total');
});
