// Effects are taken over when their lease has run out: at once from oneself, and from others only after a status had time to settle them.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { claimDueEffects, nobody, settleSeconds } from '../../src/outbox/claim-due.ts';
import { openWorld, type World } from '../world.ts';
import { owner, sayRow } from './rows.ts';

let world: World;
beforeAll(async () => { world = await openWorld('claim-due'); });
beforeEach(() => world.empty());
afterAll(() => world.close());

const claimed = async () => (await claimDueEffects(world.store, owner, 10)).map(({ seq }) => seq);
const rowOf = async (whose: string, leaseMs: number, seq: number) => {
  const { id } = await world.learner();
  await sayRow(world, id, seq, 'hola', { owner: whose, leaseMs });
};

test('what another process may have sent is left alone until a status had time to tell', async () => {
  await rowOf('another', -(settleSeconds - 1) * 1000, 1);
  await rowOf('another', -(settleSeconds + 1) * 1000, 2);
  expect(await claimed()).toEqual([2]);
});

test('what was put back by whoever had it, and what is one’s own, is taken as soon as it is due', async () => {
  await rowOf(nobody, -1, 1);
  await rowOf(owner, -1, 2);
  expect((await claimed()).toSorted()).toEqual([1, 2]);
});

test('what somebody still works on is not taken, and what was taken is not taken again', async () => {
  await rowOf('another', 5_000, 1);
  await rowOf(nobody, -1, 2);
  expect(await claimed()).toEqual([2]);
  expect(await claimed()).toEqual([]);
});

test('of one learner only the first reply is taken', async () => {
  const { id } = await world.learner();
  for (const seq of [1, 2, 3]) await sayRow(world, id, seq, 'hola', { owner: nobody, leaseMs: -1 });
  expect(await claimed()).toEqual([1]);
});
