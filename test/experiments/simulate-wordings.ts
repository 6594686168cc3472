// Simulates learners who are reminded every day, to see how many more lessons a policy of wordings brings than chance: `node test/experiments/simulate-wordings.ts [learners]`.
import { chooseWording, halfLifeDays, seenPenalty, temperature } from '../../src/experiments/choose-wording.ts'
import { faded, wordingScores, type Tally } from '../../src/experiments/wording-scores.ts'

export const policies = ['random', 'eps-greedy', 'bandit', 'oracle'] as const
export type Policy = (typeof policies)[number]

const days = 60
const wordings = ['keen-only', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const common = wordings.slice(1)
/** How many learners the first wording is for, and how often they do a lesson, against the rest. */
const keenShare = 0.3
const keenRate = 0.5
const plainRate = 0.2
/** The standard deviation of what wordings are worth, as a share. */
const spread = 0.15
/** What a wording really loses on the day it was seen: more than the policy believes. */
const trueLoss = 0.05

/** Mulberry32: the same numbers for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The mean chance of a lesson within two hours in the second half of the days. */
export function simulate(policy: Policy, seed: number, learners: number): number {
  const random = seeded(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const worth = new Map(wordings.map((wording) => [wording, spread * normal()]))
  const people = Array.from({ length: learners }, () => {
    const keen = random() < keenShare
    return { eligible: keen ? wordings : common, rate: Math.min(0.9, (keen ? keenRate : plainRate) * Math.exp(0.3 * normal())), seen: new Map<string, number>() }
  })
  const tallies = new Map<string, Tally>()
  let [lessons, reminders] = [0, 0]
  for (let day = 0; day < days; day++) {
    const scores = wordingScores([...tallies.values()])
    const raw = rawMeans(tallies.values())
    const today: { eligible: readonly string[]; wording: string; penalty: number; rewarded: boolean }[] = []
    for (const { eligible, rate, seen } of people) {
      const daysSince = new Map([...seen].map(([wording, on]) => [wording, day - on]))
      const loss = (wording: string) => (daysSince.has(wording) ? trueLoss * 0.5 ** (daysSince.get(wording)! / halfLifeDays) : 0)
      const truth = (wording: string) => worth.get(wording)! - loss(wording)
      const best = (value: (wording: string) => number) => eligible.reduce((a, b) => (value(b) > value(a) ? b : a))
      let chosen = { wording: eligible[Math.floor(random() * eligible.length)]!, penalty: 0 }
      if (policy === 'bandit') chosen = chooseWording({ eligible, scores, daysSince }, random)
      else if (policy === 'oracle') chosen.wording = best(truth)
      else if (policy === 'eps-greedy' && random() >= 0.1) chosen.wording = best((wording) => raw.get(wording) ?? 1)
      const chance = Math.min(1, Math.max(0, rate * (1 + truth(chosen.wording))))
      today.push({ eligible, ...chosen, rewarded: random() < chance })
      seen.set(chosen.wording, day)
      if (day < days / 2) continue
      lessons += chance
      reminders += 1
    }
    for (const [key, sums] of tallies) tallies.set(key, faded(sums, 1))
    for (const { eligible, wording, penalty, rewarded } of today) {
      const key = `${eligible.length} ${wording}`
      const sums = tallies.get(key) ?? { eligible, wording, shown: 0, rewards: 0, penalties: 0 }
      tallies.set(key, { ...sums, shown: sums.shown + 1, rewards: sums.rewards + (rewarded ? 1 : 0), penalties: sums.penalties + penalty })
    }
  }
  return lessons / reminders
}

function rawMeans(tallies: Iterable<Tally>): Map<string, number> {
  const sums = new Map<string, { shown: number; rewards: number }>()
  for (const { wording, shown, rewards } of tallies) {
    const known = sums.get(wording) ?? { shown: 0, rewards: 0 }
    sums.set(wording, { shown: known.shown + shown, rewards: known.rewards + rewards })
  }
  return new Map([...sums].map(([wording, { shown, rewards }]) => [wording, rewards / shown]))
}

/** The mean lift over random, as a share, of each other policy, over seeds 1 to `seeds`. */
export function lifts(seeds: number, learners: number, of: readonly Policy[] = ['eps-greedy', 'bandit', 'oracle']): Record<string, { mean: number; worst: number }> {
  const base = Array.from({ length: seeds }, (_, i) => simulate('random', i + 1, learners))
  return Object.fromEntries(of.map((policy) => {
    const each = base.map((random, i) => simulate(policy, i + 1, learners) / random - 1)
    return [policy, { mean: each.reduce((sum, one) => sum + one, 0) / seeds, worst: Math.min(...each) }]
  }))
}

if (import.meta.main) {
  const learners = Number(process.argv[2] ?? 4_000)
  const found = lifts(10, learners)
  console.log(`${learners} learners, ${days} days, 10 seeds; penalty ${seenPenalty}, temperature ${temperature}`)
  for (const [policy, { mean, worst }] of Object.entries(found)) {
    console.log(`${policy.padEnd(12)} ${(100 * mean).toFixed(2)} % over random, worst seed ${(100 * worst).toFixed(2)} %, ${((100 * mean) / found.oracle!.mean).toFixed(1)} % of the oracle`)
  }
}
