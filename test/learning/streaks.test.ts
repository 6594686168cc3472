// Holds the streak to its nine rules, one by one and over ten thousand random lives.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { noStreak } from '../../machines/streak.logic.ts'
import type { StreakState } from '../../machines/vocabulary.ts'
import { addDays, localDate } from '../../src/learners/calendar.ts'
import { stays, zoneAt, type ZoneStay } from '../../src/learners/zone-history.ts'
import { life, zoneNames, type Life } from './lives.ts'
import {
  countLesson, DAYS_PER_FREEZE, FREEZES_MOST, LATE_FINISH_MS, milestoneReached, repairStreak, rollOver, streakAt,
  viewStreak, type FinishedLesson,
} from '../../src/learning/streaks.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const iso = (at: number) => new Date(at).toISOString().replace('.000Z', 'Z')
/** A five-minute lesson that ends at this instant. */
const lesson = (finishedAt: string): FinishedLesson => ({ begunAt: iso(Date.parse(finishedAt) - 5 * MINUTE), finishedAt })
const daily = (from: string, count: number, hour = '12:00') => Array.from({ length: count }, (_, i) => lesson(`${addDays(from, i)}T${hour}:00Z`))
const utc: ZoneStay[] = [{ zone: 'UTC', effectiveFrom: '2020-01-01T00:00:00Z' }]
const at = (lessons: FinishedLesson[], now: string, { zones = utc, repairs = [] as string[] } = {}) => streakAt({ lessons, repairs, zones, now })
/** A history whose freezes are used up: two counted days, two missed ones, then `count` days from `from`. */
const noFreezes = (from: string, count: number) => [...daily(addDays(from, -4), 2), ...daily(from, count)]

describe('1. a date is the local date in the zone in force then', () => {
  it('keeps the date of a lesson after the learner has moved', () => {
    const zones = [{ zone: 'America/Los_Angeles', effectiveFrom: '2026-01-01T00:00:00Z' }, { zone: 'Asia/Tokyo', effectiveFrom: '2026-06-03T00:00:00Z' }]
    // 22:00 of 1 June in Los Angeles is 14:00 of 2 June in Tokyo; both lessons before the move keep their dates.
    const streak = at([lesson('2026-06-02T05:00:00Z'), lesson('2026-06-02T20:00:00Z')], '2026-06-03T00:30:00Z', { zones })
    expect(streak).toMatchObject({ days: 2, today: '2026-06-03', state: 'open' })
  })
  it('follows days of 23, 25, 22 and 26 hours and skips the date that Samoa skipped', () => {
    const lived = (zone: string, from: string, count: number) => {
      const zones = [{ zone, effectiveFrom: '2000-01-01T00:00:00Z' }]
      const lessons: FinishedLesson[] = []
      for (let t = Date.parse(from), last = ''; lessons.length < count; t += HOUR) {
        const date = localDate(zone, iso(t))
        if (date !== last) lessons.push({ begunAt: iso(t), finishedAt: iso(t + MINUTE) })
        last = date
      }
      return at(lessons, lessons.at(-1)!.finishedAt, { zones })
    }
    for (const [zone, from] of [['America/New_York', '2026-03-06T06:00:00Z'], ['America/New_York', '2026-10-30T06:00:00Z'], ['Antarctica/Troll', '2026-03-27T06:00:00Z'], ['Antarctica/Troll', '2026-10-23T06:00:00Z'], ['Pacific/Apia', '2011-12-28T11:00:00Z'], ['Australia/Lord_Howe', '2026-04-03T00:00:00Z']] as const) {
      expect(lived(zone, from, 6), zone).toMatchObject({ days: 6, freezesHeld: noStreak.freezes, state: 'counted-today' })
    }
  })
})

describe('2 and 3. a date counts when a lesson is finished, and once', () => {
  it('is nothing before the first lesson', () => {
    expect(at([], '2026-06-01T12:00:00Z')).toEqual({ days: 0, best: 0, freezesHeld: noStreak.freezes, state: 'none', today: '2026-06-01', frozenDates: [], brokenAt: null, repairable: 0, repairUntil: null })
  })
  it('counts a second lesson of the date no second time', () => {
    expect(at([lesson('2026-06-01T08:00:00Z'), lesson('2026-06-01T20:00:00Z')], '2026-06-01T21:00:00Z').days).toBe(1)
  })
  it('ignores what lies after now, and the order in which lessons are listed', () => {
    const lessons = daily('2026-06-01', 5)
    expect(at(lessons, '2026-06-03T13:00:00Z').days).toBe(3)
    expect(at(lessons.toReversed(), '2026-06-05T13:00:00Z').days).toBe(5)
  })
})

