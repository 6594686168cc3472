// Every file of time cases beside the repository is run by a suite, row by row; and what a local date is, the streak knows as well.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { noStreak } from '../../machines/streak.logic.ts'
import { countAndTell } from '../../src/learning/streaks.ts'
import { timeFixture, timeFixtures } from './time-fixtures.ts'

/** The suite that runs each file, and the lists of rows in it. */
const runBy: Readonly<Record<string, { suite: string; lists: readonly string[] }>> = {
  'daily-fire-cases.json': { suite: 'calendar.test.ts', lists: ['cases'] },
  'local-date-cases.json': { suite: 'calendar.test.ts', lists: ['days', 'instants'] },
  'phone-zone-cases.json': { suite: 'phone.test.ts', lists: ['cases'] },
}

describe.skipIf(!existsSync(timeFixtures))('the files of time cases', () => {
  test('are each run by a suite, with every list in them', () => {
    const files = existsSync(timeFixtures) ? readdirSync(timeFixtures).filter((name) => name.endsWith('.json')) : []
    expect(files.toSorted()).toEqual(Object.keys(runBy).toSorted())
    for (const file of files) {
      const { suite, lists } = runBy[file]!
      const source = readFileSync(join(import.meta.dirname, suite), 'utf8')
      expect(source, suite).toContain(`'${file}'`)
      const found = Object.entries(timeFixture<Record<string, unknown>>(file)!).flatMap(([key, value]) => (Array.isArray(value) ? [key] : []))
      expect(found, file).toEqual(lists)
      for (const list of lists) expect(source, `${suite} ${list}`).toMatch(new RegExp(`\\?\\.${list}\\b`))
    }
  })
})

const dates = timeFixture<{ instants: { zone: string; instant_utc: string; local_date: string }[] }>('local-date-cases.json')
describe.skipIf(!dates)('a lesson counts for the local date', () => {
  test.each(dates?.instants ?? [])('$zone $instant_utc is $local_date', ({ zone, instant_utc: at, local_date: date }) => {
    expect(countAndTell(noStreak, { begunAt: at, finishedAt: at }, [{ zone, effectiveFrom: '1970-01-01T00:00:00Z' }]).state).toMatchObject({ days: 1, lastDate: date })
  })
})
