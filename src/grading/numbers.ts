// Reads a number out of words or digits, so that "2" and "two" count as the same answer.

import { NUMBER_WORDS, type NumberWords } from './number-words.ts'
import type { Token } from './tokens.ts'

/** A number at the head of a list of words: its value, whether it is an ordinal, and how many words it takes. */
export interface ReadNumber {
  value: number
  ordinal: boolean
  taken: number
}

const KANJI = '〇一二三四五六七八九'
const KANJI_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 萬: 10_000 }

/** The number in digits that a word is ("2", "1,000", "1st"), or null. */
export function digitsAt(tokens: readonly Token[], at: number, language: string): ReadNumber | null {
  const word = wordAt(tokens, at, language)
  // Most words are none, and this is asked of each against each.
  if (!(word >= '0' && word < ':')) return null
  if (/^\d{1,9}$/u.test(word)) return { value: Number(word), ordinal: false, taken: 1 }
  const ordinal = NUMBER_WORDS[language]?.ordinalEnding.exec(word)
  return ordinal?.[1] ? { value: Number(ordinal[1]), ordinal: true, taken: 1 } : null
}

/** The longest number in words that starts at `at`, or null. "a hundred" counts; a bare article never does. */
export function wordsAt(tokens: readonly Token[], at: number, language: string): ReadNumber | null {
  if (language === 'ja' || language === 'zh') return kanjiAt(tokens, at)
  const table = Object.hasOwn(NUMBER_WORDS, language) ? NUMBER_WORDS[language] : undefined
  if (!table) return null
  const ordinal = table.ordinals[wordAt(tokens, at, language)]
  if (ordinal !== undefined) return { value: ordinal, ordinal: true, taken: 1 }
  return cardinalAt(tokens, at, table, language)
}

function cardinalAt(tokens: readonly Token[], at: number, table: NumberWords, language: string): ReadNumber | null {
  let [total, part, next, last] = [0, 0, at, Number.POSITIVE_INFINITY]
  let read: ReadNumber | null = null
  if (language === 'en' && tokens[at]?.key === 'a' && table.multipliers[tokens[at + 1]?.key ?? ''] !== undefined) [part, next] = [1, at + 1]
  while (next < tokens.length) {
    const word = wordAt(tokens, next, language)
    const value = own(table.values, word)
    const times = own(table.multipliers, word)
    if (value !== null) {
      // French counts on past a ten (soixante-dix, quatre-vingt-dix); elsewhere each part must be smaller.
      const french = language === 'fr' && ((value === 20 && part % 100 === 4) || (value < 20 && (part % 100 === 60 || part % 100 === 80)))
      if (!french && last !== Number.POSITIVE_INFINITY && (value >= 10 && last < 100 || last < 10 || value === 0)) break
      if (language === 'fr' && value === 20 && part % 100 === 4) part += 76
      else part += value
      last = language === 'fr' && value === 20 && part % 100 === 80 ? 80 : value
    } else if (times !== null && (part > 0 || next === at)) {
      part = Math.max(part, 1) * times
      last = times
      if (times >= 1000) [total, part] = [total + part, 0]
    } else if (read && table.joints.includes(word) && last >= 10 && own(table.values, wordAt(tokens, next + 1, language)) !== null) {
      next++
      continue
    } else break
    next++
    read = { value: total + part, ordinal: false, taken: next - at }
  }
  return read
}

/** An ordinal made of a ten and a unit, or a lone number, is enough for what learners write; larger ones go in digits. */
function kanjiAt(tokens: readonly Token[], at: number): ReadNumber | null {
  let [total, part, digit, next] = [0, 0, 0, at]
  for (; next < tokens.length; next++) {
    const sign = tokens[next]?.key ?? ''
    const value = sign === '两' || sign === '兩' ? 2 : KANJI.indexOf(sign)
    const unit = KANJI_UNITS[sign]
    if (sign !== '' && value >= 0) digit = value
    else if (unit === 10_000) [total, part, digit] = [(total + part + digit) * unit, 0, 0]
    else if (unit !== undefined) [part, digit] = [part + Math.max(digit, 1) * unit, 0]
    else break
  }
  return next === at ? null : { value: total + part + digit, ordinal: false, taken: next - at }
}

/** Number words are listed without accents, German ones with ae, oe, ue. */
function wordAt(tokens: readonly Token[], at: number, language: string): string {
  return (language === 'de' ? tokens[at]?.key : tokens[at]?.bare) ?? ''
}

function own(table: Readonly<Record<string, number>>, word: string): number | null {
  return Object.hasOwn(table, word) ? (table[word] ?? null) : null
}
