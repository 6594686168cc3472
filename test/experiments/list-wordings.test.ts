// The list tells of each wording what it could have been, what it was and what came of it, with an interval, and sets A against B.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listedWordings, outcomesOf, wilson, type Outcome } from '../../src/experiments/list-wordings.ts';
import { reminderWording } from '../../src/experiments/reminder-choices.ts';
import { wordings } from '../../src/learning/reminder-wording.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => { world = await openWorld('list-wordings'); });
afterAll(() => world.close());

const outcome = (variant: string, wording: string, shown: number, rewards: number, eligible = ['ahead', 'plain', 'short']): Outcome => ({ eligible, wording, variant, shown, rewards });

test('a share has Wilson’s interval: narrow for many, never outside 0 to 1', () => {
  // 20 of 100: 13.3 % to 28.9 %.
  expect(wilson(20, 100).low).toBeCloseTo(0.1334, 4);
  expect(wilson(20, 100).high).toBeCloseTo(0.2888, 4);
  expect(wilson(0, 10)).toMatchObject({ share: 0, low: 0 });
  expect(wilson(10, 10).high).toBe(1);
  expect(wilson(0, 0)).toEqual({ share: 0, low: 0, high: 1 });
});

test('each wording has a line, also one that was never chosen, with eligible, chosen and rewarded', () => {
  const lines = listedWordings([outcome('A', 'plain', 100, 20), outcome('B', 'plain', 10, 1), outcome('A', 'short', 50, 5)], new Map([['plain', 0.031], ['short', -0.05]]), true);
  for (const wording of wordings) expect(lines.filter((line) => line.startsWith(`${wording} `))).toHaveLength(1);
  expect(lines.find((line) => line.startsWith('plain'))).toMatch(/^plain +160 +110 +21 +19\.1 % \(12\.8 % to 27\.4 %\) +\+3\.1 %$/);
  expect(lines.find((line) => line.startsWith('short'))).toMatch(/^short +160 +50 +5 +10\.0 % .* −5\.0 %$/);
  expect(lines.find((line) => line.startsWith('streak'))).toMatch(/^streak +0 +0 +0 +– +–$/);
});

test('A is set against B with an interval, and chance is called chance', () => {
  const last = (a: [number, number], b: [number, number]) => listedWordings([outcome('A', 'plain', ...a), outcome('B', 'plain', ...b)], new Map(), true).at(-1);
  expect(last([1_000, 210], [100, 20])).toMatch(/^A less B: \+1\.0 % of reminders \(−8\.\d % to \+8\.\d %\), which is not told from chance$/);
  expect(last([100_000, 21_000], [10_000, 1_900])).toMatch(/better than chance$/);
  expect(last([100_000, 19_000], [10_000, 2_100])).toMatch(/worse than chance$/);
  expect(last([10, 1], [0, 0])).toBe('A against B: nothing to compare yet');
});

test('only what was shown and is over is counted, by the learner’s variant', async () => {
  const at = Date.parse('2026-11-24T12:00:00Z');
  const { id } = await world.learner();
  await world.rows(`insert into experiment_assignments (user_id, experiment_id, variant) values ($1, $2, 'B')`, [id, reminderWording]);
  for (const [hours, shown, reward] of [[30, true, true], [20, true, false], [10, false, false], [1, true, false]] as const) {
    const when = new Date(at - hours * 3_600_000).toISOString();
    await world.rows(`insert into reminder_choices (user_id, chosen_at, wording, eligible, penalty, shown_at, reward_at) values ($1, $2, 'plain', '{plain,short}', 0, $3, $4)`, [id, when, shown ? when : null, reward ? when : null]);
  }
  expect(await outcomesOf(world.store, at)).toEqual([{ eligible: ['plain', 'short'], wording: 'plain', variant: 'B', shown: 2, rewards: 1 }]);
});
