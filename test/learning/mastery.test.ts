// Mastery of a topic: mean retrievability times the share that was seen, between 0 and 1.
import { expect, test } from 'vitest';
import { mastery } from '../../src/learning/mastery.ts';
import { retrievability, review } from '../../src/learning/review.ts';

const at = '2026-01-01T00:00:00.000Z';
const later = '2026-01-09T00:00:00.000Z';
const known = review(null, 'easy', at);
const weak = review(null, 'wrong', at);

test('is 0 where nothing was seen or there is nothing to see', () => {
  expect(mastery([], 10, at)).toBe(0);
  expect(mastery([known], 0, at)).toBe(0);
});

test('is the mean of what is remembered times the share seen', () => {
  const mean = (retrievability(known, later) + retrievability(weak, later)) / 2;
  expect(mastery([known, weak], 10, later)).toBeCloseTo(mean * 0.2, 12);
});

test('is 1 when all was seen just now, and never more, also when exercises have left the topic', () => {
  expect(mastery([known, known], 2, at)).toBe(1);
  expect(mastery([known, known, known], 2, at)).toBe(1);
});

test('fades with time', () => {
  expect(mastery([known], 1, later)).toBeLessThan(mastery([known], 1, at));
});
