// Prepares the question "Is it about 14:05 where you are?": which clocks a learner may be living by right now.
import { localTime } from './calendar.ts'

/** One answer to offer: the zone, and what its clock shows ("HH:MM", 24 hours). */
export interface ClockChoice {
  zone: string
  clock: string
}

/**
 * The different clocks among `zones` (likeliest first) at an instant, at most `limit`. Zones that show the same
 * time today are offered once, because a learner cannot tell them apart; WhatsApp allows three reply buttons.
 */
export function clockChoices(zones: readonly string[], now: string, limit = 3): ClockChoice[] {
  const choices: ClockChoice[] = []
  for (const zone of zones) {
    const clock = localTime(zone, now)
    if (!choices.some((choice) => choice.clock === clock)) choices.push({ zone, clock })
  }
  return choices.slice(0, limit)
}
