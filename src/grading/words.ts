// Knows whether a string is a word of a language, from the hunspell dictionaries, read once on first use.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type AffixTable, isKnown, isStem, parseAffixes, type Stems } from './affixes.ts'

const PACKAGES: Readonly<Record<string, string>> = {
  en: 'dictionary-en', es: 'dictionary-es', fr: 'dictionary-fr', pt: 'dictionary-pt',
}

/** The words of one language: `has` takes a lower-case NFC word. */
export interface Words {
  has(word: string): boolean
  /** True when the word is listed with a capital only: a name. */
  isName(word: string): boolean
  /** True when the word itself is in the list, no name, and may stand alone: what one looks up, without the forms that rules make of it. */
  isHeadword(word: string): boolean
  /** The listed words (lower-case NFC) with the regular forms the dictionary gives them, as a smaller dictionary: its `has`. */
  among(listed: Iterable<string>): (word: string) => boolean
}

const loaded = new Map<string, Words>()

/** True when the language has a dictionary; without one nothing is taken for a typo but the surest slips. */
export function hasWords(language: string): boolean {
  return Object.hasOwn(PACKAGES, language)
}

/**
 * The words of a language, or null when there is no dictionary for it. Synchronous; the first call per
 * language reads and parses two files (figures in README.md), later calls cost a map look-up.
 */
export function wordsOf(language: string): Words | null {
  const known = loaded.get(language)
  if (known) return known
  const name = PACKAGES[language]
  if (name === undefined || !hasWords(language)) return null
  const folder = createRequire(import.meta.url).resolve(name).replace(/index\.js$/u, '')
  const table = parseAffixes(readFileSync(`${folder}index.aff`, 'utf8'))
  const made = readStems(readFileSync(`${folder}index.dic`, 'utf8').normalize('NFC'), table)
  loaded.set(language, made)
  return made
}

/** Reads the dictionaries of these languages, letting other work in between, so that no learner's answer waits for one. Unknown languages are passed over. */
export async function readWordsAhead(languages: readonly string[]): Promise<void> {
  for (const language of new Set(languages)) {
    wordsOf(language);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function readStems(text: string, table: AffixTable): Words {
  const stems: Stems = new Map()
  const names = new Set<string>()
  for (let from = text.indexOf('\n') + 1; from < text.length;) {
    const newline = text.indexOf('\n', from)
    const end = newline < 0 ? text.length : newline
    const line = text.slice(from, end)
    from = end + 1
    const tab = line.search(/[\t\r ]/u)
    const body = tab < 0 ? line : line.slice(0, tab)
    if (body === '') continue
    const slash = body.indexOf('/')
    const listed = slash < 0 ? body : body.slice(0, slash)
    const word = listed.toLowerCase()
    const flags = slash < 0 ? '' : body.slice(slash + 1)
    const before = stems.get(word)
    if (listed === word) names.delete(word)
    else if (before === undefined) names.add(word)
    stems.set(word, before === undefined ? flags : before + flags)
  }
  const answers = new Map<string, boolean>()
  return {
    has(word) {
      const known = answers.get(word)
      if (known !== undefined) return known
      const found = isKnown(word, stems, table)
      // Bounded: the cache is for the words learners keep typing, not for everything ever typed.
      if (answers.size >= 20_000) answers.clear()
      answers.set(word, found)
      return found
    },
    isName: (word) => names.has(word),
    isHeadword: (word) => !names.has(word) && isStem(word, stems, table),
    among(listed) {
      const few: Stems = new Map()
      for (const word of listed) few.set(word, stems.get(word) ?? '')
      return (word) => isKnown(word, few, table)
    },
  }
}
