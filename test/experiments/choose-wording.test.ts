// A wording is chosen among those that make sense, the better the likelier, and one seen lately less.
import { expect, test } from 'vitest'
import { chances, chooseWording, halfLifeDays, recencyPenalty, seenPenalty, temperature } from '../../src/experiments/choose-wording.ts'
import { lifts, seeded } from './simulate-wordings.ts'

const none = new Map<string, number>()

test('what was never seen has no penalty; what was seen today has all of it, half of it after fifteen days', () => {
  expect([recencyPenalty(undefined), recencyPenalty(0), recencyPenalty(15), recencyPenalty(30)]).toEqual([0, 0.017, 0.0085, 0.00425])
  expect([seenPenalty, halfLifeDays]).toEqual([0.017, 15])
})

test('without anything learned all are equally likely', () => {
  expect(chances({ eligible: ['a', 'b', 'c', 'd'], scores: none, daysSince: none })).toEqual([0.25, 0.25, 0.25, 0.25])
})

test('a wording that is better by the temperature is chosen e times as often', () => {
  const [better, worse] = chances({ eligible: ['a', 'b'], scores: new Map([['a', temperature]]), daysSince: none })
  expect(better! / worse!).toBeCloseTo(Math.E, 10)
})

test('seeing a wording makes it less likely, and time makes up for it', () => {
  const chanceAfter = (days: number) => chances({ eligible: ['a', 'b'], scores: none, daysSince: new Map([['a', days]]) })[0]!
  expect(chanceAfter(0)).toBeLessThan(chanceAfter(5))
  expect(chanceAfter(5)).toBeLessThan(chanceAfter(60))
  expect(chanceAfter(60)).toBeLessThan(0.5)
})

test('what is not eligible is never chosen, however good, and chances of the rest sum to one', () => {
  const choice = { eligible: ['a', 'b'], scores: new Map([['streak', 5], ['a', -0.4], ['b', 0.1]]), daysSince: new Map([['b', 1]]) }
  const random = seeded(1)
  const chosen = new Set(Array.from({ length: 2_000 }, () => chooseWording(choice, random).wording))
  expect([...chosen].every((wording) => choice.eligible.includes(wording))).toBe(true)
  expect(chances(choice).reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12)
  expect(() => chooseWording({ ...choice, eligible: [] }, random)).toThrow('No wording is eligible')
})

test('the choice falls as often as its chances say, and tells the penalty it had', () => {
  const choice = { eligible: ['a', 'b', 'c'], scores: new Map([['a', 0.03]]), daysSince: new Map([['a', 0]]) }
  const random = seeded(7)
  const count = { a: 0, b: 0, c: 0 }
  for (let i = 0; i < 20_000; i++) {
    const { wording, penalty } = chooseWording(choice, random)
    count[wording as keyof typeof count] += 1
    expect(penalty).toBe(wording === 'a' ? seenPenalty : 0)
  }
  for (const [i, chance] of chances(choice).entries()) expect(count[choice.eligible[i] as keyof typeof count] / 20_000).toBeCloseTo(chance, 1)
})

test('over ten simulated crowds it brings nine tenths of what knowing the truth would, and more than picking the best mean', () => {
  const { bandit, oracle, 'eps-greedy': greedy } = lifts(10, 2_000)
  expect(bandit!.mean).toBeGreaterThan(0.9 * oracle!.mean)
  expect(bandit!.mean).toBeGreaterThan(greedy!.mean)
}, 120_000)
