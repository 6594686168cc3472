// Reads the hour that a learner names for the daily reminder, in words or figures, or sees that it has to be asked again.
import { readTimeTokens, type TimeToken } from './time-tokens.ts'
import { TIME_WORDS, type TimeLanguage } from './time-words.ts'

/** What a learner's answer to "when shall I remind you?" says. `time` is "HH:MM" on 24 hours, local to the learner. */
export type DailyTime = { time: string } | { never: true } | { unclear: true }

const UNCLEAR: DailyTime = { unclear: true }
/** Answers longer than this are not an hour; they are not searched for one. */
const LONGEST_ANSWER = 200
/** English words that another language would read as an hour: "once" is not eleven. */
const FALSE_FRIENDS: Readonly<Partial<Record<TimeLanguage, RegExp>>> = { en: /\bonce\b/i }

/**
 * Reads an hour of the day.
 *
 * - Figures: "9", "9:00", "21.30", "9h", "21h30", "2130", "9pm", "9 a. m.". Words: "a las nueve y media", "nueve menos
 *   cuarto", "quarter past nine", "nove e meia", "quinze para as nove", "neuf heures et demie", "midi", "midnight".
 * - An hour from 6 to 23 without a part of the day is taken as it stands on a 24-hour clock: "8" is 08:00.
 * - A result before 06:00 needs evidence that it is meant ("03:00", "3h", "3 de la madrugada"); a bare "3" is asked again.
 * - "half eight" is half past eight, as in British English; German learners, who mean 07:30, see 08:30 confirmed.
 * - A part of the day decides the half of the day: "8 de la tarde" is 20:00, "12 de la noche" is 00:00.
 * - Anything that is not exactly one hour ("9 or 10", "9 to 10", "before 9", "in 8 hours", "10 minutes", "25:99", "never mind") is unclear.
 * - "never" and its like are understood in every interface language, hours too when the learner's own has no reading.
 */
export function readDailyTime(text: string, language: TimeLanguage): DailyTime {
  if (text.length > LONGEST_ANSWER) return UNCLEAR
  const own = read(text, language)
  if (!('unclear' in own) || FALSE_FRIENDS[language]?.test(text)) return own
  const others = (Object.keys(TIME_WORDS) as TimeLanguage[])
    .filter((other) => other !== language)
    .map((other) => read(text, other))
    .filter((answer) => !('unclear' in answer))
  const [first = UNCLEAR] = others
  return others.every((answer) => JSON.stringify(answer) === JSON.stringify(first)) ? first : UNCLEAR
}

