// Chooses one of several wordings for one learner: what has worked best for those who could see it, less what they saw lately.

/** What a wording is worth less on the day it was seen, in units of relative difference. Yancey & Settles, KDD 2020 (doi 10.1145/3394486.3403351). */
export const seenPenalty = 0.017
/** Days in which that halves. Same source. */
export const halfLifeDays = 15
/** The softmax's temperature, in units of relative difference: a wording that is this much better is chosen e times as often. */
export const temperature = 0.03

/** What one learner may be given now. */
export interface Choice {
  /** The wordings that make sense for this learner today; one at least. */
  eligible: readonly string[]
  /** How much better each wording does than the others where it could be chosen, as a share; 0 for one that is not listed. */
  scores: ReadonlyMap<string, number>
  /** Days since this learner saw each wording last; one that is not listed was never seen. */
  daysSince: ReadonlyMap<string, number>
}

/** What a wording is worth less so many days after it was seen; 0 for one that never was. */
export function recencyPenalty(daysSince: number | undefined): number {
  return daysSince === undefined ? 0 : seenPenalty * 0.5 ** (Math.max(0, daysSince) / halfLifeDays)
}

/** How likely each eligible wording is chosen, in their order: a softmax over score less penalty. They sum to 1. */
export function chances({ eligible, scores, daysSince }: Choice): number[] {
  const worth = eligible.map((wording) => (scores.get(wording) ?? 0) - recencyPenalty(daysSince.get(wording)))
  const best = Math.max(...worth)
  const weights = worth.map((value) => Math.exp((value - best) / temperature))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => weight / all)
}

/**
 * Chooses a wording by chance and says which penalty it had, so that learning can take it out again.
 * @param random in [0, 1)
 * @throws RangeError when nothing is eligible
 */
export function chooseWording(choice: Choice, random: () => number): { wording: string; penalty: number } {
  if (choice.eligible.length === 0) throw new RangeError('No wording is eligible')
  let left = random()
  const at = chances(choice).findIndex((chance) => (left -= chance) < 0)
  // Rounding may leave a little over at the end.
  const wording = choice.eligible.at(at)!
  return { wording, penalty: recencyPenalty(choice.daysSince.get(wording)) }
}
