// Counts a learner's streak: which days count, which a freeze covers, when it breaks and how it is repaired.
import { formatInstant, localDate, parseInstant } from '../learners/calendar.ts'
import { noStreak } from '../../machines/streak.logic.ts'
import type { StreakGrowth, StreakState } from '../../machines/vocabulary.ts'
import { midnights, stays, zoneAt, type Stay, type ZoneStay } from '../learners/zone-history.ts'

/** Freezes that can be held at once. */
export const FREEZES_MOST = 2
/** Every so many counted days earn one freeze, as long as fewer than the most are held. */
export const DAYS_PER_FREEZE = 7
/** A lesson that takes no longer than this belongs to the moment it was begun, so that 23:58 to 00:03 counts for the first date. */
export const LATE_FINISH_MS = 60 * 60_000
/** Two activities no further apart than this never break a streak, whatever the dates say (eastward flights). */
const SAME_DAY_MS = 24 * 3_600_000
/** How long after a break a repair is possible. */
const REPAIR_WINDOW_MS = 48 * 3_600_000
/** How long after one repair the next is possible. */
const REPAIR_EVERY_MS = 7 * 24 * 3_600_000
/** A streak from which on an evening's word is worth while. */
export const leastDaysToSave = 2
/** Streak lengths that get a message of their own. */
export const MILESTONES: readonly number[] = [1, 3, 7, 14, 30, 50, 100, 200, 365, 500, 730, 1000]

/** A lesson whose planned exercises were all answered. Placement tests and chat are not lessons. Instants are ISO. */
export interface FinishedLesson {
  begunAt: string
  finishedAt: string
}

/** The streak as a learner sees it at one instant. */
export interface Streak {
  days: number
  best: number
  /** Freezes left, those that cover days already missed taken off. */
  freezesHeld: number
  /**
   * `none`: no lesson yet. `counted-today`: safe until tomorrow ends. `open`: today still wants a lesson.
   * `frozen`: the same, and freezes cover the days missed before. `broken`: the next lesson starts again at 1.
   */
  state: 'none' | 'counted-today' | 'open' | 'frozen' | 'broken'
  /** The local date now. */
  today: string
  /** Local dates that freezes cover, oldest first. */
  frozenDates: string[]
  /** When the streak broke; null while it lives. */
  brokenAt: string | null
  /** Days that a repair would bring back (before today is added); 0 when there is nothing to repair now. */
  repairable: number
  /** Until when that repair is possible; null when it is not. */
  repairUntil: string | null
}

/** A learner's history up to `now`, in any order; what lies after `now` is ignored. */
export interface StreakHistory {
  lessons: readonly FinishedLesson[]
  /** Instants at which the learner asked for a repair; those that the rules do not allow change nothing. */
  repairs: readonly string[]
  zones: readonly ZoneStay[]
  now: string
}

/**
 * The streak from the whole history, by these rules:
 *
 * 1. A date is the learner's local date in the zone in force at that instant; the past is never computed again.
 * 2. A date counts when at least one lesson is finished. 3. It counts once.
 * 4. A lesson of an hour or less belongs to the moment it was begun, a longer one to the moment it was finished.
 * 5. Dates missed use freezes, oldest first; when there are too few, the streak breaks and none is used.
 *    A frozen date keeps the streak and adds nothing to it.
 * 6. At most 24 hours between one lesson's end and the next one never break it or cost a freeze.
 * 7. A date is missed only when its midnight passes on the learner's clock, so changing zone changes nothing by itself.
 * 8. For 48 hours after a break, once in seven days, a repair brings the old count back, and today with it.
 * 9. Evaluating on read, or by `rollOver` at any instants, gives the same streak.
 */
export function streakAt({ lessons, repairs, zones, now }: StreakHistory): Streak {
  const until = parseInstant(now)
  const events = [
    ...lessons.map((lesson) => ({ at: parseInstant(lesson.finishedAt), apply: (state: StreakState) => countLesson(state, lesson, zones) })),
    ...repairs.map((at) => ({ at: parseInstant(at), apply: (state: StreakState) => repairStreak(state, at, zones) })),
  ].filter(({ at }) => at <= until)
  events.sort((a, b) => a.at - b.at)
  return viewStreak(
    events.reduce((state, { apply }) => apply(state), noStreak),
    now,
    zones,
  )
}

