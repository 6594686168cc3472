// Works out which option of a multiple choice a learner means, however it is written.

import { editDistance } from './edit-distance.ts'
import { fillGap, hasGap } from './gap.ts'
import { normalise } from './normalise.ts'
import { FILLERS, JOINERS, POINTERS, POSITIONS } from './option-words.ts'
import { type Token, keyOf, tokensOf } from './tokens.ts'
import { isWord, tolerance } from './typos.ts'
import { wordsOf } from './words.ts'

export interface Option { id: string; text: string }

/** Words beyond which an answer that is no option's text is a speech, not a choice. */
const MOST_WORDS = 30

/** The option meant and how it was read, or why none could be. */
export type Choice =
  | { option: Option; slip: 'none' | 'accent' | 'typo' }
  | { option: null; why: 'no_option' | 'two_options' | 'out_of_range' }

/** Options as they come in: texts alone are numbered from 1. */
export function toOptions(options: readonly (string | { id: string; text: string })[]): Option[] {
  return options.map((option, at) => typeof option === 'string' ? { id: String(at + 1), text: option } : { id: option.id, text: option.text })
}

/**
 * Reads an answer as one of the options: button id, text, number, keycap, letter, ordinal word, whole sentence,
 * or a text with a slip when exactly one option is nearest. A text wins over a letter; where a number is both the
 * position of one option and the text of another, neither is taken.
 */
export function chooseOption(answer: string, options: readonly Option[], language: string, context?: string): Choice {
  const raw = answer.trim()
  const byId = options.filter((option) => option.id === raw && !/^\d+$/u.test(option.id))
  if (byId.length === 1 && byId[0]) return { option: byId[0], slip: 'none' }
  const text = normalise(answer)
  const tokens = tokensOf(text, language)
  if (tokens.length === 0) return { option: null, why: 'no_option' }
  const named = byText(tokens, options, language, context)
  if (!named && tokens.length > MOST_WORDS) return { option: null, why: 'no_option' }
  const pointed = byPosition(text, options)
  if (named && pointed !== null && typeof pointed !== 'string' && pointed.id !== named.id && /^\d+$/u.test(keyOf(tokens))) return { option: null, why: 'two_options' }
  if (named) return { option: named, slip: 'none' }
  const mentioned = mentions(tokens, options, language)
  if (typeof pointed === 'object' && pointed) return mentioned.some((option) => option.id !== pointed.id) ? { option: null, why: 'two_options' } : { option: pointed, slip: 'none' }
  if (pointed) return { option: null, why: pointed }
  if (mentioned.length > 1) return { option: null, why: 'two_options' }
  if (mentioned.length === 1 && mentioned[0]) {
    const inside = new Set(tokensOf(normalise(mentioned[0].text), language).map((token) => token.key))
    const rest = tokens.filter((token) => !inside.has(token.key))
    if (rest.some((token) => JOINERS.has(token.bare))) return { option: null, why: 'two_options' }
    const place = options.indexOf(mentioned[0]) + 1
    if (rest.some((token) => /^\d+$/u.test(token.bare) && Number(token.bare) !== place)) return { option: null, why: 'two_options' }
    if (rest.every((token) => FILLERS.has(token.bare) || /^\d{1,2}$|^[a-j]$/u.test(token.bare))) return { option: mentioned[0], slip: 'none' }
  }
  return nearest(tokens, options, language)
}

function byText(tokens: readonly Token[], options: readonly Option[], language: string, context: string | undefined): Option | null {
  const key = keyOf(tokens)
  const same = options.filter((option) => {
    if (keyOf(tokensOf(normalise(option.text), language)) === key) return true
    return context !== undefined && hasGap(context) && keyOf(tokensOf(normalise(fillGap(context, option.text)), language)) === key
  })
  return same.length === 1 ? (same[0] ?? null) : null
}

/** The option at the number, letter or ordinal that is all the answer says. */
function byPosition(text: string, options: readonly Option[]): Option | 'out_of_range' | 'two_options' | null {
  const words = tokensOf(text.replaceAll(/(\d)[.ºª]?(?=\p{L}{4,})|[.()[\]:;,#°º]/gu, '$1 '), '').map((token) => token.bare)
  const places = words.map((word) => positionOf(word, options.length))
  const numbers = words.flatMap((word, at) => places[at] !== null && (word.length > 1 || /\d/u.test(word)) && !FILLERS.has(word) ? [places[at] ?? 0] : [])
  const rest = words.filter((word, at) => places[at] === null && !FILLERS.has(word))
  const letters = words.filter((word, at) => places[at] !== null && word.length === 1 && /[a-z]/u.test(word) && !(word === 'i' && words.length > 1))
  if (numbers.length > 0) {
    if (rest.some((word) => !JOINERS.has(word))) return null
    if (new Set(numbers).size > 1 || rest.length > 0) return 'two_options'
    // "a" is also an article ("a primeira"): beside a number another letter must agree.
    if (letters.some((letter) => letter !== 'a' && letter !== 'o' && letter.charCodeAt(0) - 96 !== numbers[0])) return 'two_options'
    return at(options, numbers[0] ?? 0)
  }
  if (words.every((word) => FILLERS.has(word)) && words.includes('one')) return words.length === 1 || words.some((word) => POINTERS.has(word)) ? at(options, 1) : null
  if (letters.length === 0) return null
  if (rest.length > 0) return letters.length > 1 && rest.every((word) => JOINERS.has(word)) ? 'two_options' : null
  if (new Set(letters).size > 1) return 'two_options'
  return at(options, (letters[0] ?? '').charCodeAt(0) - 96)
}

function positionOf(word: string, count: number): number | null {
  if (/^\d{1,3}$/u.test(word)) return Number(word)
  const place = POSITIONS.get(word)
  if (place !== undefined) return place === -1 ? count : place
  return /^[a-z]$/u.test(word) ? word.charCodeAt(0) - 96 : null
}

function at(options: readonly Option[], place: number): Option | 'out_of_range' {
  return options[place - 1] ?? 'out_of_range'
}

/** Options whose words stand in the answer in a row; one that lies inside a longer one found does not count. */
function mentions(tokens: readonly Token[], options: readonly Option[], language: string): Option[] {
  const key = ` ${keyOf(tokens)} `
  const found = options.filter((option) => {
    const words = keyOf(tokensOf(normalise(option.text), language))
    // A single letter is more likely a letter or an article than the option's text.
    return words.length > 1 && key.includes(` ${words} `)
  })
  return found.filter((option) => !found.some((other) => other !== option && ` ${other.text.toLowerCase()} `.includes(` ${option.text.toLowerCase()} `)))
}

/** The one option that is nearest within the typo rule; a real word is never read as a slip. */
function nearest(tokens: readonly Token[], options: readonly Option[], language: string): Choice {
  const words = wordsOf(language)
  const typed = tokens.map((token) => token.bare).join(' ')
  const distances = options.map((option) => {
    const meant = tokensOf(normalise(option.text), language).map((token) => token.bare).join(' ')
    return { option, meant, distance: editDistance(typed, meant) }
  }).sort((left, right) => left.distance - right.distance)
  const [first, second] = distances
  if (!first || (second && second.distance === first.distance)) return { option: null, why: 'no_option' }
  if (first.distance === 0) return { option: first.option, slip: 'accent' }
  if (first.distance > tolerance(first.meant.length)) return { option: null, why: 'no_option' }
  const meantWords = new Set(first.meant.split(' '))
  if (words && tokens.some((token) => !meantWords.has(token.bare) && isWord(token, language, words))) return { option: null, why: 'no_option' }
  return { option: first.option, slip: 'typo' }
}
