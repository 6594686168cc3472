// Cuts an answer such as "a las 9 y media, por favor" into the pieces that tell a time.
import { CONTRARY, TIME_WORDS, type TimeLanguage } from './time-words.ts'

/** One piece of a spoken or written time. */
export interface TimeToken {
  kind: 'number' | 'clock' | 'fixed' | 'part' | 'half' | 'quarter' | 'plus' | 'minus' | 'to' | 'past' | 'hour' | 'filler' | 'minutes' | 'day' | 'contrary' | 'unknown'
  /** A number; the hour of a clock; 12 or 0 for noon and midnight ("fixed"). */
  value?: number
  /** The minutes of a clock. */
  minutes?: number
  part?: 'small' | 'morning' | 'afternoon' | 'night' | 'am'
  /** Written as only a 24-hour clock is: "03:00", "3h"; or a word that can be no other hour. */
  certain?: boolean
  /** A number written with one figure, which cannot be minutes. */
  short?: boolean
  /** A number in figures, not in words. */
  written?: boolean
  /** A filler or its like stands before this token. */
  apart?: boolean
}

/** The tokens of a text, fillers left out; 'never' when the whole text declines. */
export function readTimeTokens(text: string, language: TimeLanguage): TimeToken[] | 'never' {
  const lexicon = lexiconOf(language)
  const words = fold(text)
  const pieces: { phrase: string; token: TimeToken }[] = []
  for (let i = 0; i < words.length; ) {
    let length = Math.min(LONGEST_PHRASE, words.length - i)
    while (length > 1 && !lexicon.has(words.slice(i, i + length).join(' '))) length--
    const phrase = words.slice(i, i + length).join(' ')
    pieces.push({ phrase, token: lexicon.get(phrase) ?? figures(phrase) })
    i += length
  }
  const telling = ({ token }: { token: TimeToken }) => token.kind !== 'filler'
  // "Please, never" and "no quiero, gracias": the politeness at either end says nothing.
  const core = pieces.slice(pieces.findIndex(telling), pieces.findLastIndex(telling) + 1)
  const declined = TIME_WORDS[language].never
  if (declined.includes(words.join(' ')) || declined.includes(core.map(({ phrase }) => phrase).join(' '))) return 'never'
  return pieces.flatMap(({ token }, i) => (token.kind === 'filler' ? [] : [{ ...token, apart: ['filler', 'minutes', 'day'].includes(pieces[i - 1]?.token.kind ?? '') }]))
}

const LONGEST_PHRASE = 5

/** "21:30", "9.05", "21h30", "09:00:00", "2130", "9h", "9"; anything else is unknown. */
function figures(word: string): TimeToken {
  const clock = /^(\d{1,2})([:.h])([0-5]\d)(?::[0-5]\d)?h?$/.exec(word)
  if (clock) return clockToken(clock[1]!, clock[3]!, clock[2] === 'h' || clock[1]!.startsWith('0'))
  const military = /^(\d{1,2})([0-5]\d)h?$/.exec(word)
  if (military) return clockToken(military[1]!, military[2]!, military[1]!.startsWith('0'))
  const hour = /^(\d{1,2})(h?)$/.exec(word)
  if (hour) return { kind: 'number', value: Number(hour[1]), certain: hour[2] === 'h' || /^0\d/.test(word), short: hour[1]!.length === 1, written: true }
  return { kind: CONTRARY.has(word) ? 'contrary' : 'unknown' }
}

function clockToken(hour: string, minutes: string, certain: boolean): TimeToken {
  const value = Number(hour)
  if (value === 24 && minutes === '00') return { kind: 'clock', value: 0, minutes: 0, certain: true }
  return value < 24 ? { kind: 'clock', value, minutes: Number(minutes), certain } : { kind: 'unknown' }
}

/** Lower case without accents; "p. m." to "pm", "9pm" to "9 pm", "21 h 30" to "21h30"; a range keeps a mark of its own. */
function fold(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u200b-\u200f\u2060\ufeff]/gu, '')
    .toLowerCase()
    .replace(/n['’]t\b/g, 'nt')
    .replace(/\b([ap])\s?\.?\s?m\b\.?/g, ' $1m ')
    .replace(/(\d)\s*[-–—/~]\s*(?=\d)/g, '$1 … ')
    .replace(/(\d)\s?(?:hs|hrs|h)(?![a-z])\s*(?=[0-5]\d(?!\d))/g, '$1h')
    .replace(/(\d)\s?(?:hs|hrs|h)(?![a-z0-9])/g, '$1h ')
    .replace(/(\d)(?!h)([a-z])/g, '$1 $2')
    .replace(/([a-z])(?<!\dh)(\d)/g, '$1 $2')
    .replace(/[.:](?!\d)|(?<!\d)[.:]/g, ' ')
    .replace(/[^\p{L}\p{N}:.…]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '')
}

const lexicons = new Map<TimeLanguage, Map<string, TimeToken>>()

function lexiconOf(language: TimeLanguage): Map<string, TimeToken> {
  const known = lexicons.get(language)
  if (known) return known
  const words = TIME_WORDS[language]
  const lexicon = new Map<string, TimeToken>()
  const add = (phrases: readonly string[], token: TimeToken) => phrases.forEach((phrase) => lexicon.set(phrase, token))
  // Later entries win: a word that may be filler or carry time carries time.
  for (const kind of ['filler', 'minutes', 'day', 'hour', 'plus', 'minus', 'to', 'past', 'half', 'quarter'] as const) add(words[kind], { kind })
  for (const part of ['small', 'morning', 'afternoon', 'night'] as const) add(words.parts[part], { kind: 'part', part })
  add(['am'], { kind: 'part', part: 'am' })
  add(words.noon, { kind: 'fixed', value: 12, certain: true })
  add(words.midnight, { kind: 'fixed', value: 0, certain: true })
  for (const [word, value] of words.numbers) lexicon.set(word, { kind: 'number', value })
  lexicons.set(language, lexicon)
  return lexicon
}
