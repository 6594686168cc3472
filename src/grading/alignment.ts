// Lines up the words of an answer with those of an accepted form, in order, at the least cost.

import { accentSlip } from './accents.ts'
import { isArticle, isDroppable, isSameArticle } from './articles.ts'
import { sameInOtherScript } from './chinese.ts'
import { isSameVerb } from './english-verbs.ts'
import { isNegator } from './negation.ts'
import { digitsAt, wordsAt } from './numbers.ts'
import { isOptionalThat } from './optional-that.ts'
import { american } from './spelling-variants.ts'
import { isImpliedSubject } from './subject-pronouns.ts'
import type { Token } from './tokens.ts'
import { typoSlip } from './typos.ts'
import type { Words } from './words.ts'

/** What one step of the alignment is: an `optional` word may stand there or not. The last six cannot be forgiven. */
export type Step =
  | 'same' | 'optional' | 'number' | 'spelling_variant' | 'pronoun' | 'accent' | 'script_variant' | 'typo'
  | 'article' | 'doubled_word' | 'dropped_ne'
  | 'other_word' | 'accent_word' | 'ending' | 'missing_word' | 'extra_word' | 'different'

/** A slip costs more than any number of equivalences, and a mismatch more than any number of slips. */
const STEP_COST: Readonly<Record<Step, number>> = {
  same: 0, optional: 2, number: 1, spelling_variant: 1, pronoun: 2, accent: 10, script_variant: 10, typo: 100,
  article: 210, doubled_word: 205, dropped_ne: 200,
  other_word: 9000, accent_word: 9000, ending: 9000, missing_word: 10_000, extra_word: 10_000, different: 15_000,
}

export interface Alignment {
  /** The steps that are not 'same'. */
  steps: Step[]
  cost: number
}

/** What the words are compared for. */
export interface Setting {
  language: string
  words: Words | null
  uiLanguage?: string | undefined
  /** No word may be missing, added or doubled (the error to find may be just that). */
  strict: boolean
  /** What pairs of words were found to be, for one answer against many forms; filled as they are compared. */
  pairs?: Map<string, Step>
}

/** The few English words that an accent tells apart. */
const ACCENT_MATTERS = new Set('resume expose pate lame'.split(' '))

/** Words that two places may be apart and still line up: a long number in words is ten words for one. */
const FARTHEST = 10

/** The cheapest way on from one place: its first step, and the place it leads to. */
interface Cell { cost: number; step: Step; rest: Cell | null }

/**
 * The cheapest way to read `answer` as `accepted`. Only neighbours in the same order line up, so that the same
 * words in another order never pass. Time grows with the longer text, not with the product of both.
 */
export function align(answer: readonly Token[], accepted: readonly Token[], setting: Setting): Alignment {
  if (Math.abs(answer.length - accepted.length) > FARTHEST) return { steps: ['different'], cost: 90_000 }
  const ahead: Cell[][] = []
  for (let i = answer.length; i >= 0; i--) {
    ahead[i] = []
    for (let j = Math.min(accepted.length, i + FARTHEST); j >= Math.max(0, i - FARTHEST); j--) {
      const best: Cell = { cost: i === answer.length && j === accepted.length ? 0 : Number.POSITIVE_INFINITY, step: 'same', rest: null }
      const take = (step: Step, di: number, dj: number): void => {
        const rest = ahead[i + di]?.[j + dj]
        if (!rest) return
        const cost = STEP_COST[step] + rest.cost
        if (cost < best.cost) [best.cost, best.step, best.rest] = [cost, step, rest]
      }
      const [typed, meant] = [answer[i], accepted[j]]
      if (typed && meant && typed.key === meant.key) take('same', 1, 1)
      else {
        if (typed && meant) {
          number(answer, i, accepted, j, setting.language, take)
          take(pairOnce(typed, meant, accepted.length === 1, setting, accepted[j - 1]), 1, 1)
        }
      }
      if (typed) take(extra(answer, i, accepted, j, setting), 1, 0)
      if (meant) take(missing(answer, accepted, i, j, setting), 0, 1)
      ahead[i]![j] = best
    }
  }
  const steps: Step[] = []
  const found = ahead[0]?.[0]
  for (let cell: Cell | null = found ?? null; cell; cell = cell.rest) if (cell.step !== 'same') steps.push(cell.step)
  return { steps, cost: found?.cost ?? 0 }
}

