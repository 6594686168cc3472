// The word in the evening that today can still count for a streak: when it is due, and its row among the reminders.
import type { StreakState } from '../../machines/vocabulary.ts'
import { formatInstant, nextFireOn } from '../learners/calendar.ts'
import { dropReminders, putReminders } from '../learners/reminders.ts'
import { stays, zoneAt, type ZoneStay } from '../learners/zone-history.ts'
import type { Transaction } from '../store/postgres.ts'
import { leastDaysToSave, viewStreak } from './streaks.ts'

/** Local hour of the word: the day is nearly over, the quiet hours have not begun. */
export const saverTime = '20:00'
/** Who is reminded at this local hour or later hears of their streak then, and not twice in one evening. */
const eveningFrom = '17:00'

/** What decides on the next word. */
export interface Saving {
  state: StreakState
  zones: readonly ZoneStay[]
  /** “HH:MM” of the daily reminder; null when the learner wants none, and so not this one either. */
  dailyTime: string | null
}

/**
 * The first evening after `after` (ms since the epoch) whose date is still open for a streak of two days or more, if nothing
 * else happens until then, and that date; null when there is none, or the learner does not want to hear of it.
 */
export function streakSaverAt({ state, zones, dailyTime }: Saving, after: number): { at: string; date: string } | null {
  if (dailyTime === null || dailyTime >= eveningFrom) return null
  const zone = zoneAt(stays(zones), after)
  for (let since = formatInstant(after); ;) {
    const evening = nextFireOn({ zone, time: saverTime, after: since })
    const { days, state: seen } = viewStreak(state, evening.at, zones)
    if (days < leastDaysToSave) return null
    if (seen !== 'counted-today') return evening
    since = evening.at
  }
}

/** Puts each learner's next word among the reminders, or takes it away. @param at ms since the epoch */
export async function keepStreakSavers(run: Transaction['run'], kept: readonly (Saving & { userId: string; at: number })[]): Promise<void> {
  const due = [...new Map(kept.map((one) => [one.userId, one])).values()].map((one) => ({ ...one, next: streakSaverAt(one, one.at) }))
  await dropReminders(run, 'streak-saver', due.filter(({ next }) => next === null).map(({ userId }) => userId))
  await putReminders(run, 'streak-saver', due.flatMap(({ userId, zones, at, next }) =>
    next === null ? [] : [{ userId, zone: zoneAt(stays(zones), at), followsLesson: false, time: saverTime, dueAt: next.at, date: next.date }]))
}
