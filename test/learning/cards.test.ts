// What an answer, a skip or an unsettled answer makes of a kept memory.
import { describe, expect, test } from 'vitest';
import { cardIn, rowAfter, type Done } from '../../src/learning/cards.ts';
import { review } from '../../src/learning/review.ts';

const at = Date.parse('2026-03-01T12:00:00Z');
const day = 86_400_000;
const done = (part: Partial<Done> = {}): Done => ({ userId: 'u', exercise: 'e', verdict: 'correct', note: null, tookMs: 60_000, hints: 0, read: 30, written: 2, at, ...part });

describe('a row', () => {
  test('holds the card that the answer makes, by the verdict and how it was found', () => {
    expect(cardIn(rowAfter(null, done()))).toEqual(review(null, 'correct', new Date(at).toISOString()));
    expect(cardIn(rowAfter(null, done({ tookMs: 1_000 })))).toEqual(review(null, 'easy', new Date(at).toISOString()));
    expect(cardIn(rowAfter(null, done({ verdict: 'wrong', note: 'ending' })))).toEqual(review(null, 'wrong', new Date(at).toISOString()));
  });

  test('goes on from the row before', () => {
    const first = rowAfter(null, done());
    const later = { at: first.due + 2 * day };
    expect(cardIn(rowAfter(first, done(later)))).toEqual(review(cardIn(first), 'correct', new Date(later.at).toISOString()));
  });
});

describe('a skip', () => {
  const skip = done({ verdict: 'wrong', note: 'skipped' });
  test('of something new leaves no memory and comes back the next day', () => {
    const row = rowAfter(null, skip);
    expect(cardIn(row)).toBeNull();
    expect(row).toMatchObject({ due: at + day, asked_at: at, verdict: 'skipped' });
  });

  test('of something known leaves its memory as it was, and does not bring it back earlier', () => {
    const before = rowAfter(null, done({ at: at - 5 * day }));
    expect(cardIn({ ...rowAfter(before, skip), due: before.due })).toEqual(cardIn(before));
    expect(rowAfter(before, skip).due).toBe(at + day);
    const far = { ...before, due: at + 30 * day };
    expect(rowAfter(far, skip).due).toBe(far.due);
  });
});

describe('an answer that the grader could not settle', () => {
  test.each([['almost', 7], ['wrong', 1]] as const)('leaves the memory alone: %s, rests %i days', (verdict, days) => {
    const row = rowAfter(null, done({ verdict, note: 'unsure' }));
    expect(cardIn(row)).toBeNull();
    expect(row).toMatchObject({ due: at + days * day, verdict: 'unsure' });
  });
  test('is also a word where a sentence was asked for', () => {
    expect(rowAfter(null, done({ verdict: 'almost', note: 'short' }))).toMatchObject({ stability: null, due: at + 7 * day, verdict: 'unsure' });
  });
});
