// Who wrote: one learner per person, whatever names WhatsApp gives, however many processes meet them at once.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../../src/engine.ts';
import { createIdentities, type Writer } from '../../src/learners/identity.ts';
import { hookOf, nextPhone, openWorld, post, send, settled, textFrom, until, type HookMessage, type World } from '../world.ts';
import { echoOf } from './talker.ts';

let world: World;
let engine: Engine;
let bsuid: string;
let serial = 0;
beforeAll(async () => {
  world = await openWorld('identity');
  engine = await world.engine();
});
beforeEach(() => { bsuid = `ES.${(serial += 1)}00Q`; });
afterAll(() => world.close());

const hear = async (message: HookMessage, contact: Record<string, unknown>) => {
  expect((await post(engine.port, hookOf([message], { contacts: [contact] }))).status).toBe(200);
};
const learners = async (...values: string[]) => [...new Set((await world.rows<{ user_id: string }>('select user_id from identities where value = any($1::text[])', [values])).map((row) => row.user_id))];
const reply = (to: string, text: string) => until(`${text} to ${to}`, () => world.graph.textsTo(to).includes(text));

test('known by phone alone: answered at that number', async () => {
  const phone = nextPhone();
  await send(engine.port, textFrom(phone, 'a'));
  await reply(phone, echoOf('a'));
  expect(await world.rows('select whatsapp_id, phone_number, display_name from users where whatsapp_id = $1', [phone])).toEqual([{ whatsapp_id: phone, phone_number: `+${phone}`, display_name: 'Ana Ñíguez' }]);
});

test('known by user id alone: answered at that id', async () => {
  const { from: _from, ...message } = textFrom('0', 'a', { from_user_id: bsuid });
  await hear(message, { user_id: bsuid, profile: { name: 'Ana' } });
  await reply(bsuid, echoOf('a'));
});

test('known by both, then by either: one learner, one conversation', async () => {
  const phone = nextPhone();
  await hear(textFrom(phone, 'a', { from_user_id: bsuid }), { wa_id: phone, user_id: bsuid });
  await hear(textFrom(phone, 'b'), { wa_id: phone });
  const { from: _from, ...byId } = textFrom('0', 'c', { from_user_id: bsuid });
  await hear(byId, { user_id: bsuid });
  await reply(phone, echoOf('a', 'b', 'c'));
  expect(await learners(`+${phone}`, bsuid)).toHaveLength(1);
});

test('first by user id, then with the number too: the same learner', async () => {
  const phone = nextPhone();
  const { from: _from, ...byId } = textFrom('0', 'a', { from_user_id: bsuid });
  await hear(byId, { user_id: bsuid });
  await reply(bsuid, echoOf('a'));
  await hear(textFrom(phone, 'b', { from_user_id: bsuid }), { wa_id: phone, user_id: bsuid });
  await until('the second reply', () => [...world.graph.textsTo(phone), ...world.graph.textsTo(bsuid)].includes(echoOf('a', 'b')));
  expect(await learners(`+${phone}`, bsuid)).toHaveLength(1);
});

const change = (from: string, to: string) => ({ from, id: `wamid.change.${(serial += 1)}`, timestamp: '1795340000', type: 'system', system: { type: 'user_changed_number', wa_id: to, body: 'changed' } });

test('a learner who changed their number goes on where they were, and is answered at the new one', async () => {
  const [old, next] = [nextPhone(), nextPhone()];
  await send(engine.port, textFrom(old, 'a'));
  await reply(old, echoOf('a'));
  const moved = change(old, next);
  for (let i = 0; i < 2; i++) expect(await send(engine.port, moved)).toBe(200);
  await send(engine.port, textFrom(next, 'b'));
  await until('the reply', () => [...world.graph.textsTo(old), ...world.graph.textsTo(next)].includes(echoOf('a', 'b')));
  expect(await learners(`+${next}`)).toHaveLength(1);
  expect(await learners(`+${old}`)).toEqual([]);
  expect(await world.rows('select phone_number from users where whatsapp_id = $1', [next])).toEqual([{ phone_number: `+${next}` }]);
});

test('the old number, when somebody else gets it, is a stranger\'s, also when the change is delivered once more', async () => {
  const [old, next] = [nextPhone(), nextPhone()];
  await send(engine.port, textFrom(old, 'a'));
  await reply(old, echoOf('a'));
  const moved = change(old, next);
  await send(engine.port, moved);
  await send(engine.port, textFrom(old, 'x'));
  await reply(old, echoOf('x'));
  await send(engine.port, moved);
  expect(await send(engine.port, textFrom(old, 'y'))).toBe(200);
  await reply(old, echoOf('x', 'y'));
  expect(await learners(`+${old}`, `+${next}`)).toHaveLength(2);
});

test('a change to a number that is already somebody\'s leaves both with their own', async () => {
  const [ana, ben] = [nextPhone(), nextPhone()];
  for (const phone of [ana, ben]) {
    await send(engine.port, textFrom(phone, 'a'));
    await reply(phone, echoOf('a'));
  }
  await send(engine.port, change(ana, ben));
  for (const phone of [ana, ben]) {
    expect(await send(engine.port, textFrom(phone, 'b'))).toBe(200);
    await reply(phone, echoOf('a', 'b'));
  }
  expect(await learners(`+${ana}`, `+${ben}`)).toHaveLength(2);
});