describe('4. a lesson that crosses midnight', () => {
  const crossing = (begunAt: string, finishedAt: string) => at([...noFreezes('2026-06-01', 1), { begunAt, finishedAt }], finishedAt)
  it('counts for the date it was begun when it took an hour or less', () => {
    expect(crossing('2026-06-02T23:58:00Z', '2026-06-03T00:03:00Z')).toMatchObject({ days: 4, state: 'open' })
    expect(crossing('2026-06-02T23:30:00Z', '2026-06-03T00:30:00Z')).toMatchObject({ days: 4, state: 'open' })
  })
  it('counts for the date it was finished when it took longer', () => {
    expect(crossing('2026-06-02T23:30:00Z', '2026-06-03T00:30:01Z')).toMatchObject({ days: 1, state: 'counted-today' })
  })
  it('saves the streak even when a sweep has passed in between', () => {
    let state = noFreezes('2026-06-01', 1).reduce((s, l) => countLesson(s, l, utc), noStreak)
    state = rollOver(state, '2026-06-03T00:01:00Z', utc)
    state = countLesson(state, { begunAt: '2026-06-02T23:58:00Z', finishedAt: '2026-06-03T00:03:00Z' }, utc)
    expect(viewStreak(state, '2026-06-03T00:03:00Z', utc).days).toBe(4)
  })
})

describe('5. freezes', () => {
  it('cover missed dates by themselves, oldest first, and add nothing', () => {
    const lessons = daily('2026-06-01', 3)
    expect(at(lessons, '2026-06-04T23:59:59Z')).toMatchObject({ days: 3, freezesHeld: 2, state: 'open', frozenDates: [] })
    expect(at(lessons, '2026-06-05T12:00:00Z')).toMatchObject({ days: 3, freezesHeld: 1, state: 'frozen', frozenDates: ['2026-06-04'] })
    expect(at(lessons, '2026-06-06T12:00:00Z')).toMatchObject({ days: 3, freezesHeld: 0, frozenDates: ['2026-06-04', '2026-06-05'] })
    expect(at([...lessons, lesson('2026-06-06T12:00:00Z')], '2026-06-06T13:00:00Z')).toMatchObject({ days: 4, freezesHeld: 0, state: 'counted-today' })
  })
  it('are not spent when there are too few', () => {
    const lessons = daily('2026-06-01', 3)
    const broken = at(lessons, '2026-06-07T00:00:00Z')
    expect(broken).toMatchObject({ days: 0, best: 3, freezesHeld: 2, state: 'broken', frozenDates: [], brokenAt: '2026-06-07T00:00:00Z' })
    expect(at([...lessons, lesson('2026-06-09T12:00:00Z')], '2026-06-09T13:00:00Z')).toMatchObject({ days: 1, freezesHeld: 2 })
  })
  it('are earned every seventh counted date, and never more than two are held', () => {
    expect(at(noFreezes('2026-06-01', DAYS_PER_FREEZE - 3), '2026-06-04T13:00:00Z').freezesHeld).toBe(0)
    expect(at(noFreezes('2026-06-01', DAYS_PER_FREEZE - 2), '2026-06-05T13:00:00Z').freezesHeld).toBe(1)
    expect(at(daily('2026-06-01', 40), '2026-07-10T13:00:00Z').freezesHeld).toBe(FREEZES_MOST)
  })
})

