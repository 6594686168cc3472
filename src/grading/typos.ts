// Tells a slip of the fingers from another word.

import { isUnaccentedWord } from './accents.ts'
import { editDistance } from './edit-distance.ts'
import { differInEnding, isOverRegular, isRegularForm } from './english-verbs.ts'
import { american, isEnglish } from './spelling-variants.ts'
import type { Token } from './tokens.ts'
import { type Words, wordsOf } from './words.ts'

/**
 * Edits that a word of this length may be off by: none under 4 letters (but see typoSlip on swaps), 1 up to 7,
 * 2 from 8. Measured in the reference: with the dictionary check 94.7 % of real misspellings, no other word.
 */
export function tolerance(length: number): 0 | 1 | 2 {
  if (length < 4) return 0
  return length < 8 ? 1 : 2
}

/** True when the string is a word of the language in any spelling, or a form that only grammar explains ("goed"). */
export function isWord(token: Token, language: string, words: Words): boolean {
  if (words.has(token.lower)) return true
  if (language === 'en') return isEnglish(token.lower, words) || isOverRegular(token.lower) || isRegularForm(token.lower, (base) => !words.isName(base) && isEnglish(base, words))
  return isUnaccentedWord(token.lower, language, words)
}

/**
 * What an answer word is next to an accepted word that it is not: 'slip', 'word' (close, but another word),
 * 'ending' (only the final vowel differs: gender or person) or null (not close).
 * Without a dictionary only swapped neighbours count, in words of 5 letters or more: a letter more or less
 * is another word too often (it nono/nonno, de Ofen/offen).
 */
export function typoSlip(answer: Token, accepted: Token, language: string, words: Words | null, uiLanguage?: string): 'slip' | 'word' | 'ending' | null {
  const [typed, meant] = language === 'en' ? [american(answer.bare, words), american(accepted.bare, words)] : [answer.bare, accepted.bare]
  if (/\p{N}/u.test(typed) || /\p{N}/u.test(meant)) return null
  const length = [...accepted.bare].length
  const limit = length === 3 && swapped(answer.bare, accepted.bare) ? 1 : tolerance(length)
  if (limit === 0) return null
  const distance = Math.min(editDistance(answer.bare, accepted.bare, limit), editDistance(typed, meant, limit))
  if (distance > limit) return null
  if (!words) return length >= 5 && swapped(answer.bare, accepted.bare) ? 'slip' : null
  if (isWord(answer, language, words)) return 'word'
  if (language === 'en' && differInEnding(answer.lower, accepted.lower) && (answer.lower.length >= accepted.lower.length || !isWord(accepted, 'en', words))) return 'ending'
  if (language !== 'en' && endsOtherwise(answer.bare, accepted.bare)) return 'ending'
  // A word of the learner's own language is not a slip of the fingers either.
  if (uiLanguage && uiLanguage !== language && isOwnWord(answer.lower, uiLanguage)) return 'word'
  return 'slip'
}

/**
 * True for what somebody who misses a word puts there from their own language: a word as one looks it up, or its plural
 * ("animales"). The forms of verbs are left out: there are so many that a slip hits one by chance (es "sallad", of sallar).
 */
function isOwnWord(word: string, language: string): boolean {
  const words = wordsOf(language)
  return words !== null && words.has(word) && ['', 's', 'es'].some((ending) => word.endsWith(ending) && words.isHeadword(word.slice(0, word.length - ending.length)))
}

/** True when the two are the same letters with two neighbours swapped. */
function swapped(left: string, right: string): boolean {
  return left.length === right.length && left !== right && [...left].sort().join('') === [...right].sort().join('') && editDistance(left, right, 1) === 1
}

/** Romance endings carry gender and person in the last vowel. */
function endsOtherwise(typed: string, meant: string): boolean {
  const cut = /[aeo]s?$/u
  return typed !== meant && cut.test(typed) && cut.test(meant) && typed.replace(cut, '') === meant.replace(cut, '')
}
