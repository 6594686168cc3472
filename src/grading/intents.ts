// Recognises which of several things a free reply says, by whole phrases and by key words, and never its opposite.

import { expansions } from './contractions.ts'
import { knownShare, isOtherLanguage, mixesScripts, scriptOf } from './languages.ts'
import { isNegator } from './negation.ts'
import { hasSubstance, normalise } from './normalise.ts'
import { asks, isBareInside, isBareName, type Placed } from './reply-shape.ts'
import { american } from './spelling-variants.ts'
import { type Token, tokenOf, tokensOf } from './tokens.ts'
import { typoSlip } from './typos.ts'
import { wordsOf } from './words.ts'

/** One thing that a reply may say. */
export interface Intent {
  id: string
  /** Whole replies that say it. */
  phrases: readonly string[]
  /**
   * Words that say it, in order, with others between: `"black|white coffee"`. A slot is one word or several to choose
   * from; `cost~` is any word that begins so, `~ing` one that ends so. Full forms only: `do not` and not `don't`.
   */
  keys: readonly string[]
  /** Any reply in the language of this many words says it, when nothing else does; no question and no request. */
  open?: number | undefined
  /** An open reply has to hold one of these, denied or not: `went|~ed` for something that is over. */
  holding?: readonly string[] | undefined
  /** A bare name or place says it, when nothing else does. */
  name?: boolean | undefined
  /** The words of a key stand side by side. */
  tight?: boolean
}

export interface Asked {
  intents: readonly Intent[]
  /** ISO 639-1 code of the language the reply is to be in. */
  language: string
  /** ISO 639-1 code of the learner's own language. */
  uiLanguage: string
  reply: string
}

export type Understood = { intent: string; why: null } | { intent: null; why: 'unknown' | 'several' | 'other_language' | 'empty' }