test('a changed user id is followed', async () => {
  const phone = nextPhone();
  const next = `${bsuid}N`;
  await hear(textFrom(phone, 'a', { from_user_id: bsuid }), { wa_id: phone, user_id: bsuid });
  const body = { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [{ field: 'user_id_update', value: { metadata: { phone_number_id: '106540352242922' }, user_id_update: [{ wa_id: phone, user_id: { previous: bsuid, current: next }, timestamp: 1795340000 }] } }] }] };
  expect((await post(engine.port, body)).status).toBe(200);
  const { from: _from, ...byId } = textFrom('0', 'b', { from_user_id: next });
  await hear(byId, { user_id: next });
  await reply(phone, echoOf('a', 'b'));
  expect(await learners(`+${phone}`, next)).toHaveLength(1);
});

const writers = (phone: string): Writer[] => [
  { phone: `+${phone}`, bsuid, name: 'Ana' }, { phone: null, bsuid, name: null }, { phone: `+${phone}`, bsuid: null, name: null },
];

test('100 first messages of one stranger, met by four processes at once under the same names, make one learner', async () => {
  const phone = nextPhone();
  const processes = Array.from({ length: 4 }, () => createIdentities(world.store));
  const ids = await Promise.all(Array.from({ length: 100 }, (_, i) => processes[i % 4]!(writers(phone)[0]!)));
  expect(new Set(ids).size).toBe(1);
  expect(await world.rows('select 1 from users where whatsapp_id = $1', [phone])).toHaveLength(1);
});

test('messages of one person find their learner in the order they came, also while they are becoming known', async () => {
  const writer = writers(nextPhone())[0]!;
  // Both lookups wait: the first message's, and the second's, which was asked while the first was under way.
  const open: (() => void)[] = [];
  const closed = [0, 1].map((i) => new Promise<void>((resolve) => { open[i] = resolve; }));
  let lookups = 0;
  const find = createIdentities({
    ...world.store,
    async run(statement, values) {
      if (statement.name === 'meet-people') await closed[(lookups += 1) - 1];
      return world.store.run(statement, values) as never;
    },
  });
  const order: string[] = [];
  const ask = (name: string) => Promise.resolve(find(writer)).then(() => order.push(name));
  const first = ask('first');
  await until('the first is being looked up', () => lookups === 1);
  const second = ask('second');
  open[0]!();
  await first;
  await until('the second is being looked up', () => lookups === 2);
  const third = ask('third');
  await settled();
  expect(order).toEqual(['first']);
  open[1]!();
  await Promise.all([second, third]);
  expect(order).toEqual(['first', 'second', 'third']);
});

test('20 strangers known by user id alone, met by two processes at once, leave no nameless learner', async () => {
  const before = (await world.rows('select 1 from users')).length;
  const processes = [createIdentities(world.store), createIdentities(world.store)];
  const strangers = Array.from({ length: 20 }, (_, i): Writer => ({ phone: null, bsuid: `${bsuid}x${i}`, name: null }));
  const ids = await Promise.all([...strangers, ...strangers].map((writer, i) => processes[i < 20 ? 0 : 1]!(writer)));
  expect(ids.slice(0, 20)).toEqual(ids.slice(20));
  expect((await world.rows('select 1 from users')).length - before).toBe(20);
});

test('one stranger in one batch under different names is one learner', async () => {
  for (const order of [[0, 1], [1, 0], [0, 2, 1], [1, 0, 2]]) {
    bsuid = `ES.${(serial += 1)}00Q`;
    const phone = nextPhone();
    const before = (await world.rows('select 1 from users')).length;
    const find = createIdentities(world.store);
    const ids = await Promise.all(order.map((i) => find(writers(phone)[i]!)));
    expect(new Set(ids).size, String(order)).toBe(1);
    expect((await world.rows('select 1 from users')).length - before, String(order)).toBe(1);
  }
});

test('a number that nobody knows and the same number beside a known user id, in one batch, belong to that id', async () => {
  for (const order of [[2, 0], [0, 2]]) {
    bsuid = `ES.${(serial += 1)}00Q`;
    const phone = nextPhone();
    const known = await createIdentities(world.store)(writers(phone)[1]!);
    const find = createIdentities(world.store);
    expect(await Promise.all(order.map((i) => find(writers(phone)[i]!))), String(order)).toEqual([known, known]);
    expect(await createIdentities(world.store)(writers(phone)[2]!), String(order)).toBe(known);
  }
});

test('one stranger, met by two processes at once under different names, ends as one learner', async () => {
  for (let round = 0; round < 15; round++) {
    bsuid = `ES.${(serial += 1)}00Q`;
    const phone = nextPhone();
    const [one, two] = [createIdentities(world.store), createIdentities(world.store)];
    await Promise.all([one(writers(phone)[0]!), two(writers(phone)[1]!)]);
    const after = createIdentities(world.store);
    expect(new Set(await Promise.all(writers(phone).map((writer) => after(writer)))).size).toBe(1);
    expect(await learners(`+${phone}`, bsuid)).toHaveLength(1);
  }
});

test('somebody who was erased and writes again is a stranger, and not refused', async () => {
  const phone = nextPhone();
  await send(engine.port, textFrom(phone, 'a'));
  await reply(phone, echoOf('a'));
  const id = await world.idOf(phone);
  for (const table of ['sessions', 'letters', 'outbox']) await world.rows(`delete from ${table} where user_id = $1`, [id]);
  await world.rows('delete from users where id = $1', [id]);
  expect(await send(engine.port, textFrom(phone, 'b'))).toBe(200);
  await reply(phone, echoOf('b'));
});
