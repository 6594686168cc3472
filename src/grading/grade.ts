// Grades one answer without a model: the pipeline from clean text to verdict, note, nearest form and word diff.

import { readCommand } from './commands.ts'
import { expansions } from './contractions.ts'
import { type DiffPart, wordDiff } from './diff.ts'
import { afterGap, gapWords, hasGap, opensWithGap } from './gap.ts'
import { isInstruction } from './instructions.ts'
import { isInNoLanguage, isOtherLanguage, knownShare, mixesScripts, scriptOf } from './languages.ts'
import { hasEmoji, hasSubstance, LONGEST, normalise } from './normalise.ts'
import type { Note, Verdict } from './notes.ts'
import { chooseOption, type Option, toOptions } from './options.ts'
import { extraText, isDontKnow } from './remarks.ts'
import { isShortAnswer } from './short-answer.ts'
import { compare, type Comparing, type Comparison } from './tiers.ts'
import { keyOf, type Token, tokensOf } from './tokens.ts'
import { wordsOf } from './words.ts'

/** The PRD's exercise types. */
export type ExerciseType = 'multiple_choice' | 'fill_blank' | 'roleplay' | 'open_response' | 'translation' | 'error_identification'

export interface Answered {
  type: ExerciseType
  /** ISO 639-1 code of the language the answer is to be in. */
  language: string
  /** Every form that is right; for multiple choice the option's id, number or text. A text in brackets is a rubric, not a form. */
  accepted: readonly string[]
  answer: string
  options?: readonly (string | { id: string; text: string })[]
  /** The sentence with its gap (___), or for error_identification the sentence with the error. */
  context?: string
  /** ISO 639-1 code of the interface, for command words and for words of the learner's own language. */
  uiLanguage?: string
  /** A whole sentence has been asked for already: a word or two are taken as they are. */
  urged?: boolean
}

export interface Grade {
  verdict: Verdict
  note?: Note
  /** The nearest accepted form. */
  best?: string
  /** The answer against `best`, word by word; absent when nothing differs. */
  diff?: DiffPart[]
}

/**
 * Grades an answer. Pure but for the dictionary files read on a language's first use; never throws on any text.
 * Same input, same grade. Rules: README.md in this folder.
 */
export function grade(given: Answered): Grade {
  const input = { ...given, language: languageOf(given.language), ...(given.uiLanguage === undefined ? {} : { uiLanguage: languageOf(given.uiLanguage) }) }
  const { language, uiLanguage } = input
  const options = toOptions(input.options ?? [])
  const text = normalise(input.answer)
  if (!expects(input, options, text) && readCommand(input.answer, uiLanguage)) return { verdict: 'command' }
  if (!hasSubstance(text)) {
    if (input.answer.trim() !== '' && input.accepted.some((form) => form.trim() === input.answer.trim())) return { verdict: 'correct' }
    return { verdict: 'invalid', note: hasEmoji(input.answer) ? 'only_emoji' : 'empty' }
  }
  if (input.type === 'multiple_choice' && options.length > 0) return gradeChoice(input, options)
  const forms = input.accepted.filter((form) => !/^\s*[([{].*[)\]}]\s*$/su.test(form) && form.trim() !== '')
  const tokens = tokensOf(text, language)
  const found = nearest(input, tokens, text, forms)
  if (found && found.verdict !== 'wrong') return report(found, input, text)
  // "I don't know" for "I know" is an answer, and the opposite one.
  if (isDontKnow(text) && !forms.some((form) => holds(tokens, form, language))) return { verdict: 'invalid', note: 'dont_know' }
  return { ...report(found, input, text), ...doubt(input, tokens, text, found, forms) }
}

/** The two- or three-letter code of a tag ("pt-BR" → "pt"), or "und", which no table knows. */
function languageOf(tag: string): string {
  return /^([a-z]{2,3})(?:[-_][\w-]*)?$/iu.exec(tag)?.[1]?.toLowerCase() ?? 'und'
}

function holds(tokens: readonly Token[], form: string, language: string): boolean {
  const keys = new Set(tokens.map((token) => token.key))
  return tokensOf(normalise(form), language).every((token) => keys.has(token.key))
}

type Found = Comparison & { best: string }

function nearest(input: Answered, tokens: readonly Token[], text: string, forms: readonly string[]): Found | null {
  const { context, language } = input
  const gapped = context !== undefined && hasGap(context)
  const setting: Comparing = {
    language, words: wordsOf(language), uiLanguage: input.uiLanguage,
    strict: input.type === 'error_identification',
    following: gapped ? afterGap(context, language) : [],
    headOfSentence: gapped ? opensWithGap(context) : true,
    pairs: new Map(),
  }
  const readings: { tokens: readonly Token[]; text: string; note: Note | null }[] = [{ tokens, text, note: null }]
  if (gapped) {
    for (const reading of expansions(tokens, language)) {
      for (const words of gapWords(reading.tokens, context, language)) readings.push({ tokens: words, text: words.map((word) => word.typed).join(' '), note: reading.note })
    }
  }
  const lines = extraText(text)
  const key = keyOf(tokens)
  const isSame = (form: string): boolean => keyOf(tokensOf(normalise(form), language)) === key
  let best: Found | null = null
  const keep = (found: Comparison, form: string): void => { if (!best || found.cost < best.cost) best = { ...found, best: form } }
  // The same words are looked for before anything like them: an exercise may accept dozens of forms.
  for (const form of [...forms.filter(isSame), ...forms.filter((other) => !isSame(other))]) {
    // Nothing is nearer than the same words.
    if ((best as Found | null)?.cost === 0) break
    const accepted = normalise(form)
    for (const reading of readings) {
      const found = compare(reading.tokens, reading.text, accepted, setting)
      keep(found.verdict === 'correct' ? { ...found, note: found.note ?? reading.note } : found, form)
    }
    if (lines) {
      const found = compare(tokensOf(lines.answer, language), lines.answer, accepted, setting)
      if (found.verdict !== 'wrong') keep({ verdict: 'almost', note: 'extra_text', cost: found.cost + 150 }, form)
    }
  }
  if (best && input.type === 'error_identification' && context !== undefined && keyOf(tokensOf(normalise(context), language)) === keyOf(tokens)) {
    const given: Found = best
    // Given back word for word it is only right where case or punctuation was the error.
    if (given.note !== null || given.cost > 0) return { verdict: 'wrong', note: 'unchanged', cost: given.cost, best: given.best }
  }
  return best
}

