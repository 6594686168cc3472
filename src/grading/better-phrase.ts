// Finds what to correct in a reply that was understood: its nearest accepted phrase, where only small words or slips differ.

import { type DiffPart, wordDiff } from './diff.ts'
import { editDistance } from './edit-distance.ts'
import { bare } from './folds.ts'
import { normalise } from './normalise.ts'
import { compare } from './tiers.ts'
import { tokensOf } from './tokens.ts'
import { wordsOf } from './words.ts'

/** What was written and the phrase that it is nearest to. */
export interface Better {
  said: string
  right: string
  /** Grammar is worth more of a learner's attention than a slip of the fingers. */
  kind: 'grammar' | 'slip'
}

/** Small words whose absence, presence or exchange is a mistake and not another way of saying it. */
const SMALL: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(Object.entries({
  en: 'a an to at in on of for from by with about i you he she it we they me him her us them my your is are am was were be been do does did has have there',
  es: 'el la los las un una unos unas a al de del en con por para me te se nos lo le que es está son están soy estoy era ha he hay mi su tu',
}).map(([language, words]) => [language, new Set(words.split(' '))]))
/** Right with or without. */
const COURTESY: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(Object.entries({
  en: 'please thanks thank you hello hi hey good morning afternoon evening ok okay oh well yes no and so sir madam just then',
  es: 'por favor gracias muchas hola buenos buenas días tardes noches sí no bueno pues vale y entonces disculpe perdone perdón',
}).map(([language, words]) => [language, new Set(words.split(' '))]))
/** One for the other is a choice, not a mistake. */
const CHOICES: readonly (readonly string[])[] = [['a', 'the', 'my', 'your'], ['un', 'el', 'mi', 'su', 'tu'], ['una', 'la', 'mi', 'su', 'tu'], ['i', 'we'], ['me', 'us'], ['me', 'nos'], ['tu', 'su', 'te', 'le']]

const MOST_PHRASES = 6
const MOST_PARTS = 3

/**
 * The correction of a reply, or null when there is none to make: it is an accepted phrase, or differs from all of them
 * in more than small words and slips, and is then taken for another way of saying it. Each sentence is looked at.
 */
export function betterPhrase(reply: string, phrases: readonly string[], language: string, uiLanguage: string): Better | null {
  const text = normalise(reply)
  const sentences = [...new Set([text, ...text.split(/(?<=[.!?])\s+|\n/u).map((one) => one.trim())])].filter((one) => tokensOf(one, language).length >= 2).slice(0, 5)
  let best: { said: string; right: string; cost: number; exact: boolean } | null = null
  for (const said of sentences) {
    for (const right of alike(said, phrases, language)) {
      const { verdict, cost } = compare(tokensOf(said, language), said, normalise(right), { language, words: wordsOf(language), uiLanguage, strict: false, headOfSentence: true, following: [] })
      if (best === null || cost < best.cost) best = { said, right, cost, exact: verdict === 'correct' }
    }
  }
  if (best === null || best.exact) return null
  const kind = faultIn(wordDiff(best.said, best.right, language), language)
  return kind === null ? null : { said: best.said, right: best.right, kind }
}

/** The phrases that share most words with what was said. */
function alike(said: string, phrases: readonly string[], language: string): string[] {
  const words = new Set(tokensOf(said, language).map((token) => token.bare))
  const shared = (phrase: string) => {
    const theirs = tokensOf(normalise(phrase), language)
    return theirs.filter((token) => words.has(token.bare)).length / Math.max(theirs.length, words.size)
  }
  return phrases.map((phrase) => ({ phrase, share: shared(phrase) })).filter(({ share }) => share > 0).toSorted((a, b) => b.share - a.share).slice(0, MOST_PHRASES).map(({ phrase }) => phrase)
}

function faultIn(parts: readonly DiffPart[], language: string): Better['kind'] | null {
  const wordsIn = (text: string) => text.toLowerCase().split(/\s+/u).map((word) => word.replaceAll(/[^\p{L}\p{N}']/gu, '')).filter((word) => word !== '')
  const small = (words: readonly string[]) => words.every((word) => SMALL[language]?.has(word))
  let [grammar, slips] = [0, 0]
  const lastSame = parts.findLastIndex(({ kind }) => kind === 'same')
  const steps = parts.flatMap((part, place) => (part.kind === 'same' ? [] : [{ ...part, inside: place < lastSame }])).flatMap(({ kind, text, was, inside }) => {
    const [now, before] = [wordsIn(text), wordsIn(was ?? '')].map((words) => words.filter((word) => !COURTESY[language]?.has(word))) as [string[], string[]]
    // A run of as many words is looked at word by word.
    return kind === 'changed' && now.length === before.length ? now.map((word, at) => ({ kind, inside, now: [word], before: [before[at]!] })) : [{ kind, inside, now, before }]
  })
  for (const { kind, inside, now, before } of steps) {
    if (now.join(' ') === before.join(' ') || (kind !== 'changed' && now.length === 0)) continue
    if (kind === 'changed' && now.length > 0 && before.length > 0) {
      if (now.length === 1 && before.length === 1 && CHOICES.some((choice) => choice.includes(now[0]!) && choice.includes(before[0]!))) return null
      if (small(now) && small(before)) grammar++
      else if (now.length === 1 && before.length === 1 && isSlip(before[0]!, now[0]!, language)) slips++
      else if (now.length === 1 && before.length === 1 && sameStem(before[0]!, now[0]!, language)) grammar++
      else return null
    // A word too many is a fault between others; at the end something else is being said.
    } else if (small([...now, ...before]) && (inside || kind === 'missing')) grammar++
    else return null
  }
  if (grammar + slips === 0 || grammar + slips > MOST_PARTS) return null
  return grammar > 0 ? 'grammar' : 'slip'
}

const plain = (word: string, language: string): string => bare(word, language).replaceAll("'", '')

/** An accent or apostrophe left out, or a slip that makes no word: another word was meant as it stands. */
function isSlip(was: string, now: string, language: string): boolean {
  const [typed, meant] = [plain(was, language), plain(now, language)]
  if (typed === meant) return true
  return meant.length >= 4 && !wordsOf(language)?.has(was) && editDistance(typed, meant, 2) <= (meant.length < 8 ? 1 : 2)
}

/** What a word may end in and still be the same word: live, lives, living; vivo, viven, vivimos. */
const ENDINGS: Readonly<Record<string, RegExp>> = { en: /^(?:e?s|e?d|e?n|e|ing|y|ied|ies)?$/u, es: /^[aeiou]{0,2}(?:s|n|r|mos|is|ndo|d[ao]s?)?$/u }

function sameStem(was: string, now: string, language: string): boolean {
  const [typed, meant] = [plain(was, language), plain(now, language)]
  let shared = 0
  while (shared < typed.length && typed[shared] === meant[shared]) shared++
  const ending = ENDINGS[language]
  return shared >= 3 && ending !== undefined && ending.test(typed.slice(shared)) && ending.test(meant.slice(shared))
}