function number(answer: readonly Token[], i: number, accepted: readonly Token[], j: number, language: string, take: (step: Step, di: number, dj: number) => void): void {
  const digits = digitsAt(answer, i, language)
  const inWords = digits && wordsAt(accepted, j, language)
  if (digits && inWords && digits.value === inWords.value && digits.ordinal === inWords.ordinal) take('number', 1, inWords.taken)
  const expected = digitsAt(accepted, j, language)
  const written = expected && wordsAt(answer, i, language)
  if (expected && written && expected.value === written.value && expected.ordinal === written.ordinal) take('number', written.taken, 1)
}

/** An exercise accepts dozens of forms of much the same words: each pair of words is compared once for all of them. */
function pairOnce(typed: Token, meant: Token, alone: boolean, setting: Setting, before: Token | undefined): Step {
  if (!setting.pairs) return pairOf(typed, meant, alone, setting, before)
  const key = `${typed.lower} ${meant.lower} ${alone ? 1 : 0}${before?.key === 'we' ? 1 : 0}`
  let step = setting.pairs.get(key)
  if (step === undefined) setting.pairs.set(key, (step = pairOf(typed, meant, alone, setting, before)))
  return step
}

function pairOf(typed: Token, meant: Token, alone: boolean, setting: Setting, before: Token | undefined): Step {
  const { language, words } = setting
  if (isNegator(typed.key, language) && !isNegator(meant.key, language)) return 'different'
  if (language === 'en' && american(typed.key, words) === american(meant.key, words)) return 'spelling_variant'
  if (!setting.strict && !alone && isSameArticle(typed, meant, language)) return 'article'
  if (typed.bare === meant.bare) {
    // English writes "cafe" and "café" alike.
    if (language === 'en') return alone && ACCENT_MATTERS.has(typed.bare) ? 'accent_word' : 'spelling_variant'
    return accentSlip(typed, meant, language, alone, words) === 'slip' ? 'accent' : 'accent_word'
  }
  if (language === 'zh' && sameInOtherScript(typed.key, meant.key)) return 'script_variant'
  const slip = typoSlip(typed, meant, language, words, setting.uiLanguage)
  if (slip === 'slip') return 'typo'
  if (isNegator(meant.key, language)) return 'different'
  if (slip === 'word') return 'other_word'
  // After “we” the learner's own language may not tell the present from the past: “salimos”.
  if (slip === null && !alone && language === 'en' && before?.key !== 'we' && isSameVerb(typed.key, meant.key)) return 'ending'
  return slip ?? 'different'
}

function extra(answer: readonly Token[], i: number, accepted: readonly Token[], j: number, setting: Setting): Step {
  const typed = answer[i]
  if (isOptionalThat(answer, i, setting.language)) return 'optional'
  if (!typed || setting.strict || isNegator(typed.key, setting.language)) return 'extra_word'
  const before = answer[i - 1]
  if (before && before.key === typed.key) return 'doubled_word'
  if (i === 0 && j === 0 && setting.language === 'es' && isImpliedSubject(typed, accepted, setting.words)) return typed.key === 'tu' ? 'accent' : 'optional'
  return accepted.length >= 2 && isArticle(typed, setting.language) ? 'article' : 'extra_word'
}

function missing(answer: readonly Token[], accepted: readonly Token[], i: number, j: number, setting: Setting): Step {
  const meant = accepted[j]
  const { language } = setting
  if (isOptionalThat(accepted, j, language)) return 'optional'
  if (!meant || setting.strict || accepted.length < 2) return 'missing_word'
  if (language === 'fr' && (meant.key === 'ne' || meant.key === 'n') && answer.some((token) => token.key !== 'ne' && isNegator(token.key, language))) return 'dropped_ne'
  if (i === 0 && j === 0 && isDroppable(meant, language)) return 'pronoun'
  return isArticle(meant, language) ? 'article' : 'missing_word'
}