describe('6. flights', () => {
  const la = { zone: 'America/Los_Angeles', effectiveFrom: '2026-01-01T00:00:00Z' }
  const eve = [lesson('2026-11-17T20:00:00Z'), lesson('2026-11-18T20:00:00Z'), lesson('2026-11-21T20:00:00Z')]
  const zones = [la, { zone: 'Pacific/Auckland', effectiveFrom: '2026-11-23T10:00:00Z' }]
  it('eastward over the date line within 24 hours neither breaks the streak nor costs a freeze', () => {
    // Los Angeles 22 November 23:00, Auckland 24 November 20:00: the same 24 hours, and no freeze is held.
    const lessons = [...eve, lesson('2026-11-23T07:00:00Z'), lesson('2026-11-24T07:00:00Z')]
    expect(at(lessons, '2026-11-24T07:00:00Z', { zones })).toMatchObject({ days: 5, freezesHeld: 0, today: '2026-11-24', state: 'counted-today' })
    expect(at(lessons.slice(0, -1), '2026-11-24T07:00:00Z', { zones })).toMatchObject({ days: 4, state: 'open' })
    expect(at(lessons.slice(0, -1), '2026-11-24T07:00:01Z', { zones })).toMatchObject({ days: 0, state: 'broken', brokenAt: '2026-11-24T07:00:00Z' })
  })
  it('a date that the flight cuts short is not missed, a date whose midnight passes there is', () => {
    // Moved at 04:00 of the 23rd in Los Angeles, when Auckland had the 24th: the 23rd never ended for this learner.
    const late = [la, { zone: 'Pacific/Auckland', effectiveFrom: '2026-11-23T12:00:00Z' }]
    const lessons = [...eve, lesson('2026-11-23T07:00:00Z')]
    expect(at(lessons, '2026-11-24T10:59:59Z', { zones: late })).toMatchObject({ days: 4, state: 'open' })
    expect(at(lessons, '2026-11-24T11:00:00Z', { zones: late })).toMatchObject({ days: 0, brokenAt: '2026-11-24T11:00:00Z' })
  })
  it('a date missed in one zone and again further west costs one freeze', () => {
    const back = [{ zone: 'Pacific/Auckland', effectiveFrom: '2026-01-01T00:00:00Z' }, { ...la, effectiveFrom: '2026-11-25T12:00:00Z' }]
    const lessons = [lesson('2026-11-23T07:00:00Z'), lesson('2026-11-24T07:00:00Z')]
    // The 25th ends in Auckland at 11:00 UTC, and once more in Los Angeles at 08:00 UTC of the 26th.
    expect(at(lessons, '2026-11-25T11:30:00Z', { zones: back })).toMatchObject({ freezesHeld: 1, frozenDates: ['2026-11-25'] })
    expect(at(lessons, '2026-11-26T09:00:00Z', { zones: back })).toMatchObject({ days: 2, freezesHeld: 1, frozenDates: ['2026-11-25'] })
  })
  it('a break stands, even when the learner flies back to a date that has counted', () => {
    const far = [{ zone: 'Pacific/Kiritimati', effectiveFrom: '2026-01-01T00:00:00Z' }, { zone: 'Pacific/Pago_Pago', effectiveFrom: '2026-11-25T10:20:00Z' }]
    const lessons = [lesson('2026-11-18T11:00:00Z'), lesson('2026-11-19T11:00:00Z'), lesson('2026-11-22T11:00:00Z'), lesson('2026-11-23T10:30:00Z'), lesson('2026-11-25T10:35:00Z')]
    // The last lesson is at 23:35 of the 24th in Pago Pago; the 25th has ended in Kiritimati with no freeze left.
    expect(at(lessons, '2026-11-25T10:40:00Z', { zones: far })).toMatchObject({ days: 0, state: 'broken', brokenAt: '2026-11-25T10:00:00Z', today: '2026-11-24' })
  })
  it('westward repeats a date, which counts once', () => {
    const back = [{ zone: 'Pacific/Auckland', effectiveFrom: '2026-01-01T00:00:00Z' }, { ...la, effectiveFrom: '2026-11-24T08:00:00Z' }]
    const lessons = [lesson('2026-11-24T07:00:00Z'), lesson('2026-11-25T05:00:00Z')]
    // 20:00 of the 24th in Auckland, then 21:00 of the 24th in Los Angeles.
    expect(at(lessons, '2026-11-25T05:00:00Z', { zones: back })).toMatchObject({ days: 1, today: '2026-11-24', state: 'counted-today' })
    expect(at([...lessons, lesson('2026-11-26T04:00:00Z')], '2026-11-26T04:00:00Z', { zones: back }).days).toBe(2)
  })
})

