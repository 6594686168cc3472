// Compares an answer with one accepted form, from the same text to one slip, and says what lies between them.

import { align, type Alignment, type Setting, type Step } from './alignment.ts'
import { isConfusable } from './confusables.ts'
import { expansions } from './contractions.ts'
import { withoutCourtesy, withoutGreeting } from './courtesy.ts'
import { sameInCapitals } from './folds.ts'
import { negations } from './negation.ts'
import type { Note, Verdict } from './notes.ts'
import { withTimeLast } from './time-phrases.ts'
import { keyOf, type Token, tokensOf } from './tokens.ts'

/** How an answer compares with one accepted form; the lowest cost is the nearest form. */
export interface Comparison {
  verdict: Extract<Verdict, 'correct' | 'almost' | 'wrong'>
  note: Note | null
  cost: number
}

/** Slips of each kind that one answer may have. */
const MOST_TYPOS = 2
const MOST_ACCENTS = 6

/** What is compared, and where: a capital is a matter of course at the head of a sentence. */
export interface Comparing extends Setting {
  headOfSentence: boolean
  /** The words after the gap. */
  following: readonly Token[]
}

/**
 * The first tier that holds: same words → same letters but for apostrophes, hyphens and spaces → short forms,
 * numbers and regional spelling → a “please” more or less, a time first or last → accents → typos → one article, one doubled word. Else wrong, with the reason.
 */
export function compare(answer: readonly Token[], answerText: string, acceptedText: string, setting: Comparing): Comparison {
  const { language } = setting
  const accepted = tokensOf(acceptedText, language)
  if (accepted.length === 0) return answerText === acceptedText ? hit('correct', null, 0) : hit('wrong', 'different', 90_000)
  if (same(answer, accepted, language)) return lostCapital(answer, accepted, setting) ? hit('almost', 'capital', 5) : hit('correct', null, 0)
  const glued = sameLetters(answer, answerText, accepted, acceptedText, setting)
  if (glued?.verdict === 'correct') return glued
  const isQuestion = acceptedText.endsWith('?')
  const aligned = butForCourtesy(answer, accepted, isQuestion, setting) ?? (isQuestion || /[.!?;]\s/u.test(acceptedText) ? null : butForPlaceOfTime(answer, accepted, setting)) ?? nearestReading(answer, accepted, setting)
  if (glued && (glued.verdict === 'wrong' ? aligned.verdict !== 'correct' : glued.cost <= aligned.cost)) return glued
  return aligned
}

/**
 * The comparison without the “please” of either: one more, or elsewhere, is as right as none; one left out is a detail.
 * Before a question or a request a greeting more is as right as none, too.
 */
function butForCourtesy(answer: readonly Token[], accepted: readonly Token[], isQuestion: boolean, setting: Comparing): Comparison | null {
  const { language } = setting
  const meant = withoutCourtesy(accepted, language)
  const wantsOne = meant.length < accepted.length
  const asks = !setting.strict && (isQuestion || wantsOne) && withoutGreeting(meant, language) === meant
  const said = asks ? withoutGreeting(answer, language) : answer
  const typed = withoutCourtesy(said, language)
  const hasOne = typed.length < said.length
  if ((setting.strict && wantsOne) || (!hasOne && !wantsOne && said === answer) || meant.length < 2) return null
  const found = nearestReading(typed, meant, setting)
  if (found.verdict === 'wrong') return null
  if (hasOne || !wantsOne) return { ...found, cost: found.cost + 3 }
  return found.verdict === 'correct' ? hit('almost', 'courtesy', found.cost + COURTESY_COST) : { ...found, cost: found.cost + COURTESY_COST }
}

/** The comparison with a phrase of time at the end of both, where one begins with it and the other ends with it. */
function butForPlaceOfTime(answer: readonly Token[], accepted: readonly Token[], setting: Comparing): Comparison | null {
  if (setting.strict) return null
  const typed = withTimeLast(answer, accepted, setting.language)
  const meant = typed ? null : withTimeLast(accepted, answer, setting.language)
  if (!typed && !meant) return null
  const found = nearestReading(typed ?? answer, meant ?? accepted, setting)
  return found.verdict === 'wrong' ? null : { ...found, cost: found.cost + 3 }
}

/** Less than a slip of the fingers. */
const COURTESY_COST = 90

function hit(verdict: Comparison['verdict'], note: Note | null, cost: number): Comparison {
  return { verdict, note, cost }
}

function same(left: readonly Token[], right: readonly Token[], language: string): boolean {
  if (left.length !== right.length) return false
  return left.every((token, at) => token.key === right[at]?.key || sameInCapitals(token.typed, right[at]?.typed ?? '', language))
}

/** German nouns: a capital inside the sentence that the answer does not have. All capitals is a way of typing. */
function lostCapital(answer: readonly Token[], accepted: readonly Token[], setting: Comparing): boolean {
  if (setting.language !== 'de' && setting.language !== 'lb') return false
  const capital = /^\p{Lu}/u
  return accepted.some((token, at) => capital.test(token.typed) && !capital.test(answer[at]?.typed ?? 'A') && (at > 0 || !setting.headOfSentence))
}

