// The table of effects that are written with their turn: it agrees with the machines and the folder, and a turn is never half done.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { effectNames } from '../../machines/vocabulary.ts';
import { records, writeRecords } from '../../src/outbox/records.ts';
import type { Turned } from '../../src/conversation/turn.ts';
import { openWorld, type World } from '../world.ts';
import { sayRow } from './rows.ts';

let world: World;
beforeAll(async () => { world = await openWorld('records'); });
beforeEach(() => world.empty());
afterAll(() => world.close());

const turned = (own: Partial<Turned>): Turned => ({
  session: null, taken: [0, 0], held: false, stopped: false, lookAgainAt: null, bubbles: [], until: null, starts: [], facts: [], records: [], heard: [], dead: [], ...own,
});
const record = (type: string, params: Record<string, unknown> = {}) => ({ type, params, context: {}, at: Date.parse('2030-01-01T12:00:00Z') });
const write = (...turns: { userId: string; turned: Turned }[]) => world.store.transaction(({ run }) => writeRecords(run, turns));

test('every effect that a machine may name is in the table, and nothing else is', () => {
  expect(Object.keys(records).toSorted()).toEqual(effectNames.filter((name) => name !== 'say').toSorted());
});

test('each effect has a file of its own name; unsilence shares its twin\'s', () => {
  const files = readdirSync(path.resolve(import.meta.dirname, '../../src/outbox'));
  for (const name of Object.keys(records)) if (name !== 'unsilence') expect(files).toContain(`${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`);
});

test('an effect nobody knows fails the transaction, and nothing beside it is written', async () => {
  const { id } = await world.learner();
  await expect(write({ userId: id, turned: turned({ records: [record('callHuman'), record('makeCoffee')] }) })).rejects.toThrow('makeCoffee');
  expect(await world.rows('select 1 from human_requests')).toEqual([]);
});

test('facts are written with their time and without their type twice', async () => {
  const { id } = await world.learner();
  await write({ userId: id, turned: turned({ facts: [{ type: 'lesson.finished', right: 4, at: Date.parse('2030-01-01T12:00:00Z') }] }) });
  expect(await world.rows('select user_id, type, data, at from facts')).toEqual([{ user_id: id, type: 'lesson.finished', data: { right: 4 }, at: new Date('2030-01-01T12:00:00Z') }]);
});

test('a person is asked for once per reason while nobody has answered', async () => {
  const { id } = await world.learner();
  for (const reason of ['asked', 'asked', 'erase']) await write({ userId: id, turned: turned({ records: [record('callHuman', { reason })] }) });
  expect(await world.rows('select reason from human_requests order by id')).toEqual([{ reason: 'asked' }, { reason: 'erase' }]);
});

test('silence takes back what was to be said before its turn; not its own reply, not jobs, not others\' replies', async () => {
  const [ana, ben] = await Promise.all([world.learner(), world.learner()]);
  await world.rows('insert into mailboxes (user_id, turn) values ($1, 3), ($2, 3)', [ana.id, ben.id]);
  for (const seq of [1, 2, 3]) await sayRow(world, ana.id, seq, `a${seq}`);
  await sayRow(world, ben.id, 1, 'b1');
  await world.rows(`insert into outbox (user_id, seq, i, kind, body, owner, lease_until) values ($1, 1, 1, 'start', '{}', 'x', now())`, [ana.id]);
  await write({ userId: ana.id, turned: turned({ records: [record('silence')] }) });
  expect(await world.rows('select user_id, seq::int, kind from outbox order by kind, seq, user_id = $1', [ana.id])).toEqual([
    { user_id: ben.id, seq: 1, kind: 'say' }, { user_id: ana.id, seq: 3, kind: 'say' }, { user_id: ana.id, seq: 1, kind: 'start' },
  ]);
});