function read(text: string, language: TimeLanguage): DailyTime {
  const all = readTimeTokens(text, language)
  if (all === 'never') return { never: true }
  const unknown = all.some(({ kind }) => kind === 'unknown')
  const parts = all.filter(({ kind }) => kind === 'part')
  const part = parts[0]?.part
  if (parts.length > 1) return UNCLEAR
  const apart = new Set<TimeToken['kind']>(['unknown', 'part', 'hour', 'minutes', 'day'])
  let tokens = all.filter(({ kind }) => !apart.has(kind))
  const minuted = all.some(({ kind }) => kind === 'minutes')
  // "10 minutes" is how long, not when.
  if (minuted && tokens.length === 1 && tokens[0]!.kind === 'number') return UNCLEAR
  // "para las nueve" is "for nine"; English has no such reading of "to nine" and "before nine" names no hour.
  if (TIME_WORDS[language].past.length === 0 && tokens[0]?.kind === 'to') tokens = tokens.slice(1)

  const reading = combine(tokens, language)
  if (!reading || (!minuted && isRange(tokens, language))) return UNCLEAR
  // Among words that mean nothing here, only a figure that can be nothing but a time is believed.
  if (unknown && !part && !tokens.some(({ kind }) => kind === 'clock')) return UNCLEAR
  // Noon itself is seldom called morning, but the quarter of an hour before it is.
  const hour = part === 'morning' && reading.hour === 12 && reading.minutes < 0 ? 12 : halfOfDay(reading.hour, part)
  if (hour === null) return UNCLEAR
  const minutes = (hour * 60 + reading.minutes + 1440) % 1440
  const frenchHours = language === 'fr' && all.some(({ kind }) => kind === 'hour')
  const meant = reading.hour === 0 || part || frenchHours || tokens.some((token) => token.certain)
  if (minutes < 6 * 60 && !meant) return UNCLEAR
  const two = (value: number) => String(value).padStart(2, '0')
  return { time: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` }
}

/** "9 to 10" and "8 to 9" are two hours and no minutes, which are told in fives unless the word stands by them; "10 to 11" might be either. */
function isRange([minutes, to, hour]: readonly TimeToken[], language: TimeLanguage): boolean {
  if (language !== 'en' || to?.kind !== 'to' || minutes?.kind !== 'number' || hour?.kind !== 'number') return false
  return minutes.value! % 5 !== 0 || Boolean(minutes.written && hour.written && minutes.value! < hour.value!)
}

/** The hour that was named and the minutes to add to it (negative: to take away); null when the words are not one time. */
function combine(tokens: readonly TimeToken[], language: TimeLanguage): { hour: number; minutes: number } | null {
  const [a, b, c] = tokens
  const after = (hour: TimeToken | undefined, minutes: TimeToken | undefined, sign: 1 | -1) => {
    const amount = minutes?.kind === 'half' ? 30 : minutes?.kind === 'quarter' ? 15 : minutes?.value
    if (!hour || amount === undefined || amount > 59 || hour.value === undefined || hour.value > 23) return null
    return { hour: hour.value, minutes: sign * amount }
  }
  switch (tokens.map(({ kind }) => kind).join(' ')) {
    case 'clock':
      return { hour: a!.value!, minutes: a!.minutes! }
    case 'number':
    case 'fixed':
      return a!.value! <= 23 || (a!.value === 24 && a!.certain) ? { hour: a!.value! % 24, minutes: 0 } : null
    case 'number number':
      // "9 30", never "9 5": minutes written in figures have two of them.
      return b!.short || b!.apart ? null : after(a, b, 1)
    case 'number fixed':
      // "12 noon", "12 midnight".
      return a!.value === 12 ? { hour: b!.value!, minutes: 0 } : null
    case 'fixed number':
      // "Midi trente"; a figure alone after it is no minute.
      return language === 'fr' && !b!.short && !b!.apart ? after(a, b, 1) : null
    case 'number half':
      return language === 'fr' ? after(a, b, 1) : null
    case 'half number':
      return language === 'en' ? after(b, a, 1) : null
    case 'number plus number':
    case 'number plus half':
    case 'number plus quarter':
    case 'fixed plus number':
    case 'fixed plus half':
    case 'fixed plus quarter':
      return after(a, c, 1)
    case 'number minus number':
    case 'number minus quarter':
    case 'fixed minus number':
    case 'fixed minus quarter':
      return after(a, c, -1)
    case 'number past number':
    case 'half past number':
    case 'quarter past number':
    case 'number past fixed':
    case 'half past fixed':
    case 'quarter past fixed':
      return after(c, a, 1)
    case 'number to number':
    case 'quarter to number':
    case 'number to fixed':
    case 'quarter to fixed':
      return after(c, a, -1)
    default:
      return null
  }
}

/** The hour on 24 hours, given the part of the day that was named with it; null when the two contradict each other. */
function halfOfDay(hour: number, part: TimeToken['part']): number | null {
  switch (part) {
    case undefined:
      return hour
    case 'am':
      return hour === 12 ? 0 : hour < 12 ? hour : null
    case 'small':
      return hour === 12 ? 0 : hour < 7 ? hour : null
    case 'morning':
      // "Las doce de la mañana" is noon in Madrid and midnight elsewhere.
      return hour > 0 && hour < 12 ? hour : null
    case 'afternoon':
      return hour === 0 ? null : hour < 12 ? hour + 12 : hour
    case 'night':
      return hour === 12 ? 0 : hour < 5 || hour > 16 ? hour : hour < 12 ? hour + 12 : null
  }
}
