// When an exercise comes back: the golden schedule of FSRS-6 with default weights, and what each verdict does to it.
import { describe, expect, test } from 'vitest';
import { retrievability, review, reviewVerdict, type ReviewCard, type ReviewVerdict } from '../../src/learning/review.ts';

const start = '2026-01-01T00:00:00.000Z';
const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The card after these verdicts, each given when it was due, and the days between. */
function schedule(verdicts: readonly ReviewVerdict[]): { card: ReviewCard; waits: number[] } {
  let card: ReviewCard | null = null;
  let at = start;
  const waits: number[] = [];
  for (const verdict of verdicts) {
    card = review(card === null ? null : (JSON.parse(JSON.stringify(card)) as ReviewCard), verdict, at);
    waits.push(days(at, card.due));
    at = card.due;
  }
  return { card: card!, waits };
}
const good = (n: number) => schedule(Array.from({ length: n }, () => 'correct' as const));

describe('the golden schedule', () => {
  test('goes through ten minutes and then 2, 11, 46, 163 and 498 days while all is right', () => {
    const { waits } = good(6);
    expect(waits[0]! * 24 * 60).toBeCloseTo(10, 6);
    expect(waits.slice(1)).toEqual([2, 11, 46, 163, 498]);
  });

  test.each([[1, 2.3065, 2.118104], [2, 2.3065, 2.111214], [3, 10.971048, 2.104331], [4, 46.316857, 2.097455], [5, 162.999815, 2.090586], [6, 497.87656, 2.083724]])('after %i right answers has stability %d and difficulty %d', (n, stability, difficulty) => {
    const { card } = good(n);
    expect(card.stability).toBeCloseTo(stability, 6);
    expect(card.difficulty).toBeCloseTo(difficulty, 6);
  });

  test.each<[ReviewVerdict, number, number]>([['wrong', 0.212, 1 / 1440], ['almost', 1.2931, 6 / 1440], ['correct', 2.3065, 10 / 1440], ['easy', 8.2956, 8]])('a first answer that is %s has stability %d and is due in %d days', (verdict, stability, wait) => {
    const { card, waits } = schedule([verdict]);
    expect(card.stability).toBeCloseTo(stability, 6);
    expect(waits[0]).toBeCloseTo(wait, 9);
  });
});

describe('a review', () => {
  test('after a mistake comes back soon and weaker, and counts a lapse', () => {
    const before = good(4).card;
    const after = review(before, 'wrong', before.due);
    expect(after).toMatchObject({ state: 'relearning', step: 0, lapses: 1 });
    expect(after.stability).toBeLessThan(before.stability);
    expect(days(before.due, after.due)).toBeCloseTo(10 / 1440, 9);
  });

  test('orders the verdicts: the better the answer, the longer the wait', () => {
    const before = good(4).card;
    const waits = (['wrong', 'almost', 'correct', 'easy'] as const).map((verdict) => days(before.due, review(before, verdict, before.due).due));
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(new Set(waits).size).toBe(4);
  });

  test('leaves the card as it was and gives the same card for the same answer', () => {
    const before = Object.freeze(good(3).card);
    expect(review(before, 'almost', before.due)).toEqual(review(before, 'almost', before.due));
  });

  test('of a card that kept only stability, difficulty and due goes on as from a whole one', () => {
    const { stability, difficulty, due } = good(4).card;
    expect(review({ stability, difficulty, due }, 'correct', due).stability).toBeCloseTo(good(5).card.stability, 6);
  });

  test('from before the last answer, by a clock that is behind, counts as then', () => {
    const before = good(3).card;
    expect(review(before, 'correct', start)).toEqual(review(before, 'correct', before.reviewedAt));
  });

  test('refuses what is no verdict and what is no instant', () => {
    expect(() => review(null, 'invalid' as never, start)).toThrow('"invalid" is no verdict');
    expect(() => review(null, 'constructor' as never, start)).toThrow(RangeError);
    expect(() => review(null, 'correct', 'yesterday')).toThrow('"yesterday" is no instant');
  });
});

describe('what is remembered', () => {
  test('is all on the day itself, nine in ten when it is due, and less and less after', () => {
    const { card } = good(4);
    const after = (wait: number) => retrievability(card, new Date(Date.parse(card.reviewedAt) + wait * 86_400_000).toISOString());
    expect(after(0)).toBe(1);
    expect(after(46)).toBeCloseTo(0.9, 2);
    expect(after(200)).toBeLessThan(after(100));
  });
});

describe('an answer', () => {
  const given = { verdict: 'correct', tookMs: 6_000, hints: 0, read: 30, written: 3 } as const;
  test.each([
    ['fast and without a hint is easy', given, 'easy'],
    ['slow is correct', { ...given, tookMs: 20_000 }, 'correct'],
    ['of a long sentence has longer to be fast', { ...given, tookMs: 14_000, read: 60, written: 40 }, 'easy'],
    ['after a hint is correct however fast', { ...given, hints: 1 }, 'correct'],
    ['after two hints is almost', { ...given, hints: 2 }, 'almost'],
    ['that is almost right stays so', { ...given, verdict: 'almost' }, 'almost'],
    ['that is wrong stays so', { ...given, verdict: 'wrong' }, 'wrong'],
  ] as const)('%s', (_what, answer, verdict) => {
    expect(reviewVerdict(answer)).toBe(verdict);
  });
});