function report(found: Found | null, input: Answered, text: string): Grade {
  if (!found) return { verdict: 'wrong' }
  const grade: Grade = { verdict: found.verdict, best: found.best }
  if (found.note) grade.note = found.note
  if (found.cost > 0) grade.diff = wordDiff(text, normalise(found.best), input.language)
  return grade
}

/** What an answer that matched nothing is: another language, an instruction, or more than the grader can settle. */
function doubt(input: Answered, tokens: readonly Token[], text: string, found: Found | null, forms: readonly string[]): Grade {
  const open = input.type === 'open_response' || input.type === 'roleplay'
  // Of one word every other one is near; one that is like none of them and of another language was no try in this.
  const alien = tokens.length === 1 && found?.note === 'different' && knownShare(tokens, input.language) === 0
  const near = found !== null && found.cost < 20_000 && !open && !alien
  if (isInstruction(input.answer)) return { verdict: 'wrong', note: 'instruction' }
  const expected = scriptOf(found?.best ?? '')
  const script = scriptOf(text)
  if (expected && script && (expected !== script || mixesScripts(text))) return { verdict: 'wrong', note: 'other_script' }
  if (!near && isOtherLanguage(tokens, input.language, input.uiLanguage)) return { verdict: 'wrong', note: 'other_language' }
  if (open) {
    const short = isShortAnswer(text, forms, input.language)
    if (short && !input.urged) return { verdict: 'invalid', note: 'short' }
    return knownShare(tokens, input.language) < 0.3 ? { verdict: 'wrong', note: 'different' } : { verdict: 'almost', note: short ? 'short' : 'unsure' }
  }
  if (!near && isInNoLanguage(tokens, input.language)) return { verdict: 'wrong', note: 'other_language' }
  if ([...input.answer].length > LONGEST) return { verdict: 'wrong', note: 'too_long' }
  const note = found?.note ?? 'different'
  // A translation in the right words and not near any listed form may still be a good one.
  if (input.type === 'translation' && note === 'different' && tokens.length >= 2 && knownShare(tokens, input.language) === 1 && !isBesideThePoint(tokens, forms, input.language)) return { verdict: 'wrong', note: 'unsure' }
  return { verdict: 'wrong', note }
}

const LONGER = 4

/** True when every right form has two longer words or more, and the answer none that begins like any of them. */
function isBesideThePoint(tokens: readonly Token[], forms: readonly string[], language: string): boolean {
  const beginnings = (of: readonly Token[]): string[] => of.filter(({ key }) => key.length >= LONGER).map(({ key }) => key.slice(0, LONGER))
  const said = beginnings(tokens)
  return forms.length > 0 && forms.map((form) => beginnings(tokensOf(normalise(form), language))).every((meant) => meant.length > 1 && !meant.some((word) => said.includes(word)))
}

/** True when the exercise that is open expects just these words, so that they are no command. */
function expects(input: Answered, options: readonly Option[], text: string): boolean {
  const key = keyOf(tokensOf(text, input.language))
  return [...input.accepted, ...options.map((option) => option.text)].some((form) => keyOf(tokensOf(normalise(form), input.language)) === key)
}

/** The option an accepted form names: by its text first, since an option may itself be a number. */
function optionOf(form: string, options: readonly Option[], input: Answered): Option | null {
  return options.find((option) => option.text.trim() === form) ?? options.find((option) => option.id === form)
    ?? chooseOption(form, options, input.language, input.context).option
}

function gradeChoice(input: Answered, options: readonly Option[]): Grade {
  const right = input.accepted.map((form) => optionOf(form.trim(), options, input)).filter((option) => option !== null)
  const best = right[0]?.text ?? input.accepted[0] ?? ''
  const choice = chooseOption(input.answer, options, input.language, input.context)
  if (!choice.option) return { verdict: 'invalid', note: isDontKnow(normalise(input.answer)) ? 'dont_know' : choice.why }
  if (!right.some((option) => option.id === choice.option.id)) {
    return { verdict: 'wrong', note: 'other_option', best, diff: wordDiff(choice.option.text, best, input.language) }
  }
  return choice.slip === 'none' ? { verdict: 'correct', best } : { verdict: 'almost', note: choice.slip, best, diff: wordDiff(normalise(input.answer), best, input.language) }
}
