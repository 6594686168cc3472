// Answers, for one zone and any instant, which UTC offset is in force, from the tz database that the runtime carries.
import { Temporal as Polyfill } from 'temporal-polyfill'
import { nearestZones } from './zones.ts'

/** The runtime's own Temporal where it has one (Node 26 and later), otherwise the kept polyfill. */
export const Temporal: typeof Polyfill = (globalThis as { Temporal?: typeof Polyfill }).Temporal ?? Polyfill

/** The tz database version in use, such as "2026c". When it changes, stored due times have to be computed again. */
export const tzdb: string = process.versions.tz ?? 'unknown'

/** A stretch of time with one offset: `from` inclusive and `to` exclusive in epoch milliseconds, `offset` in milliseconds east of UTC. */
export interface Span {
  from: number
  to: number
  offset: number
}

const byZone = new Map<string, Map<number, readonly Span[]>>()

/**
 * The offsets of a zone around one UTC year: from one year before it to one year after it, oldest first.
 *
 * Reading transitions out of Temporal costs about a hundred times as much as the arithmetic done with them,
 * so each zone and year is read once per process.
 *
 * @throws RangeError when the zone is not in the tz database; the message names the nearest ones.
 */
export function spansAround(zone: string, year: number): readonly Span[] {
  let years = byZone.get(zone)
  const known = years?.get(year)
  if (known) return known
  const spans = readSpans(zone, year)
  if (!years) byZone.set(zone, (years = new Map()))
  years.set(year, spans)
  return spans
}

/** The offset in milliseconds east of UTC that is in force in `zone` at `at` (epoch milliseconds). */
export function offsetAt(zone: string, at: number): number {
  const spans = spansAround(zone, new Date(at).getUTCFullYear())
  for (const span of spans) if (at < span.to) return span.offset
  throw new RangeError(`instant out of range: ${at}`)
}

function readSpans(zone: string, year: number): Span[] {
  const start = Date.UTC(year - 1, 0, 1)
  const end = Date.UTC(year + 2, 0, 1)
  let here = zonedAt(zone, start)
  const spans: Span[] = []
  let from = start
  while (from < end) {
    const next = here.getTimeZoneTransition('next')
    const to = Math.min(next ? next.epochMilliseconds : end, end)
    spans.push({ from, to, offset: Math.round(here.offsetNanoseconds / 1e6) })
    if (!next) break
    from = to
    here = next
  }
  return spans
}

function zonedAt(zone: string, at: number): Polyfill.ZonedDateTime {
  try {
    return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  } catch {
    const near = nearestZones(zone)
    throw new RangeError(`unknown time zone ${JSON.stringify(zone.slice(0, 60))}${near.length ? `; nearest: ${near.join(', ')}` : ''}`)
  }
}
