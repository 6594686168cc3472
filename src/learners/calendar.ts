// Says what the learner's own clock and calendar show: which date an instant belongs to, how long a date is, and when their hour comes next.
import { offsetAt, spansAround, Temporal } from './offsets.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** A wall-clock reading asked for every day, in one zone, from an instant on. */
export interface DailyFire {
  /** IANA name, such as "America/Sao_Paulo". */
  zone: string
  /** "HH:MM", or "HH:MM:SS" as the database writes a TIME. */
  time: string
  /** ISO 8601 instant with "Z" or an offset. */
  after: string
}

/**
 * The next instant strictly after `after` at which the zone's clock shows `time`, once per local date.
 *
 * A time that does not exist on a date (clocks go forward) fires later by the length of the gap, as Temporal's
 * `disambiguation: 'compatible'`, RFC 5545 §3.3.5 and java.time do. A time that occurs twice (clocks go back)
 * fires at the first only. A date that the zone skipped altogether (Samoa, 2011-12-30) makes no fire of its own.
 *
 * @returns an ISO instant in UTC, such as "2026-03-08T13:00:00Z".
 * @throws RangeError for an unknown zone (with the nearest names), a time that is none, or an instant that is none.
 */
export function nextFire(asked: DailyFire): string {
  return nextFireOn(asked).at
}

/** The same with the local date it is the fire of, which a gap may have moved it out of: Scoresbysund's 23:30 may come at 00:30. */
export function nextFireOn({ zone, time, after }: DailyFire): { at: string; date: string } {
  const since = parseInstant(after)
  const wall = parseTime(time)
  // A fire that a gap moved past midnight still belongs to the date before, hence the start on yesterday.
  let day = Math.floor((since + offsetAt(zone, since)) / DAY) * DAY - DAY
  for (;;) {
    const fire = resolve(zone, day + wall)
    if (fire > since) return { at: formatInstant(fire), date: formatDate(day) }
    day += DAY
  }
}

/** The instant of `time` ("HH:MM") on one local date, by the same rule; on a date that the zone skipped, later by what was skipped. */
export function fireOn(zone: string, time: string, date: string): string {
  return formatInstant(resolve(zone, parseDate(date) + parseTime(time)))
}

/** The local date, "YYYY-MM-DD", that the zone's calendar shows at an ISO instant. */
export function localDate(zone: string, instant: string): string {
  const at = parseInstant(instant)
  return formatDate(at + offsetAt(zone, at))
}

/** The local clock, "HH:MM" on 24 hours, that the zone shows at an ISO instant. */
export function localTime(zone: string, instant: string): string {
  const at = parseInstant(instant)
  return new Date(at + offsetAt(zone, at)).toISOString().slice(11, 16)
}

/**
 * How many minutes of real time carry this local date: 1440 as a rule, 1320 to 1560 when clocks change, 0 when
 * the zone skipped the date.
 */
export function dayLength(zone: string, date: string): number {
  return stretches(zone, date).reduce((sum, [from, to]) => sum + (to - from), 0) / MINUTE
}

/** The first instant of a local date (not always 00:00: Cairo's may begin at 01:00), or null when the zone skipped the date. */
export function firstInstant(zone: string, date: string): string | null {
  const [first] = stretches(zone, date)
  return first ? formatInstant(first[0]) : null
}

/** The calendar date `days` after (or, when negative, before) a date. Both "YYYY-MM-DD"; no zone is involved. */
export function addDays(date: string, days: number): string {
  return formatDate(parseDate(date) + days * DAY)
}

/** Minutes between two readings of a clock, "HH:MM", the shorter way round: 0 to 720. */
export function minutesApart(one: string, other: string): number {
  const ahead = Math.abs(parseTime(one) - parseTime(other)) / MINUTE
  return Math.min(ahead, DAY / MINUTE - ahead)
}

/** An ISO instant as epoch milliseconds, rounded down. @throws RangeError when it is not an instant. */
export function parseInstant(instant: string): number {
  // The form that the program itself writes takes the quick way; everything else is Temporal's to judge.
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(instant)) {
    const at = Date.parse(instant)
    if (!Number.isNaN(at) && new Date(at).getUTCDate() === Number(instant.slice(8, 10))) return at
  }
  try {
    return Temporal.Instant.from(instant).epochMilliseconds
  } catch {
    throw new RangeError(`not an instant: ${JSON.stringify(String(instant).slice(0, 60))} (wanted: "2026-03-08T13:00:00Z")`)
  }
}

/** Epoch milliseconds as an ISO instant in UTC, without a fraction of a second that is zero. */
export function formatInstant(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z')
}

function resolve(zone: string, wall: number): number {
  const spans = spansAround(zone, new Date(wall).getUTCFullYear())
  for (const span of spans) {
    const at = wall - span.offset
    if (at >= span.from && at < span.to) return at
  }
  // No span shows this reading, so it falls in a gap: keep the offset in force before the gap.
  for (let i = spans.length - 2; i >= 0; i--) {
    const before = spans[i]!
    if (wall - before.offset >= before.to) return wall - before.offset
  }
  throw new RangeError(`date out of range: ${formatDate(wall)}`)
}

function stretches(zone: string, date: string): [from: number, to: number][] {
  const midnight = parseDate(date)
  const found: [number, number][] = []
  for (const span of spansAround(zone, new Date(midnight).getUTCFullYear())) {
    const from = Math.max(span.from, midnight - span.offset)
    const to = Math.min(span.to, midnight + DAY - span.offset)
    if (from < to) found.push([from, to])
  }
  return found
}

function parseTime(time: string): number {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.0+)?)?$/.exec(time)
  if (!parts) throw new RangeError(`not a time of day: ${JSON.stringify(String(time).slice(0, 60))} (wanted: "HH:MM")`)
  return ((Number(parts[1]) * 60 + Number(parts[2])) * 60 + Number(parts[3] ?? 0)) * 1000
}

function parseDate(date: string): number {
  const at = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : NaN
  if (Number.isNaN(at) || formatDate(at) !== date) {
    throw new RangeError(`not a date: ${JSON.stringify(String(date).slice(0, 60))} (wanted: "YYYY-MM-DD")`)
  }
  return at
}

function formatDate(wall: number): string {
  return new Date(wall).toISOString().slice(0, 10)
}
