// A wording's score is what it does itself: not its company's, and not that of having been seen lately.
import { describe, expect, it } from 'vitest'
import { doubt, evidenceHalfLifeDays, faded, wordingScores, type Tally } from '../../src/experiments/wording-scores.ts'

const many = 1_000_000
/** So many showings with this mean reward, and this mean penalty. */
const shown = (eligible: string[], wording: string, share: number, reward: number, penalty = 0): Tally =>
  ({ eligible, wording, shown: share * many, rewards: share * many * reward, penalties: share * many * penalty })
const score = (tallies: Tally[], wording: string) => wordingScores(tallies).get(wording)

describe('a score', () => {
  it('is the difference to the others, relative to them', () => {
    const tallies = [shown(['a', 'b'], 'a', 1, 0.3), shown(['a', 'b'], 'b', 1, 0.2)]
    expect(score(tallies, 'a')).toBeCloseTo(0.5, 3)
    expect(score(tallies, 'b')).toBeCloseTo(-1 / 3, 3)
  })

  it('of a wording for keen learners alone is not their keenness', () => {
    const keen = ['a', 'b', 'streak']
    // Keen learners do a lesson half the time, the others a fifth of it, whatever they are told.
    const tallies = [...keen.map((wording) => shown(keen, wording, 1, 0.5)), shown(['a', 'b'], 'a', 3, 0.2), shown(['a', 'b'], 'b', 3, 0.2)]
    for (const wording of keen) expect(score(tallies, wording), wording).toBeCloseTo(0, 6)
  })

  it('of a common wording is not lowered by keen learners who see something else', () => {
    const keen = ['a', 'b', 'streak']
    // “a” is told to most of the others and to few keen ones, and does as well as “b” wherever they meet.
    const tallies = [shown(keen, 'a', 0.1, 0.5), shown(keen, 'b', 0.1, 0.5), shown(keen, 'streak', 0.8, 0.5), shown(['a', 'b'], 'a', 9, 0.2), shown(['a', 'b'], 'b', 1, 0.2)]
    expect(score(tallies, 'a')).toBeCloseTo(0, 6)
    expect(score(tallies, 'b')).toBeCloseTo(0, 6)
  })

  it('is free of the penalty that the wording had when it was shown', () => {
    // “a” is always shown fresh. “b” is as good, and does worse by exactly the penalty it had each time.
    const [penalty, mean] = [0.1, 0.2]
    const rewardOfA = mean / (1 - penalty / 2)
    const rewardOfB = rewardOfA - penalty * mean
    const tallies = [shown(['a', 'b'], 'a', 1, rewardOfA), shown(['a', 'b'], 'b', 1, rewardOfB, penalty)]
    const overall = (rewardOfA + rewardOfB) / 2
    expect(rewardOfB + penalty * overall).toBeCloseTo(rewardOfA, 2)
    expect(Math.abs(score(tallies, 'a')!)).toBeLessThan(0.01)
    expect(Math.abs(score(tallies, 'b')!)).toBeLessThan(0.01)
  })

  it('follows what works now: half a year later old evidence weighs a twentieth', () => {
    const before = [shown(['a', 'b'], 'a', 1, 0.3), shown(['a', 'b'], 'b', 1, 0.2)]
    // A quarter as much evidence as there was, and “b” is the better one.
    const since = [shown(['a', 'b'], 'a', 0.25, 0.2), shown(['a', 'b'], 'b', 0.25, 0.3)]
    expect(score([...before, ...since], 'a')).toBeGreaterThan(0.1)
    expect(score([...before.map((tally) => faded(tally, 182)), ...since], 'a')).toBeLessThan(-0.2)
  })

  it('fades by half in six weeks, however often it is done', () => {
    const tally: Tally = { eligible: ['a'], wording: 'a', shown: 100, rewards: 20, penalties: 4 }
    expect(faded(tally, evidenceHalfLifeDays)).toEqual({ ...tally, shown: 50, rewards: 10, penalties: 2 })
    expect(faded(faded(tally, 10), 32).shown).toBeCloseTo(50, 9)
    expect(faded(tally, -1)).toEqual(tally)
  })

  it('hardly moves on little evidence', () => {
    const tallies: Tally[] = [{ eligible: ['a', 'b'], wording: 'a', shown: 2, rewards: 2, penalties: 0 }, { eligible: ['a', 'b'], wording: 'b', shown: 100, rewards: 20, penalties: 0 }]
    expect(score(tallies, 'a')).toBeCloseTo((2 + doubt * 0.2) / (2 + doubt) / 0.2 - 1, 6)
    expect(score(tallies, 'a')).toBeLessThan(0.2)
  })

  it('is none where nothing is known of it or of the others', () => {
    expect(wordingScores([]).size).toBe(0)
    expect(wordingScores([shown(['a', 'b'], 'a', 1, 0)]).size).toBe(0)
    expect(score([shown(['a', 'b'], 'a', 1, 0.3)], 'a')).toBeUndefined()
    // Nobody has seen “c” yet: as good as the others, until it is known.
    expect(score([shown(['a', 'b', 'c'], 'a', 1, 0.3), shown(['a', 'b', 'c'], 'b', 1, 0.3)], 'c')).toBeCloseTo(0, 6)
  })
})
