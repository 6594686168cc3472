// Random lives of learners: lessons, moves, repairs and sweeps, for what has to hold for all of them.
import fc from 'fast-check'
import type { ZoneStay } from '../../src/learners/zone-history.ts'
import type { FinishedLesson } from '../../src/learning/streaks.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const iso = (at: number) => new Date(at).toISOString().replace('.000Z', 'Z')

/** Sixty days of one learner. */
export interface Life {
  lessons: FinishedLesson[]
  repairs: string[]
  zones: ZoneStay[]
  sweeps: number[]
  now: string
}
/** When every life begins, ms since the epoch. */
export const start = Date.UTC(2026, 1, 20)
export const zoneNames = ['America/Los_Angeles', 'America/New_York', 'America/Sao_Paulo', 'Europe/London', 'Africa/Cairo', 'Antarctica/Troll', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Auckland', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']
const minutes = (days: number) => fc.integer({ min: 0, max: days * 1440 })
/** Sixty days with lessons mostly about a day apart, short and long, some across midnight, flights, repairs and sweeps. */
export const life: fc.Arbitrary<Life> = fc
  .record({
    gaps: fc.array(fc.tuple(fc.oneof({ weight: 16, arbitrary: fc.integer({ min: 1200, max: 1680 }) }, { weight: 3, arbitrary: fc.integer({ min: 1, max: 900 }) }, { weight: 1, arbitrary: fc.integer({ min: 1900, max: 7000 }) }), fc.constantFrom(3, 10, 59, 60, 61, 120)), { minLength: 5, maxLength: 40 }),
    moves: fc.array(fc.tuple(minutes(60), fc.constantFrom(...zoneNames)), { maxLength: 5 }),
    repairs: fc.array(minutes(60), { maxLength: 6 }),
    sweeps: fc.array(minutes(60), { maxLength: 60 }),
    home: fc.constantFrom(...zoneNames),
    now: fc.integer({ min: 5 * 1440, max: 60 * 1440 }),
  })
  .map(({ gaps, moves, repairs, sweeps, home, now }) => {
    let clock = start
    const lessons = gaps.map(([gap, took]) => {
      clock += gap * MINUTE
      return { begunAt: iso(clock - took * MINUTE), finishedAt: iso(clock) }
    })
    return {
      lessons,
      repairs: repairs.map((m) => iso(start + m * MINUTE + 7)),
      zones: [{ zone: home, effectiveFrom: iso(start - 30 * 24 * HOUR) }, ...moves.map(([m, zone]) => ({ zone, effectiveFrom: iso(start + m * MINUTE) }))],
      sweeps: sweeps.map((m) => start + m * MINUTE),
      now: iso(start + now * MINUTE),
    }
  })
