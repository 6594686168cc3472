// Says after a lesson whether its hour is worth offering for the daily reminder.
import { formatInstant, localTime, minutesApart } from './calendar.ts';
import { isQuiet } from './reminder-hours.ts';
import { afterLessonMs } from './reminders.ts';
import { knownZone } from './zones.ts';

/** Who has just said in onboarding what they want is not asked again after the first lessons. */
const lessonsBefore = 3;
/** A lesson so far from the hour of the reminder is at quite another time, minutes. */
const apart = 180;
/** Who said no, or nothing, is not asked again for so long. */
const againAfterMs = 60 * 86_400_000;

/** When it was last offered, ms since the epoch; `open`: now is the time to ask. */
export interface HourOffer {
  at: number;
  open: boolean;
}

/** What speaks for it or against it. `dailyTime`: "HH:MM" local, null for no reminder. */
export interface AfterLesson {
  zone: string;
  dailyTime: string | null;
  followsLesson: boolean;
  lessonsFinished: number;
  offered: HourOffer | null;
}

/** What the clock shows at the hour that “same time as today” means, "HH:MM": 23.5 hours after a lesson that ended at `at` (ms since the epoch). In UTC where this runtime does not know the zone. */
export function hourAfter(zone: string, at: number): string {
  return localTime(knownZone(zone), formatInstant(at + afterLessonMs));
}

/**
 * Offered to who has no reminder, or did the lesson at quite another time; not in the first lessons, not at night, and not
 * for two months after it was offered. @param at when the lesson ended, ms since the epoch
 */
export function weighHour({ zone, dailyTime, followsLesson, lessonsFinished, offered }: AfterLesson, at: number): HourOffer | null {
  const time = hourAfter(zone, at);
  const fits = !followsLesson && lessonsFinished >= lessonsBefore && !isQuiet(time)
    && (offered === null || at - offered.at >= againAfterMs)
    && (dailyTime === null || minutesApart(localTime(knownZone(zone), formatInstant(at)), dailyTime) >= apart);
  return fits ? { at, open: true } : offered && { ...offered, open: false };
}