/** Answers that differ in apostrophes, hyphens or spaces alone. */
function sameLetters(answer: readonly Token[], answerText: string, accepted: readonly Token[], acceptedText: string, setting: Comparing): Comparison | null {
  const { language } = setting
  const strip = (text: string): string => keyOf(tokensOf(text.replaceAll(/[^\p{L}\p{N}\p{M}\s]/gu, ''), language))
  const [typed, meant] = [strip(answerText), strip(acceptedText)]
  const compact = (text: string): string => text.replaceAll(' ', '')
  if (typed === '' || compact(typed) !== compact(meant)) return null
  const apostrophes = (tokens: readonly Token[], text: string): number => tokens.length === 0 ? 0 : (text.match(/(?<=[\p{L}\p{N}])'(?=\p{L})/gu)?.length ?? 0)
  const [typedMarks, meantMarks] = [apostrophes(answer, answerText), apostrophes(accepted, acceptedText)]
  if (typed === meant) {
    if (typedMarks > meantMarks) return hit('wrong', 'other_word', 9000)
    if (typedMarks === meantMarks) return typedMarks === 0 || keyOf(answer) === keyOf(accepted) ? hit('correct', null, 1) : hit('almost', 'spacing', 50)
    return !typed.includes(' ') && isConfusable(typed, language, setting.words) ? hit('wrong', 'other_word', 9000) : hit('correct', 'apostrophe', 1)
  }
  const apart = (text: string): string => keyOf(tokensOf(text.replaceAll(/[^\p{L}\p{N}\p{M}\s]/gu, ' '), language))
  if (typedMarks <= meantMarks && apart(answerText) === apart(acceptedText)) return hit('correct', typedMarks < meantMarks ? 'apostrophe' : null, 1)
  // A hyphen read as a space, or a space where the apostrophe was, is no slip.
  if (meant === keyOf(answer) || typed === keyOf(accepted)) return hit('correct', typedMarks < meantMarks ? 'apostrophe' : null, 1)
  const known = new Set(accepted.map((token) => token.key))
  const odd = answer.filter((token) => !known.has(token.key))
  const allWords = setting.words !== null && odd.every((token) => setting.words?.has(token.lower) ?? false)
  return accepted.length <= 2 && answer.length <= 2 && allWords ? hit('wrong', 'other_word', 9000) : hit('almost', 'spacing', 50)
}

function nearestReading(answer: readonly Token[], accepted: readonly Token[], setting: Comparing): Comparison {
  let best: Comparison | null = null
  const meanings = expansions(accepted, setting.language, setting.following)
  for (const reading of expansions(answer, setting.language, setting.following, true)) {
    for (const meaning of meanings) {
      const found = verdictOf(align(reading.tokens, meaning.tokens, setting), reading.tokens, meaning.tokens, setting)
      const note = found.note ?? reading.note ?? meaning.note
      const informal = note === 'informal'
      const one: Comparison = found.verdict === 'correct'
        ? { verdict: informal ? 'almost' : 'correct', note, cost: found.cost + (informal ? 20 : note ? 1 : 0) }
        : found
      if (!best || one.cost < best.cost) best = one
    }
  }
  return best?.verdict === 'wrong' ? (slipInShortForm(answer, accepted, setting) ?? best) : (best ?? hit('wrong', 'different', 99_999))
}

// "coudn't" is no short form that could be written out, so it is held against the short form itself.
function slipInShortForm(answer: readonly Token[], accepted: readonly Token[], setting: Comparing): Comparison | null {
  if (setting.language !== 'en' || !accepted.some((token) => token.key.includes("'"))) return null
  const found = verdictOf(align(answer, accepted, setting), answer, accepted, setting)
  return found.verdict === 'almost' ? found : null
}

const FATAL: readonly Step[] = ['other_word', 'accent_word', 'ending', 'missing_word', 'extra_word', 'different']

function verdictOf(alignment: Alignment, answer: readonly Token[], accepted: readonly Token[], setting: Setting): Comparison {
  const count = (step: Step): number => alignment.steps.filter((other) => other === step).length
  const { cost } = alignment
  if (FATAL.some((step) => count(step) > 0)) return hit('wrong', reason(alignment, answer, accepted, setting), cost)
  const structural = count('article') + count('doubled_word') + count('dropped_ne')
  if (count('typo') > MOST_TYPOS || structural > 1 || structural + count('typo') > 2 || count('accent') > MOST_ACCENTS) return hit('wrong', 'too_many_slips', cost + 5000)
  for (const step of ['article', 'doubled_word', 'dropped_ne', 'typo', 'script_variant', 'accent'] as const) if (count(step) > 0) return hit('almost', step, cost)
  for (const step of ['pronoun', 'number', 'spelling_variant'] as const) if (count(step) > 0) return hit('correct', step, cost)
  return hit('correct', null, cost)
}

/** The one reason worth telling, most telling first. */
function reason(alignment: Alignment, answer: readonly Token[], accepted: readonly Token[], setting: Setting): Note {
  const denied = (tokens: readonly Token[]): number => negations(tokens.map((token) => token.key), setting.language)
  if (denied(answer) !== denied(accepted) && alignment.cost < 45_000) return 'negation'
  const bag = (tokens: readonly Token[]): string => tokens.map((token) => token.key).sort().join(' ')
  if (accepted.length > 1 && bag(answer) === bag(accepted)) return 'word_order'
  const fatal = alignment.steps.filter((step) => FATAL.includes(step))
  const kinds = new Set(fatal)
  const [first] = fatal
  return kinds.size === 1 && first && fatal.length <= 2 ? (first as Note) : 'different'
}
