// Says until when a reminder may still be sent: never at night by accident, never hours late.
import { formatInstant, localTime, nextFire, parseInstant } from './calendar.ts';

/** Nothing of our own accord from here … (local time) */
const quietFrom = '21:00';
/** … until here. */
const quietTo = '08:00';
/** A reminder that is later than this is dropped: tomorrow's is nearer than the hour that was asked for. */
export const latestMs = 3 * 3_600_000;
/** Who chose an hour of the night gets it, but not much later. */
const latestAtNightMs = 30 * 60_000;

/** Whether a local time, "HH:MM", lies in the quiet hours. */
export function isQuiet(time: string): boolean {
  return time >= quietFrom || time < quietTo;
}

/**
 * The last instant (ms since the epoch) at which a reminder due at `dueAt` may be said. Three hours later at most, and not
 * past the beginning of the quiet hours, 21:00 to 08:00 on the learner's clock. An hour inside them was chosen by the
 * learner, so it holds; half an hour late is then late enough.
 */
export function sayableUntil(zone: string, dueAt: number): number {
  const due = formatInstant(dueAt);
  if (isQuiet(localTime(zone, due))) return dueAt + latestAtNightMs;
  return Math.min(dueAt + latestMs, parseInstant(nextFire({ zone, time: quietFrom, after: due })) - 1);
}
