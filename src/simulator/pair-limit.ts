// Meta's limit on how fast one business may write to one learner, as a budget that refills.

/** One message per 6 s, of which up to 45 may be borrowed from the future (Meta, "pair rate limit"). */
export const PAIR_INTERVAL_MS = 6_000;
export const PAIR_BURST = 45;

/** `dueAt`: when everything sent so far would have been paid for at one message per 6 s; ms since 1970. */
export type PairBudget = { dueAt: number };

/**
 * Takes one message from the budget at `now` (ms). Generic cell rate algorithm (ITU-T I.371, virtual scheduling):
 * a message conforms when the debt before it is at most 44 intervals, so 45 pass at once and the 46th is refused.
 */
export function takeFromPair(budget: PairBudget, now: number): { allowed: boolean; budget: PairBudget } {
  const debt = Math.max(0, budget.dueAt - now);
  if (debt > (PAIR_BURST - 1) * PAIR_INTERVAL_MS) return { allowed: false, budget };
  return { allowed: true, budget: { dueAt: now + debt + PAIR_INTERVAL_MS } };
}
