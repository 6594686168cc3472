// What left is written down once: one row gone, one line in the conversation log.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createFinish, finish } from '../../src/outbox/finish.ts';
import { settle } from '../../src/outbox/settle.ts';
import { silence } from '../../src/outbox/silence.ts';
import { openStore } from '../../src/store/postgres.ts';
import { tagOf } from '../../src/outbox/say.ts';
import type { DeliveryStatus } from '../../src/channels/whatsapp/inbound.ts';
import { openWorld, until, type World } from '../world.ts';
import { sayRow } from './rows.ts';

let world: World;
beforeAll(async () => { world = await openWorld('finish'); });
beforeEach(() => world.empty());
afterAll(() => world.close());

const logs = () => world.rows('select user_id, role, content, message_type, whatsapp_message_id from conversation_logs order by id');
const failures = () => world.rows('select user_id, provider_id, code, action from delivery_failures order by id');
const left = () => world.rows('select seq::int from outbox order by seq');
const said = (content: string, providerId: string) => ({ content, type: 'text' as const, providerId });
const status = (own: Partial<DeliveryStatus>): DeliveryStatus => ({
  providerId: 'wamid.1', status: 'sent', at: 0, tag: null, recipient: { phone: null, bsuid: null }, errorCode: null, errorText: null, billable: null, category: null, ...own,
});

test('a send is logged once, however often its end is told', async () => {
  const { id } = await world.learner();
  const row = await sayRow(world, id, 1, 'hola');
  await finish(world.store, [{ row, said: said('hola', 'wamid.1') }]);
  await finish(world.store, [{ row, said: said('hola', 'wamid.1') }]);
  expect(await left()).toEqual([]);
  expect(await logs()).toEqual([{ user_id: id, role: 'assistant', content: 'hola', message_type: 'text', whatsapp_message_id: 'wamid.1' }]);
});

test('a row that a status finished is not logged a second time by its sender', async () => {
  const { id } = await world.learner();
  const row = await sayRow(world, id, 1, 'hola', { bubble: { text: 'hola', buttons: [{ id: 'a', title: 'A' }] } });
  for (const one of ['sent', 'delivered', 'read'] as const) await settle(world.store, [status({ tag: tagOf(row), status: one })]);
  await finish(world.store, [{ row, said: said('hola\n[A]', 'wamid.1') }]);
  expect(await left()).toEqual([]);
  expect(await logs()).toEqual([{ user_id: id, role: 'assistant', content: 'hola\n[A]', message_type: 'text', whatsapp_message_id: 'wamid.1' }]);
});

test('several statuses of several messages in one webhook settle each row once', async () => {
  const { id } = await world.learner();
  const rows = [await sayRow(world, id, 1, 'a'), await sayRow(world, id, 2, 'b'), await sayRow(world, id, 3, 'c')];
  const statuses = rows.slice(0, 2).flatMap((row, i) => (['sent', 'delivered'] as const).map((one) => status({ tag: tagOf(row), status: one, providerId: `wamid.${i}` })));
  await Promise.all([settle(world.store, statuses), settle(world.store, statuses.toReversed()), settle(world.store, statuses)]);
  expect(await left()).toEqual([{ seq: 3 }]);
  expect(await logs()).toMatchObject([{ content: 'a' }, { content: 'b' }]);
});

test('senders, statuses and STOP that meet over the same replies never wait for each other in a circle', async () => {
  const store = openStore(world.corner.databaseUrl, 8);
  const learners = await Promise.all(Array.from({ length: 12 }, () => world.learner()));
  await world.rows('insert into mailboxes (user_id, turn) select id, 1000000 from users');
  for (let round = 1; round <= 25; round += 1) {
    const rows = await Promise.all(learners.flatMap(({ id }) => [0, 1].map((i) => sayRow(world, id, round, 'hola', { i }))));
    const wamid = (row: (typeof rows)[number]) => `wamid.${tagOf(row)}`;
    const tagged = (row: (typeof rows)[number], one: DeliveryStatus['status']) => status({ tag: tagOf(row), status: one, providerId: wamid(row) });
    await Promise.all([
      ...[rows, rows.toReversed(), rows.slice(5)].map((some) => finish(store, some.map((row) => ({ row, said: said('hola', wamid(row)) })))),
      ...[rows.toReversed(), rows].map((some) => settle(store, some.map((row) => tagged(row, 'sent')))),
      settle(store, rows.toReversed().map((row) => tagged(row, 'failed'))),
      store.transaction(({ run }) => silence(run, learners.toReversed().map(({ id }) => ({ userId: id, params: {}, context: {}, at: 0 })))),
    ]);
  }
  expect(await left()).toEqual([]);
  expect(await logs()).toHaveLength(25 * 24);
  await store.close();
});

