// One answer of a placement test that is under way: what to ask next, and what the answers speak for so far; pure.
import { levels, type PlacementInHand, type PlacementResult } from '../../machines/vocabulary.ts';
import { tellsUpTo } from './item-bank.ts';
import { estimate, nextItem } from './placement.ts';

/**
 * The chance that belongs to one place in one test, in [0, 1): the same whenever the turn is taken again (a step of
 * Weyl's sequence, then the mixing of MurmurHash3, A. Appleby, 2011).
 * @param seed drawn when the test began, a whole number below 2³²
 */
export function chanceAt(seed: number, place: number): number {
  let h = (seed + Math.imul(place + 1, 0x9e3779b9)) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
}

/** What the answers speak for, no higher than the bank can tell; `ceiling` says that they speak for more than that. */
export function resultOf({ items, answers }: Pick<PlacementInHand, 'items' | 'answers'>): PlacementResult {
  const { theta, se, level } = estimate({ bank: items, answers });
  const top = tellsUpTo(items);
  const ceiling = levels.indexOf(level) > levels.indexOf(top);
  return { level: ceiling ? top : level, theta, se, ceiling };
}

/** After one more answer: the id of the question to ask next, null when the test is over, and the result so far. */
export function afterAnswer(placement: Pick<PlacementInHand, 'items' | 'answers' | 'seed'>, exercise: string, correct: boolean): { next: string | null; result: PlacementResult } {
  const answers = [...placement.answers, { id: exercise, correct }];
  const next = nextItem({ bank: placement.items, answers, random: () => chanceAt(placement.seed, answers.length) });
  return { next: next?.id ?? null, result: resultOf({ items: placement.items, answers }) };
}
