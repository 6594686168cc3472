// One answer of a test under way: the same turn gives the same question, and no result is above what the bank can tell.
import { expect, test } from 'vitest';
import { afterAnswer, chanceAt, resultOf } from '../../src/learning/placement-in-hand.ts';
import type { PlacementItem } from '../../machines/vocabulary.ts';

const items: PlacementItem[] = Array.from({ length: 40 }, (_, i) => ({ id: `i${i}`, a: 1.2, b: -3 + (2.4 * i) / 40, c: 0, area: (['grammar', 'vocabulary', 'use'] as const)[i % 3]! }));
const answers = (n: number, correct: boolean) => items.slice(-n).map(({ id }) => ({ id, correct }));

test('the same turn taken twice asks the same question; another learner’s test asks others', () => {
  const next = (seed: number) => afterAnswer({ items, answers: answers(3, true), seed }, 'i0', false);
  expect(next(7)).toEqual(next(7));
  expect(new Set(Array.from({ length: 40 }, (_, seed) => next(seed).next)).size).toBeGreaterThan(2);
});

test('the answer counts, and the question does not come again', () => {
  const { next, result } = afterAnswer({ items, answers: [], seed: 1 }, 'i20', true);
  expect(next).not.toBe('i20');
  expect(result.theta).toBeGreaterThan(afterAnswer({ items, answers: [], seed: 1 }, 'i20', false).result.theta);
});

test('the fifteenth answer is the last', () => {
  const dull = items.map((item) => ({ ...item, a: 0.3 }));
  expect(afterAnswer({ items: dull, answers: answers(13, true), seed: 1 }, 'i0', true).next).not.toBeNull();
  expect(afterAnswer({ items: dull, answers: answers(14, true), seed: 1 }, 'i0', true).next).toBeNull();
});

test('a result is never above what the bank can tell, and says when the answers were', () => {
  expect(resultOf({ items, answers: answers(12, true) })).toMatchObject({ level: 'B1', ceiling: true });
  expect(resultOf({ items, answers: answers(12, false) })).toMatchObject({ ceiling: false });
  expect(resultOf({ items, answers: answers(12, false) }).level).not.toBe('B1');
});

test('chance is even, in [0, 1), and differs from place to place', () => {
  const draws = Array.from({ length: 4_000 }, (_, i) => chanceAt(i * 977, i % 15));
  expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...draws)).toBeLessThan(1);
  for (const fifth of [0, 1, 2, 3, 4]) expect(draws.filter((x) => Math.floor(5 * x) === fifth).length / draws.length).toBeCloseTo(0.2, 1);
  expect(new Set(Array.from({ length: 15 }, (_, place) => chanceAt(42, place))).size).toBe(15);
});