test('statuses of messages that are not ours change nothing', async () => {
  const { id } = await world.learner();
  await sayRow(world, id, 1, 'a');
  await settle(world.store, [status({}), status({ tag: 'a campaign of somebody else' }), status({ tag: `${'-'.repeat(36)}:1:1` }), status({ tag: '00000000-0000-4000-8000-000000000009:1:0' })]);
  expect(await left()).toEqual([{ seq: 1 }]);
  expect(await logs()).toEqual([]);
});

test('a failure told later is written down once, takes the row away, and says whether a person should look', async () => {
  const { id } = await world.learner();
  const row = await sayRow(world, id, 1, 'a');
  const failed = status({ tag: tagOf(row), status: 'failed', errorCode: 131047, errorText: 'Re-engagement message' });
  expect(await settle(world.store, [failed, failed])).toEqual({ alerts: [] });
  await settle(world.store, [failed]);
  expect(await left()).toEqual([]);
  expect(await failures()).toEqual([{ user_id: id, provider_id: 'wamid.1', code: 131047, action: 'window-closed' }]);
  expect((await settle(world.store, [status({ status: 'failed', providerId: 'wamid.2', errorCode: 131031 })])).alerts).toHaveLength(1);
  expect(await failures()).toHaveLength(2);
});

test('an error code that is no 32-bit integer does not cost its siblings their settling', async () => {
  const { id } = await world.learner();
  const row = await sayRow(world, id, 1, 'a');
  await settle(world.store, [status({ status: 'failed', providerId: 'wamid.9', errorCode: 9_007_199_254_740_991 }), status({ tag: tagOf(row) })]);
  expect(await left()).toEqual([]);
  expect(await failures()).toMatchObject([{ provider_id: 'wamid.9', code: null }]);
});

test.each([
  ['an error code too large for the database', { failed: { code: 9_007_199_254_740_991, action: 'drop', detail: 'x' } }],
  ['a detail with a NUL in it', { failed: { code: 1, action: 'drop', detail: 'a\0b' } }],
  ['a detail without end', { failed: { code: 1, action: 'drop', detail: 'x'.repeat(100_000) } }],
  ['an action nobody planned for', { failed: { code: 1, action: 'x'.repeat(100), detail: '' } }],
  ['words with a NUL in them', { said: said('a\0b', 'wamid.0') }],
])('%s does not keep others from being finished', async (_name, bad) => {
  const [ana, ben] = await Promise.all([world.learner(), world.learner()]);
  const [poison, good] = [await sayRow(world, ana.id, 1, 'a'), await sayRow(world, ben.id, 1, 'b')];
  const done = createFinish(world.store, () => {});
  const written: string[] = [];
  done({ row: poison, ...bad, written: () => written.push('poison') });
  done({ row: good, said: said('b', 'wamid.b'), written: () => written.push('good') });
  await until('both rows are gone', async () => (await left()).length === 0, 5);
  await done.idle();
  expect(written.toSorted()).toEqual(['good', 'poison']);
  expect(await logs()).toContainEqual(expect.objectContaining({ content: 'b', whatsapp_message_id: 'wamid.b' }));
});

test('a learner who was erased while a reply was on its way does not keep others from being finished', async () => {
  const [gone, ben] = await Promise.all([world.learner(), world.learner()]);
  const [orphan, good] = [await sayRow(world, gone.id, 1, 'a'), await sayRow(world, ben.id, 1, 'b')];
  await world.rows('delete from users where id = $1', [gone.id]);
  const done = createFinish(world.store, () => {});
  done({ row: orphan, said: said('a', 'wamid.a') });
  done({ row: good, said: said('b', 'wamid.b') });
  await until('both rows are gone', async () => (await left()).length === 0, 5);
  expect(await logs()).toMatchObject([{ content: 'b' }]);
});

test('a wamid of any length is kept to what the log holds', async () => {
  const { id } = await world.learner();
  await finish(world.store, [{ row: await sayRow(world, id, 1, 'a'), said: said('a', `wamid.${'x'.repeat(300)}`) }]);
  expect(await logs()).toHaveLength(1);
});
