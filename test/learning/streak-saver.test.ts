// The evening's word comes on a day that is still open for a streak worth saving, to who wants it, never at night.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noStreak } from '../../machines/streak.logic.ts'
import { localDate, localTime } from '../../src/learners/calendar.ts'
import { isQuiet } from '../../src/learners/reminder-hours.ts'
import { stays, zoneAt } from '../../src/learners/zone-history.ts'
import { saverTime, streakSaverAt } from '../../src/learning/streak-saver.ts'
import { countLesson, viewStreak } from '../../src/learning/streaks.ts'
import { life } from './lives.ts'

const madrid = [{ zone: 'Europe/Madrid', effectiveFrom: '1970-01-01T00:00:00Z' }]
/** So many days in a row, the last lesson at 10:00 UTC of 23 November 2026. */
const kept = (days: number, freezes = 0) => ({ ...noStreak, days, best: days, counted: days, freezes, lastDate: '2026-11-23', lastAt: '2026-11-23T10:00:00Z' })
const at = (days: number, after: string, { freezes = 0, dailyTime = '09:00' as string | null } = {}) => streakSaverAt({ state: kept(days, freezes), zones: madrid, dailyTime }, Date.parse(after))

test('it is due at 20:00 of the next day after a lesson, and of the same day when that is open', () => {
  expect(at(2, '2026-11-23T10:00:00Z')).toEqual({ at: '2026-11-24T19:00:00Z', date: '2026-11-24' })
  expect(at(2, '2026-11-24T12:00:00Z')).toEqual({ at: '2026-11-24T19:00:00Z', date: '2026-11-24' })
})

test('there is none for a single day, for a streak that will have broken by then, and for who has none', () => {
  expect(at(1, '2026-11-23T10:00:00Z')).toBeNull()
  expect(at(9, '2026-11-24T19:00:00Z')).toBeNull()
  expect(streakSaverAt({ state: noStreak, zones: madrid, dailyTime: '09:00' }, Date.parse('2026-11-24T12:00:00Z'))).toBeNull()
})

test('freezes carry it over to the next evenings, as long as they last', () => {
  expect(at(9, '2026-11-24T19:00:00Z', { freezes: 1 })?.date).toBe('2026-11-25')
  expect(at(9, '2026-11-25T19:00:00Z', { freezes: 1 })).toBeNull()
})

test('who wants no reminder, or is reminded in the evening anyway, gets none', () => {
  expect(at(9, '2026-11-24T12:00:00Z', { dailyTime: null })).toBeNull()
  expect(at(9, '2026-11-24T12:00:00Z', { dailyTime: '19:30' })).toBeNull()
})

test('in random lives it is always at 20:00 of a date that is open, with a streak of two days or more', () => {
  let found = 0
  fc.assert(fc.property(life, ({ lessons, zones, now }) => {
    const known = zones.filter((stay) => stay.effectiveFrom <= now)
    const state = lessons.filter((lesson) => lesson.finishedAt <= now).reduce((s, lesson) => countLesson(s, lesson, known), noStreak)
    const next = streakSaverAt({ state, zones: known, dailyTime: '09:00' }, Date.parse(now))
    if (next === null) return
    found += 1
    const zone = zoneAt(stays(known), Date.parse(next.at))
    expect(localTime(zone, next.at)).toBe(saverTime)
    expect(isQuiet(saverTime)).toBe(false)
    expect(localDate(zone, next.at)).toBe(next.date)
    const seen = viewStreak(state, next.at, known)
    expect(seen.days).toBeGreaterThanOrEqual(2)
    expect(['open', 'frozen']).toContain(seen.state)
    expect(Date.parse(next.at)).toBeGreaterThan(Date.parse(now))
  }), { numRuns: 1_000 })
  expect(found).toBeGreaterThan(200)
})