describe('8. repair', () => {
  const lost = noFreezes('2026-06-01', 4)
  // Six days, no freeze: the fifth of June is missed, so the streak breaks as the sixth begins.
  it('is offered for 48 hours and brings the old count back, and today with it', () => {
    expect(at(lost, '2026-06-06T09:00:00Z')).toMatchObject({ days: 0, brokenAt: '2026-06-06T00:00:00Z', repairable: 6, repairUntil: '2026-06-08T00:00:00Z' })
    expect(at(lost, '2026-06-06T09:00:00Z', { repairs: ['2026-06-06T09:00:00Z'] })).toMatchObject({ days: 7, state: 'counted-today', repairable: 0 })
    expect(at(lost, '2026-06-08T00:00:00Z', { repairs: ['2026-06-08T00:00:00Z'] }).days).toBe(7)
    expect(at(lost, '2026-06-08T00:00:01Z', { repairs: ['2026-06-08T00:00:01Z'] })).toMatchObject({ days: 0, repairable: 0, repairUntil: null })
  })
  it('adds today once, whether the lesson comes before it or after', () => {
    const today = lesson('2026-06-06T10:00:00Z')
    for (const repair of ['2026-06-06T09:00:00Z', '2026-06-06T11:00:00Z']) {
      expect(at([...lost, today], '2026-06-06T12:00:00Z', { repairs: [repair] }).days, repair).toBe(7)
    }
  })
  it('keeps the days counted since the break', () => {
    const since = [lesson('2026-06-06T10:00:00Z'), lesson('2026-06-07T10:00:00Z')]
    expect(at([...lost, ...since], '2026-06-07T12:00:00Z', { repairs: ['2026-06-07T11:00:00Z'] }).days).toBe(8)
  })
  it('is possible once in seven days, and only after a break', () => {
    expect(at(lost, '2026-06-04T14:00:00Z', { repairs: ['2026-06-04T13:30:00Z'] }).days).toBe(6)
    // Repaired on the 6th; the 7th is missed, so the next break is on the 8th: too soon.
    expect(at(lost, '2026-06-08T09:00:00Z', { repairs: ['2026-06-06T09:00:00Z', '2026-06-08T09:00:00Z'] })).toMatchObject({ days: 0, repairable: 0 })
    // The seventh counted date earns a freeze, so the streak breaks on the 14th after the 12th and 13th are missed.
    const week = [...lost, ...daily('2026-06-07', 5)]
    const repairs = ['2026-06-06T09:00:00Z', '2026-06-14T09:00:00Z']
    expect(at(week, '2026-06-14T08:00:00Z', { repairs })).toMatchObject({ days: 0, repairable: 12 })
    expect(at(week, '2026-06-14T10:00:00Z', { repairs }).days).toBe(13)
  })
})

/** What a process does that sees each thing as it happens, sweeps in between, knows no future and stores its state. */
function swept({ lessons, repairs, zones, sweeps, now }: Life): { state: StreakState; repaired: number } {
  let repaired = 0
  const until = Date.parse(now)
  const events = [
    ...lessons.map((l) => ({ at: Date.parse(l.finishedAt), run: (s: StreakState, known: ZoneStay[]) => countLesson(s, l, known) })),
    ...repairs.map((r) => ({ at: Date.parse(r), run: (s: StreakState, known: ZoneStay[]) => {
      const after = repairStreak(s, r, known)
      if (after !== s) repaired += 1
      return after
    } })),
    ...sweeps.map((t) => ({ at: t, run: (s: StreakState, known: ZoneStay[]) => rollOver(s, iso(t), known) })),
  ]
  const state = events
    .filter((event) => event.at <= until)
    .sort((a, b) => a.at - b.at)
    .reduce((state, event) => {
      const known = zones.filter((stay) => Date.parse(stay.effectiveFrom) <= event.at)
      return JSON.parse(JSON.stringify(event.run(state, known))) as StreakState
    }, noStreak)
  return { state, repaired }
}

/** The distinct local dates of a life's lessons, worked out apart from the product's code path. */
function datesOf({ lessons, zones, now }: Life): Set<string> {
  const history = stays(zones)
  return new Set(
    lessons
      .filter((l) => l.finishedAt <= now)
      .map(({ begunAt, finishedAt }) => {
        const [begun, finished] = [Date.parse(begunAt), Date.parse(finishedAt)]
        const moment = finished - begun <= LATE_FINISH_MS ? begun : finished
        return localDate(zoneAt(history, moment), iso(moment))
      }),
  )
}