/** Most words between two slots of a key. */
const FARTHEST = 6
/** Words that refuse what comes after them, beside the negators. */
const REFUSALS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set('hate dislike except instead avoid refuse'.split(' ')),
  es: new Set('odio detesto excepto salvo evito'.split(' ')),
}
/** Where a thought ends and a denial with it. A mark between digits is part of a number. */
const CLAUSE = /[;!?¿¡\n()"]+|[.,:](?!\d)|\b(?:but|because|although|pero|porque|aunque|sino)\b/iu

/**
 * What a reply says: the intent whose phrase it is (case, accents, short forms and punctuation aside), else the one
 * whose key it holds; of several the one with the longest key, and none when two are equal. A key counts only where
 * nothing before it in its clause denies it and no lone "no" follows it; a bare yes, no or thanks counts only at the
 * head of the reply. Typing slips in key words are forgiven as in
 * grading. Pure but for the dictionary files read on a language's first use; never throws.
 */
export function recognise({ intents, language, uiLanguage, reply }: Asked): Understood {
  const text = normalise(reply)
  if (!hasSubstance(text)) return { intent: null, why: 'empty' }
  const tokens = tokensOf(text, language)
  for (const intent of intents) if (holdsPhrase(intent, tokens, language)) return { intent: intent.id, why: null }
  const short = tokens.length <= 2
  const foreign = isOtherLanguage(tokens, language, uiLanguage) || (scriptOf(text) ?? 'Latin') !== 'Latin' || mixesScripts(text)
  const readings = readingsOf(text, language)
  const holds = (keys: readonly string[], tight: boolean | undefined, deniable: boolean) => keys.map((key) => slotsOf(key, language))
    .filter((slots) => readings.some((reading) => holdsKey(reading, slots, { language, uiLanguage, apart: tight ? 0 : FARTHEST, deniable })))
  if (!foreign) {
    const scored = intents
      .map(({ id, keys, tight }) => ({ id, score: Math.max(0, ...holds(keys, tight, true).map((slots) => slots.length)) }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score)
    if (scored.length > 0) return scored[0]!.score === scored[1]?.score ? { intent: null, why: 'several' } : { intent: scored[0]!.id, why: null }
  }
  const named = intents.find(({ name }) => name)
  if (named && readings.some((reading) => isBareName(reading, language, foreign && !short))) return { intent: named.id, why: null }
  const open = intents.find((intent) => intent.open !== undefined && tokens.length >= intent.open && (!intent.holding || holds(intent.holding, false, false).length > 0))
  if (open && !foreign && knownShare(tokens, language) >= 0.5 && !readings.some((reading) => asks(reading, text.includes('?'), language))) return { intent: open.id, why: null }
  return { intent: null, why: foreign ? 'other_language' : 'unknown' }
}

const phraseKeys = new WeakMap<Intent, ReadonlySet<string>>()

function holdsPhrase(intent: Intent, tokens: readonly Token[], language: string): boolean {
  let known = phraseKeys.get(intent)
  if (!known) phraseKeys.set(intent, known = new Set(intent.phrases.flatMap((phrase) => fullForms(tokensOf(normalise(phrase), language), language))))
  return fullForms(tokens, language).some((form) => known.has(form))
}

/** Accents are for the correction: who forgot one is understood. */
const fullForms = (tokens: readonly Token[], language: string): string[] => expansions(tokens, language).map((reading) => reading.tokens.map((token) => token.bare).join(' '))

/** The message with every short form written out, each word with the clause it stands in. */
function readingsOf(text: string, language: string): Placed[][] {
  const clauses = text.split(CLAUSE).map((clause) => tokensOf(clause, language)).filter((clause) => clause.length > 0)
  let readings: Placed[][] = [[]]
  for (const [clause, words] of clauses.entries()) {
    const ways = expansions(words, language).slice(0, 3)
    readings = readings.flatMap((before) => ways.map((way) => [...before, ...way.tokens.map((token) => ({ token, clause }))])).slice(0, 9)
  }
  return readings
}

type Slot = readonly { token: Token; part: 'whole' | 'head' | 'end' }[]
const compiled = new Map<string, readonly Slot[]>()

function slotsOf(key: string, language: string): readonly Slot[] {
  const name = `${language} ${key}`
  let slots = compiled.get(name)
  if (!slots) {
    slots = key.split(/\s+/u).map((slot) => slot.split('|').map((word) => ({ token: tokenOf(word.replaceAll('~', ''), language), part: word.endsWith('~') ? 'head' as const : word.startsWith('~') ? 'end' as const : 'whole' as const })))
    compiled.set(name, slots)
  }
  return slots
}

function holdsKey(words: readonly Placed[], slots: readonly Slot[], { language, uiLanguage, apart, deniable }: { language: string; uiLanguage: string; apart: number; deniable: boolean }): boolean {
  const follow = (slot: number, from: number, taken: readonly number[]): boolean => {
    if (slot === slots.length) return !(deniable && denied(words, taken, language)) && !(slots.length === 1 && isBareInside(words, taken[0]!, language))
    const end = slot === 0 ? words.length : Math.min(words.length, from + apart + 1)
    for (let at = from; at < end; at++) {
      if (slots[slot]!.some((choice) => isWord(words[at]!.token, choice, language, uiLanguage)) && follow(slot + 1, at + 1, [...taken, at])) return true
    }
    return false
  }
  return follow(0, 0, [])
}

function isWord(typed: Token, { token, part }: Slot[number], language: string, uiLanguage: string): boolean {
  if (part === 'head') return typed.bare.startsWith(token.bare)
  if (part === 'end') return typed.key.endsWith(token.key) && typed.key.length > token.key.length + 1
  if (typed.key === token.key || typed.bare === token.bare) return true
  const words = wordsOf(language)
  if (language === 'en' && american(typed.key, words) === american(token.key, words)) return true
  return typoSlip(typed, token, language, words, uiLanguage) === 'slip'
}

/** Whether a negator stands before one of the words taken, in its clause, or alone right after the last one. */
function denied(words: readonly Placed[], taken: readonly number[], language: string): boolean {
  const refuses = (at: number): boolean => {
    const key = words[at]?.token.key ?? ''
    return !taken.includes(at) && (isNegator(key, language) || (REFUSALS[language]?.has(key) ?? false))
  }
  for (const at of taken) {
    for (let before = at - 1; before >= 0 && words[before]!.clause === words[at]!.clause; before--) if (refuses(before)) return true
  }
  const last = taken.at(-1)!
  const next = words[last + 1]
  return next !== undefined && next.clause === words[last]!.clause && refuses(last + 1) && words[last + 2]?.clause !== next.clause
}