/** The state after a finished lesson. Lessons are to be given in the order in which they were finished. */
export function countLesson(state: StreakState, lesson: FinishedLesson, zones: readonly ZoneStay[]): StreakState {
  return countAndTell(state, lesson, zones).state
}

/** The date that a finished lesson counts for, and the instant (epoch milliseconds) that decides it. */
export function dateOfLesson({ begunAt, finishedAt }: FinishedLesson, zones: readonly ZoneStay[]): { date: string; at: number } {
  const [begun, finished] = [parseInstant(begunAt), parseInstant(finishedAt)]
  if (begun > finished) throw new RangeError(`a lesson cannot be finished (${finishedAt}) before it is begun (${begunAt})`)
  const at = finished - begun <= LATE_FINISH_MS ? begun : finished
  return { date: localDate(zoneAt(stays(zones), at), formatInstant(at)), at }
}

/** The same as {@link countLesson}, and what the lesson did to the streak; null when its date had counted already. */
export function countAndTell(state: StreakState, lesson: FinishedLesson, zones: readonly ZoneStay[]): { state: StreakState; grew: StreakGrowth | null } {
  const history = stays(zones)
  const finished = parseInstant(lesson.finishedAt)
  const { date, at } = dateOfLesson(lesson, zones)
  const lastAt = state.lastAt === null ? finished : Math.max(parseInstant(state.lastAt), finished)
  const away = absence(state, at, history)
  const alive = settle(state, away)
  if (state.lastDate !== null && date <= state.lastDate) return { state: { ...alive, lastAt: formatInstant(lastAt) }, grew: null }
  // A date that was missed in one zone and lived again further west is counted now, so its freeze is not used.
  const used = away.brokenAt === null ? away.missed.filter((missed) => missed < date).length : 0
  const counted = alive.counted + 1
  const earned = counted % DAYS_PER_FREEZE === 0 ? 1 : 0
  const days = alive.days + 1
  const freezes = Math.min(FREEZES_MOST, alive.freezes - used + earned)
  const after: StreakState = { ...alive, days, best: Math.max(alive.best, days), freezes, counted, lastDate: date, lastAt: formatInstant(lastAt) }
  const repairable = after.lost && repairEnd(after, finished) !== null ? after.lost.days : 0
  return { state: after, grew: { before: alive.days, days, covered: used, earned: freezes > alive.freezes - used, repairable } }
}

/** The state after a repair asked for at `at`; the same state when no repair is possible then. */
export function repairStreak(state: StreakState, at: string, zones: readonly ZoneStay[]): StreakState {
  const instant = parseInstant(at)
  const history = stays(zones)
  const settled = settle(state, absence(state, instant, history))
  if (!settled.lost || repairEnd(settled, instant) === null) return state
  const today = localDate(zoneAt(history, instant), at)
  const addsToday = settled.lastDate === null || today > settled.lastDate
  const days = settled.lost.days + settled.days + (addsToday ? 1 : 0)
  return {
    ...settled,
    days,
    best: Math.max(settled.best, days),
    lastDate: addsToday ? today : settled.lastDate,
    lastAt: formatInstant(instant),
    lost: null,
    repairedAt: formatInstant(instant),
  }
}

/**
 * The state after time has passed: a break that is final is settled, so that what is stored says so too. Safe at
 * any instant, any number of times, or never.
 *
 * A break is final an hour after it happened, because until then a lesson begun before it may still be finished.
 */
export function rollOver(state: StreakState, now: string, zones: readonly ZoneStay[]): StreakState {
  const at = parseInstant(now)
  const away = absence(state, at, stays(zones))
  return away.brokenAt !== null && at - away.brokenAt > LATE_FINISH_MS ? settle(state, away) : state
}

