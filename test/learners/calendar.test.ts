// Holds the calendar to independent cases, to Temporal's own arithmetic, and to its promise of one fire a date.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, dayLength, fireOn, firstInstant, localDate, localTime, minutesApart, nextFire, nextFireOn, parseInstant } from '../../src/learners/calendar.ts'
import { Temporal, tzdb } from '../../src/learners/offsets.ts'
import { timeFixture } from './time-fixtures.ts'

interface FireCase {
  id: string
  zone: string
  local_time: string
  after_utc: string
  expected_next_utc: string
  tzdb_sensitive: boolean
  note?: string
}
interface DateCases {
  days: { zone: string; local_date: string; first_instant_utc: string | null; length_minutes: number }[]
  instants: { zone: string; instant_utc: string; local_date: string; local_clock: string }[]
}

const fires = timeFixture<{ meta: { tzdb: string }; cases: FireCase[] }>('daily-fire-cases.json')
const dates = timeFixture<DateCases>('local-date-cases.json')
const zones = ['America/New_York', 'Europe/Paris', 'Africa/Cairo', 'Australia/Lord_Howe', 'Antarctica/Troll', 'America/Scoresbysund', 'Pacific/Apia', 'Pacific/Chatham', 'Africa/Casablanca', 'America/St_Johns', 'Asia/Kathmandu', 'UTC']
const anyMinute = fc.integer({ min: Date.UTC(2005, 0, 1) / 60_000, max: Date.UTC(2037, 0, 1) / 60_000 })
const anyTime = fc.integer({ min: 0, max: 1439 }).map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`)
const iso = (minute: number) => new Date(minute * 60_000).toISOString()

describe.skipIf(!fires)('the independent cases of "next 09:00 local"', () => {
  // A flagged row names the tz database release that it needs; an older runtime rightly answers otherwise.
  const needs = (row: FireCase) => (row.tzdb_sensitive ? (/20\d\d[a-z]/.exec(row.note ?? '')?.[0] ?? fires!.meta.tzdb) : '')
  const cases = fires?.cases ?? []
  const beyond = cases.filter((row) => needs(row) > tzdb)
  if (beyond.length) console.log(`tz database ${tzdb}: ${beyond.length} flagged rows need a newer one: ${beyond.map((row) => `${row.id} ${needs(row)}`).join(', ')}`)
  test.each(cases.filter((row) => needs(row) <= tzdb))('$id $zone $local_time after $after_utc', (row) => {
    expect(nextFire({ zone: row.zone, time: row.local_time, after: row.after_utc })).toBe(row.expected_next_utc)
  })
})

describe.skipIf(!dates)('the independent cases of local dates', () => {
  test.each(dates?.days ?? [])('$zone $local_date lasts $length_minutes minutes', (row) => {
    expect(dayLength(row.zone, row.local_date)).toBe(row.length_minutes)
    expect(firstInstant(row.zone, row.local_date)).toBe(row.first_instant_utc)
  })
  test.each(dates?.instants ?? [])('$zone $instant_utc is $local_date', (row) => {
    expect(localDate(row.zone, row.instant_utc)).toBe(row.local_date)
    expect(localTime(row.zone, row.instant_utc)).toBe(row.local_clock.slice(0, 5))
  })
})

describe('nextFire', () => {
  it('agrees with Temporal on every reading, existing, missing or doubled', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), anyMinute, anyTime, (zone, minute, time) => {
        const start = Temporal.Instant.from(iso(minute))
        let date = start.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 })
        let wanted = start
        while (Temporal.Instant.compare(wanted, start) <= 0) {
          wanted = date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant()
          date = date.add({ days: 1 })
        }
        expect(nextFire({ zone, time, after: iso(minute) })).toBe(wanted.toString())
      }),
      { numRuns: 2000 },
    )
  })

  it('fires once per date that exists over two years, however the clocks change', () => {
    for (const zone of zones) {
      for (const time of ['00:00', '00:30', '01:30', '02:15', '02:30', '09:00', '23:30']) {
        let at = '2026-01-01T12:00:00Z'
        let previous = parseInstant(at)
        let count = 0
        for (;;) {
          at = nextFire({ zone, time, after: at })
          if (at > '2028-01-01T12:00:00Z') break
          const gap = (parseInstant(at) - previous) / 3_600_000
          if (count++) expect(gap, `${zone} ${time} ${at}`).toBeGreaterThanOrEqual(21)
          expect(gap).toBeLessThanOrEqual(27)
          previous = parseInstant(at)
        }
        expect(count, `${zone} ${time}`).toBe(730)
      }
    }
  })

  it('fires once for the date that Samoa skipped and the date after it', () => {
    const first = nextFire({ zone: 'Pacific/Apia', time: '09:00', after: '2011-12-29T20:00:00Z' })
    expect(first).toBe('2011-12-30T19:00:00Z')
    expect(nextFire({ zone: 'Pacific/Apia', time: '09:00', after: first })).toBe('2011-12-31T19:00:00Z')
  })

  it('still fires for yesterday when a gap at midnight moved its time into today', () => {
    // On 2026-03-28 Scoresbysund has no 23:00 to 24:00: 23:30 becomes 00:30 of the 29th.
    expect(nextFire({ zone: 'America/Scoresbysund', time: '23:30', after: '2026-03-29T01:10:00Z' })).toBe('2026-03-29T01:30:00Z')
    expect(nextFire({ zone: 'America/Scoresbysund', time: '23:30', after: '2026-03-29T01:30:00Z' })).toBe('2026-03-30T00:30:00Z')
  })

  it('names the date a fire is for, also where a gap moved it out of that date, and finds it again by the date', () => {
    const fire = nextFireOn({ zone: 'America/Scoresbysund', time: '23:30', after: '2026-03-28T12:00:00Z' })
    expect(fire).toEqual({ at: '2026-03-29T01:30:00Z', date: '2026-03-28' })
    expect(fireOn('America/Scoresbysund', '23:30', '2026-03-28')).toBe(fire.at)
  })

  it('takes seconds in the time, offsets and fractions in the instant', () => {
    expect(nextFire({ zone: 'UTC', time: '09:00:00', after: '2026-03-07T10:59:59.999+02:00' })).toBe('2026-03-07T09:00:00Z')
    expect(nextFire({ zone: 'UTC', time: '09:00', after: '2026-03-07T09:00:00.000Z' })).toBe('2026-03-08T09:00:00Z')
  })

  it('refuses an unknown zone with the nearest names', () => {
    expect(() => nextFire({ zone: 'Europe/Pariss', time: '09:00', after: '2026-01-01T00:00:00Z' })).toThrow(/unknown time zone "Europe\/Pariss"; nearest: Europe\/Paris/)
  })

  it.each(['25:99', '9:00', '24:00', '', '09:60', '9pm'])('refuses %j as a time', (time) => {
    expect(() => nextFire({ zone: 'UTC', time, after: '2026-01-01T00:00:00Z' })).toThrow(/not a time of day/)
  })

  it.each(['', 'now', '2026-01-01', '2026-02-30T00:00:00Z', '2026-01-01T00:00:00'])('refuses %j as an instant', (after) => {
    expect(() => nextFire({ zone: 'UTC', time: '09:00', after })).toThrow(/not an instant/)
  })
})

describe('dates', () => {
  it('gives every instant to a date whose stretch contains it, and the lengths of neighbouring dates leave no hole', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), anyMinute, (zone, minute) => {
        const date = localDate(zone, iso(minute))
        const first = parseInstant(firstInstant(zone, date)!)
        let next = addDays(date, 1)
        while (!firstInstant(zone, next)) next = addDays(next, 1)
        expect(first).toBeLessThanOrEqual(minute * 60_000)
        expect(localDate(zone, firstInstant(zone, date)!)).toBe(date)
        // Only a zone whose clocks go back across midnight (St John's until 2011) lets two dates overlap.
        if (zone !== 'America/St_Johns') expect(first + dayLength(zone, date) * 60_000).toBe(parseInstant(firstInstant(zone, next)!))
      }),
      { numRuns: 1000 },
    )
  })

  it('counts the minutes of a date that midnight interrupts', () => {
    // On 2010-11-07 at 00:01 St John's clocks went back to 23:01 of the 6th.
    expect(dayLength('America/St_Johns', '2010-11-06')).toBe(1440 + 59)
    expect(dayLength('America/St_Johns', '2010-11-07')).toBe(1440 + 1)
  })

  it.each(['2026-02-30', '2026-1-1', 'today', ''])('refuses %j as a date', (date) => {
    expect(() => dayLength('UTC', date)).toThrow(/not a date/)
  })
})

it.each([['09:00', '09:00', 0], ['08:30', '09:10', 40], ['23:50', '00:10', 20], ['00:00', '12:00', 720], ['06:00', '19:00', 660]])('from %s to %s are %i minutes the shorter way round', (one, other, minutes) => {
  expect(minutesApart(one, other)).toBe(minutes)
  expect(minutesApart(other, one)).toBe(minutes)
})
