// Learns from past choices how good each wording is, free of who could see it and of what was seen lately.

/** Choices of one wording among learners who had the same choice, summed. */
export interface Tally {
  /** What could be chosen from, by name, in alphabetical order. */
  eligible: readonly string[]
  /** What was. */
  wording: string
  shown: number
  /** How many of them led to what was hoped for. */
  rewards: number
  /** The recency penalties that the wording had in them, summed. */
  penalties: number
}

/**
 * Days in which evidence comes to count for half. Our own choice: in balance some 60 days' choices speak, so a wording that
 * wears out, or a season that is over, is unlearned within a school term.
 */
export const evidenceHalfLifeDays = 42

/** What a sum still counts after so many days. */
export function faded(tally: Tally, days: number): Tally {
  const left = 0.5 ** (Math.max(0, days) / evidenceHalfLifeDays)
  return { ...tally, shown: tally.shown * left, rewards: tally.rewards * left, penalties: tally.penalties * left }
}

/** Choices without evidence that each wording is given, so that a lucky first day does not decide. */
export const doubt = 50

/**
 * How much better each wording does than the others, as a share: (its mean reward − the mean reward where it was eligible
 * and another was shown) / the latter. Comparing only where a wording could be chosen keeps one that is for keen learners
 * alone from looking good by their company. Yancey & Settles, KDD 2020 (doi 10.1145/3394486.3403351).
 *
 * It has another side: keen learners, who have more to choose from, see each of the common wordings less often and raise
 * the mean of those passed over. So a reward counts as a multiple of the mean among learners who had the same choice.
 *
 * What was shown had its recency penalty, which the choice takes off again: so it is added back to the reward here, or it
 * would count twice. A penalty is a share of the mean reward, too.
 */
export function wordingScores(tallies: readonly Tally[]): Map<string, number> {
  const sums = new Map<string, { own: number; shown: number; others: number; passedOver: number }>()
  for (const alike of byChoice(tallies)) {
    const shown = total(alike, (t) => t.shown)
    const mean = total(alike, (t) => t.rewards) / shown
    if (!(mean > 0)) continue
    const worth = (t: Tally) => t.rewards / mean + t.penalties
    const all = total(alike, worth)
    for (const wording of alike[0]!.eligible) {
      const known = sums.get(wording) ?? { own: 0, shown: 0, others: 0, passedOver: 0 }
      sums.set(wording, known)
      const chosen = alike.filter((t) => t.wording === wording)
      known.own += total(chosen, worth)
      known.shown += total(chosen, (t) => t.shown)
      known.others += all - total(chosen, worth)
      known.passedOver += shown - total(chosen, (t) => t.shown)
    }
  }
  return new Map([...sums].flatMap(([wording, { own, shown, others, passedOver }]): [string, number][] => {
    if (passedOver === 0 || others === 0) return []
    const expected = others / passedOver
    return [[wording, (own + doubt * expected) / (shown + doubt) / expected - 1]]
  }))
}

function byChoice(tallies: readonly Tally[]): Tally[][] {
  const groups = new Map<string, Tally[]>()
  for (const one of tallies) {
    const key = one.eligible.join(' ')
    const known = groups.get(key)
    if (known) known.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
}

const total = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((sum, one) => sum + of(one), 0)