/** Of a learner's zones those that a later evaluation may look at: the rest is about days that are counted already. */
export function staysThatMatter(state: StreakState, zones: readonly ZoneStay[]): readonly ZoneStay[] {
  // A lesson in hand at the last one's end may have been begun before it.
  const since = state.lastAt === null ? -Infinity : parseInstant(state.lastAt) - SAME_DAY_MS
  return zones.filter((_, i) => i + 1 === zones.length || parseInstant(zones[i + 1]!.effectiveFrom) > since)
}

/** When a streak will break if nothing more is done for it and the learner stays where they are; null when there is none to break. ISO. */
export function breaksAt(state: StreakState, zones: readonly ZoneStay[]): string | null {
  if (state.days === 0 || state.lastAt === null) return null
  // Each freeze carries it over one date more, and no date takes longer than 26 hours, Samoa's gap among them.
  const { brokenAt } = absence(state, parseInstant(state.lastAt) + (state.freezes + 3) * 2 * SAME_DAY_MS, stays(zones))
  return brokenAt === null ? null : formatInstant(brokenAt)
}

/** The streak that a stored state amounts to at an instant. */
export function viewStreak(state: StreakState, now: string, zones: readonly ZoneStay[]): Streak {
  const at = parseInstant(now)
  const history = stays(zones)
  const today = localDate(zoneAt(history, at), now)
  const away = absence(state, at, history)
  const current = settle(state, away)
  const frozenDates = away.brokenAt === null ? away.missed : []
  const repairUntil = repairEnd(current, at)
  return {
    days: current.days,
    best: current.best,
    freezesHeld: current.freezes - frozenDates.length,
    state: stateOf(current, today, frozenDates),
    today,
    frozenDates,
    brokenAt: current.days === 0 && current.lost ? current.lost.at : null,
    repairable: repairUntil !== null && current.lost ? current.lost.days : 0,
    repairUntil: repairUntil === null ? null : formatInstant(repairUntil),
  }
}

/** The milestone that a streak reached by growing from `before` to `after` days, the highest if several; null for none. */
export function milestoneReached(before: number, after: number): number | null {
  return MILESTONES.findLast((milestone) => milestone > before && milestone <= after) ?? null
}

function stateOf(state: StreakState, today: string, missed: readonly string[]): Streak['state'] {
  if (state.days === 0) return state.counted === 0 ? 'none' : 'broken'
  if (state.lastDate !== null && today <= state.lastDate) return 'counted-today'
  return missed.length > 0 ? 'frozen' : 'open'
}

/** What happened to a streak between its last activity and `at`. */
interface Absence {
  /** Dates whose midnight passed without a lesson, oldest first; no more than the freezes held can cover, and one. */
  missed: string[]
  /** When the freezes no longer sufficed; null when they do. */
  brokenAt: number | null
}

function absence(state: StreakState, at: number, history: readonly Stay[]): Absence {
  const { lastDate, lastAt } = state
  if (state.days === 0 || lastDate === null || lastAt === null) return { missed: [], brokenAt: null }
  const from = parseInstant(lastAt)
  const missed: string[] = []
  if (at - from <= SAME_DAY_MS) return { missed, brokenAt: null }
  for (const { date, passedAt } of midnights(history, from, at)) {
    // Flying west repeats a date: one that counted, or was missed already, is not missed again.
    if (date <= lastDate || missed.includes(date)) continue
    missed.push(date)
    if (missed.length > state.freezes) return { missed, brokenAt: Math.max(passedAt, from + SAME_DAY_MS) }
  }
  return { missed, brokenAt: null }
}

function settle(state: StreakState, { brokenAt }: Absence): StreakState {
  return brokenAt === null ? state : { ...state, days: 0, lost: { days: state.days, at: formatInstant(brokenAt) } }
}

function repairEnd({ lost, repairedAt }: StreakState, at: number): number | null {
  if (!lost || (repairedAt !== null && at - parseInstant(repairedAt) < REPAIR_EVERY_MS)) return null
  const end = parseInstant(lost.at) + REPAIR_WINDOW_MS
  return at <= end ? end : null
}