describe('9. lazily or by a sweep', () => {
  it('gives the same streak in 10,000 random lives, never above what was counted, repaired and frozen', () => {
    const seen = { broken: 0, frozen: 0, repaired: 0, long: 0 }
    fc.assert(
      fc.property(life, (random) => {
        const lazy = streakAt(random)
        const { state, repaired } = swept(random)
        expect(viewStreak(state, random.now, random.zones)).toEqual(lazy)
        expect(viewStreak(rollOver(state, random.now, random.zones), random.now, random.zones)).toEqual(lazy)
        // Freezes keep a streak and add nothing, so the bound holds without them.
        expect(lazy.days).toBeLessThanOrEqual(datesOf(random).size + repaired)
        expect(lazy.freezesHeld).toBeGreaterThanOrEqual(0)
        expect(lazy.freezesHeld).toBeLessThanOrEqual(FREEZES_MOST)
        seen.broken += lazy.state === 'broken' ? 1 : 0
        seen.frozen += lazy.state === 'frozen' ? 1 : 0
        seen.repaired += repaired
        seen.long += lazy.days >= 7 ? 1 : 0
      }),
      { numRuns: 10_000 },
    )
    // The lives are only worth something when they reach every state.
    for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(200)
  }, 120_000)

  it('agrees with plain date arithmetic for a learner who stays at home', () => {
    const homely = fc.record({ offsets: fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 40 }), today: fc.integer({ min: 0, max: 44 }) })
    fc.assert(
      fc.property(homely, ({ offsets, today }) => {
        const lessons = offsets.map((day) => lesson(`${addDays('2026-06-01', day)}T12:00:00Z`))
        let [days, freezes, counted, last] = [0, noStreak.freezes, 0, -1]
        const miss = (until: number) => {
          const gap = until - last - 1
          if (days > 0 && gap > freezes) days = 0
          else if (days > 0) return gap
          return 0
        }
        for (const day of offsets.filter((d) => d <= today).sort((a, b) => a - b)) {
          freezes -= Math.max(0, miss(day))
          days += 1
          counted += 1
          if (counted % DAYS_PER_FREEZE === 0) freezes = Math.min(FREEZES_MOST, freezes + 1)
          last = day
        }
        const pending = last < today ? Math.max(0, miss(today)) : 0
        expect(at(lessons, `${addDays('2026-06-01', today)}T23:00:00Z`)).toMatchObject({ days, freezesHeld: freezes - pending })
      }),
      { numRuns: 2000 },
    )
  })

  it('7. a change of zone adds no day, spends no freeze and breaks nothing by itself, in either direction', () => {
    fc.assert(
      fc.property(life, fc.constantFrom(...zoneNames), (random, zone) => {
        // A millisecond after everything else, so that the move alone differs: a lesson at that very instant would be dated by it.
        const now = iso(Date.parse(random.now) + 1)
        const zones = random.zones.filter((stay) => stay.effectiveFrom <= random.now)
        const before = streakAt({ ...random, zones, now })
        const after = streakAt({ ...random, zones: [...zones, { zone, effectiveFrom: now }], now })
        const kept = ({ days, best, freezesHeld, brokenAt, repairUntil }: typeof before) => ({ days, best, freezesHeld, brokenAt, repairUntil })
        expect(kept(after)).toEqual(kept(before))
      }),
      { numRuns: 3000 },
    )
  })
})

test('7. a move at the very stroke of the midnight that breaks a streak does not mend it', () => {
  const lessons = noFreezes('2026-06-01', 1)
  const now = '2026-06-03T00:00:00Z'
  expect(at(lessons, now).days).toBe(0)
  expect(at(lessons, now, { zones: [...utc, { zone: 'Asia/Tokyo', effectiveFrom: now }] })).toMatchObject({ days: 0, brokenAt: now })
})

test('the same sweep twice changes nothing, and a settled break stays where it was', () => {
  const state = daily('2026-06-01', 3).reduce((s, l) => countLesson(s, l, utc), noStreak)
  expect(rollOver(state, '2026-06-07T01:00:00Z', utc)).toBe(state)
  const settled = rollOver(state, '2026-06-07T01:00:01Z', utc)
  expect(settled).toMatchObject({ days: 0, lost: { days: 3, at: '2026-06-07T00:00:00Z' } })
  expect(rollOver(settled, '2026-07-07T00:00:00Z', utc)).toBe(settled)
})

test('a milestone is told when a streak grows past it, the highest once', () => {
  expect([milestoneReached(6, 7), milestoneReached(7, 8), milestoneReached(5, 15), milestoneReached(7, 0)]).toEqual([7, null, 14, null])
})

test('a lesson finished before it is begun is refused', () => {
  expect(() => at([{ begunAt: '2026-06-01T12:00:00Z', finishedAt: '2026-06-01T11:00:00Z' }], '2026-06-02T00:00:00Z')).toThrow(/before it is begun/)
})
