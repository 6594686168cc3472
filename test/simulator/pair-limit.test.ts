// How fast one learner may be written to: 45 at once, borrowed from one per 6 s.
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PAIR_BURST, PAIR_INTERVAL_MS, takeFromPair } from '../../src/simulator/pair-limit.ts';
import { send, text, world } from './set-up.ts';

let set: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  set = await world();
});
afterEach(() => set.stop());

test('45 messages pass at once, the 46th is refused with 131056, and 6 s later one more passes', async () => {
  set.ana.say('hola');
  const codes: (number | undefined)[] = [];
  for (let count = 0; count < 46; count += 1) codes.push((await send(set.simulator, text(set.ana.waId))).body.error?.code);
  expect(codes).toEqual([...Array.from({ length: 45 }, () => undefined), 131056]);
  set.timers.tick(5_999);
  expect((await send(set.simulator, text(set.ana.waId))).body.error?.code).toBe(131056);
  set.timers.tick(1);
  expect((await send(set.simulator, text(set.ana.waId))).status).toBe(200);
  expect((await send(set.simulator, text(set.ana.waId))).body.error?.code).toBe(131056);
});

test('one learner at the limit takes nothing from another', async () => {
  for (let count = 0; count < 46; count += 1) await send(set.simulator, text(set.ana.waId));
  const luca = set.simulator.addPhone({ name: 'Luca', country: 'IT' });
  expect((await send(set.simulator, text(luca.waId))).status).toBe(200);
});

test('whatever the gaps, no stretch of time lets through more than 45 and one per 6 s', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 300 }), (gaps) => {
      let budget = { dueAt: 0 };
      let now = 1_000_000;
      const passed: number[] = [];
      for (const gap of gaps) {
        now += gap;
        const taken = takeFromPair(budget, now);
        budget = taken.budget;
        if (taken.allowed) passed.push(now);
      }
      for (let from = 0; from < passed.length; from += 1) {
        for (let to = from; to < passed.length; to += 1) {
          const most = PAIR_BURST + (passed[to]! - passed[from]!) / PAIR_INTERVAL_MS;
          expect(to - from + 1).toBeLessThanOrEqual(most);
        }
      }
    }),
    { numRuns: 50, seed: 7 },
  );
});
