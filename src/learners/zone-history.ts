// Answers which zone was in force for a learner at an instant, so that the past keeps the dates it was given.
import { addDays, firstInstant, formatInstant, localDate, parseInstant } from './calendar.ts'
import { knownZone } from './zones.ts'

/** One stay: from `effectiveFrom` (ISO instant) until the next stay begins, the learner's clock is that of `zone` (IANA name). */
export interface ZoneStay {
  zone: string
  effectiveFrom: string
}

/** The same with the instant in epoch milliseconds, oldest first. */
export interface Stay {
  zone: string
  from: number
}

/** Sorts a history by time. Of two stays that begin at one instant, the one named last holds. A zone that this runtime does not know is taken for UTC. */
export function stays(history: readonly ZoneStay[]): Stay[] {
  const sorted = history.map(({ zone, effectiveFrom }) => ({ zone: knownZone(zone), from: parseInstant(effectiveFrom) })).sort((a, b) => a.from - b.from)
  return sorted.filter((stay, i) => sorted[i + 1]?.from !== stay.from)
}

/**
 * The zone in force at an instant. Before the first stay it is the first stay's zone, because nothing better is
 * known; with no history at all it is UTC.
 */
export function zoneAt(history: readonly Stay[], at: number): string {
  let zone = history[0]?.zone ?? 'UTC'
  for (const stay of history) {
    if (stay.from > at) break
    zone = stay.zone
  }
  return zone
}

/**
 * The midnights that pass on the learner's clock after `from` and up to `to` (epoch milliseconds), in order: the date
 * that ended, and when. A date that a change of zone cuts short has no midnight, nor has one that the zone skipped.
 */
export function* midnights(history: readonly Stay[], from: number, to: number): Generator<{ date: string; passedAt: number }> {
  const known = history.length > 0 ? history : [{ zone: 'UTC', from: -Infinity }]
  for (const [i, { zone, from: since }] of known.entries()) {
    const start = Math.max(from, i === 0 ? -Infinity : since)
    const next = known[i + 1]?.from ?? Infinity
    let date = start < next && start <= to ? localDate(zone, formatInstant(start)) : null
    while (date !== null) {
      let following: string = addDays(date, 1)
      while (firstInstant(zone, following) === null) following = addDays(following, 1)
      const passedAt = parseInstant(firstInstant(zone, following)!)
      // A move at the stroke of midnight comes after it: the date has ended.
      if (passedAt > Math.min(to, next)) break
      if (passedAt > start) yield { date, passedAt }
      date = following
    }
  }
}
