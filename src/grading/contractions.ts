// Writes out English short forms in every way they can be meant, so that two answers can be compared as sets.

import { participle } from './english-verbs.ts'
import type { Note } from './notes.ts'
import { type Token, tokenOf } from './tokens.ts'

/** One way of writing an answer out in full, and what had to be done for it. */
export interface Expansion {
  tokens: Token[]
  note: Extract<Note, 'contraction' | 'apostrophe' | 'informal'> | null
}

/** Most ways of reading that are followed; a text with more short forms keeps the likeliest. */
const MOST = 12

const NEGATIVE: Readonly<Record<string, string>> = {
  "can't": 'can', "won't": 'will', "shan't": 'shall', "don't": 'do', "doesn't": 'does', "didn't": 'did', "isn't": 'is', "aren't": 'are',
  "wasn't": 'was', "weren't": 'were', "hasn't": 'has', "haven't": 'have', "hadn't": 'had', "couldn't": 'could', "wouldn't": 'would',
  "shouldn't": 'should', "mustn't": 'must', "needn't": 'need', "mightn't": 'might', "daren't": 'dare', "oughtn't": 'ought',
}
/** Short forms that are no other word when the apostrophe is left out, as on a phone. */
const BARE = new Map<string, string>([
  ...Object.keys(NEGATIVE).map((form): [string, string] => [form.replace("'", ''), form]),
  ...`I'm I've you're you've they're they've we've that's what's it'll you'll they'll there's here's where's he's she's who've`
    .toLowerCase().split(' ').map((form): [string, string] => [form.replace("'", ''), form]),
])
const FIXED: Readonly<Record<string, readonly string[]>> = { cannot: ['can', 'not'], "let's": ['let', 'us'], "o'clock": ["o'clock"], "ma'am": ["ma'am"], "'m": ['am'] }
const INFORMAL: Readonly<Record<string, readonly string[]>> = {
  gonna: ['going', 'to'], wanna: ['want', 'to'], gotta: ['got', 'to'], gimme: ['give', 'me'], lemme: ['let', 'me'], kinda: ['kind', 'of'],
}
/** Words before 's that make it a verb; after any other word it may be a possessive. */
const SUBJECTS = new Set('he she it that there here what who where when how why everything something nothing everyone everybody someone somebody nobody this'.split(' '))
const ADVERBS = new Set('never always just already really also not ever only probably still recently finally often certainly definitely almost even now'.split(' '))
const AFTER_IS = new Set('a an the not my your his her our their in at on from here there very so too really always never still coming going with'.split(' '))

/**
 * Every full reading of the words, the plain one first. Languages other than English have one reading.
 * `following`: the words after these in their sentence, which decide what a last 's or 'd stands for.
 * `isAnswer`: the 's of a noun is then read as a verb, too, wherever one could stand (“my sister's tired”). A form that
 * is known to be right decides which it is, and there nothing is guessed: its possessives stay what they are.
 */
export function expansions(tokens: readonly Token[], language: string, following: readonly Token[] = [], isAnswer = false): Expansion[] {
  if (language !== 'en') return [{ tokens: [...tokens], note: null }]
  let readings: { words: Token[]; note: Expansion['note'] }[] = [{ words: [], note: null }]
  tokens.forEach((token, at) => {
    const options = readingsOf([...tokens, ...following], at, isAnswer)
    readings = readings.flatMap((reading) => options.map((option) => ({
      words: [...reading.words, ...(option.words ? option.words.map((word) => tokenOf(word, 'en')) : [token])],
      note: worse(reading.note, option.note),
    }))).slice(0, MOST)
  })
  return readings.map(({ words, note }) => ({ tokens: words, note }))
}

function worse(left: Expansion['note'], right: Expansion['note']): Expansion['note'] {
  const order = [null, 'contraction', 'apostrophe', 'informal'] as const
  return order.indexOf(left) >= order.indexOf(right) ? left : right
}

interface Reading { words: readonly string[] | null; note: Expansion['note'] }

function readingsOf(tokens: readonly Token[], at: number, isAnswer: boolean): Reading[] {
  const word = tokens[at]?.key ?? ''
  const informal = own(INFORMAL, word)
  if (informal) return [{ words: null, note: null }, { words: informal, note: 'informal' }]
  if (!word.includes("'") && !BARE.has(word)) return word === 'cannot' ? [{ words: ['can', 'not'], note: 'contraction' }] : [{ words: null, note: null }]
  const form = BARE.get(word) ?? word
  const note = form === word ? 'contraction' : 'apostrophe'
  const fixed = own(FIXED, form)
  if (fixed) return [{ words: fixed, note: fixed.length === 1 && fixed[0] === form ? null : note }]
  const negated = own(NEGATIVE, form)
  if (negated) return [{ words: [negated, 'not'], note }]
  const cut = form.lastIndexOf("'")
  const [head, tail] = [form.slice(0, cut), form.slice(cut)]
  const full = verbsFor(tail, head, tokens, at)
  const kept: Reading = { words: form === word ? null : [form], note: form === word ? null : note }
  if (full.length > 0) return full.map((verb) => ({ words: head === '' ? [verb] : [head, verb], note }))
  const guessed = isAnswer && tail === "'s" ? isOrHas(tokens, at) : []
  return [kept, ...guessed.map((verb): Reading => ({ words: [head, verb], note }))]
}

/** What 's, 'd, 'll, 've, 're or 'm stand for here; none when it is a possessive or cannot be told. */
function verbsFor(tail: string, head: string, tokens: readonly Token[], at: number): string[] {
  if (tail === "'ll") return ['will']
  if (tail === "'ve") return ['have']
  if (tail === "'re") return ['are']
  if (tail === "'m") return ['am']
  const following = tokens[pastAdverbs(tokens, at)]?.key ?? ''
  if (tail === "'d") return pastOrConditional(following)
  if (tail !== "'s") return []
  if (following === '') return head === '' ? ['is', 'has'] : []
  if (head === '' || SUBJECTS.has(head) || following === 'got' || following === 'been' || following === 'had') return isOrHas(tokens, at)
  return AFTER_IS.has(tokens[at + 1]?.key ?? '') || /.ing$/u.test(following) ? ['is'] : []
}

/** The place of the first word after this one that is no adverb. */
function pastAdverbs(tokens: readonly Token[], at: number): number {
  let next = at + 1
  while (ADVERBS.has(tokens[next]?.key ?? '')) next++
  return next
}

/** What a verb written 's is before these words; none at the end of a sentence, where it is written out. */
function isOrHas(tokens: readonly Token[], at: number): string[] {
  const next = pastAdverbs(tokens, at)
  const following = tokens[next]?.key ?? ''
  if (following === '') return []
  if (following === 'got' || following === 'been' || following === 'had') return ['has']
  const form = participle(following)
  if (form === 'yes') return ['has']
  // With an object after it the participle belongs to "has": "she's broken the cup".
  if (form === 'maybe') return /^(?:the|a|an|my|your|his|her|its|our|their|it|them|him|us|me|you)$/u.test(tokens[next + 1]?.key ?? '') ? ['has'] : ['is']
  return ['is']
}

function pastOrConditional(following: string): string[] {
  if (following === 'better') return ['had']
  const form = participle(following)
  if (form === 'yes') return ['had']
  return form === 'maybe' ? ['would', 'had'] : ['would']
}

function own<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined
}
