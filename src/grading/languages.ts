// Tells when an answer is written in another script or another language than the one asked for.

import type { Token } from './tokens.ts'
import { hasWords, wordsOf } from './words.ts'

const SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Devanagari', 'Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai'] as const
const TESTS = SCRIPTS.map((script) => ({ script, test: new RegExp(`\\p{Script=${script}}`, 'gu') }))

/** Words that give a language away when no dictionary is at hand: frequent, and not words of the others. */
const TELLING: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(Object.entries({
  en: 'the is are was were have has you they with this that my your not and of to i he she it we do does',
  es: 'el los las una es son está tengo tiene soy eres yo tú usted pero muy con para por hambre hola gracias que no sí mi',
  pt: 'os uma é são está tenho tem sou você eu não muito com para obrigado obrigada olá meu minha fome',
  fr: 'le les une est sont je tu il elle nous vous ai avec pour pas très mais merci bonjour faim mon ma',
  de: 'der die das ist sind ich du wir nicht und mit ein eine habe hunger danke guten',
  it: 'il gli una è sono io ho non molto con per grazie ciao fame mio mia',
}).map(([language, words]) => [language, new Set(words.split(' '))]))

/** The Unicode script most letters of a text are in, or null when it has no letter of a script that is taught. */
export function scriptOf(text: string): string | null {
  let [found, most] = [null as string | null, 0]
  for (const { script, test } of TESTS) {
    const count = text.match(test)?.length ?? 0
    if (count > most) [found, most] = [script, count]
  }
  // Japanese mixes three.
  return found === 'Hiragana' || found === 'Katakana' ? 'Han' : found
}

/** Whether a text is in so many scripts that it is no try in any language: Latin beside at least two others. */
export function mixesScripts(text: string): boolean {
  const found = new Set(SCRIPTS.filter((_, i) => text.search(TESTS[i]!.test) !== -1).map((script) => (script === 'Hiragana' || script === 'Katakana' ? 'Han' : script)))
  return found.size > 2
}

/** Share of the words that the language knows (0–1), by dictionary; 1 when it has none. */
export function knownShare(tokens: readonly Token[], language: string): number {
  const words = wordsOf(language)
  const letters = tokens.filter((token) => /\p{L}/u.test(token.lower))
  if (!words || letters.length === 0) return 1
  return letters.filter((token) => words.has(token.lower) || words.has(token.lower.replace(/'\w+$/u, ''))).length / letters.length
}

/**
 * True when the words are more likely of another language: fewer than half are known to `language`, and the
 * learner's own language, or another one's most frequent words, explain more of them.
 */
export function isOtherLanguage(tokens: readonly Token[], language: string, uiLanguage?: string): boolean {
  const share = hasWords(language) ? knownShare(tokens, language) : 0
  // Every word is the learner's own language, and not every one is of this: “dime la respuesta” holds two English words.
  if (uiLanguage && uiLanguage !== language && tokens.length > 1 && share < 1 && hasWords(language) && hasWords(uiLanguage) && knownShare(tokens, uiLanguage) === 1) return true
  if (tokens.length === 0 || share > 0.5) return false
  if (uiLanguage && uiLanguage !== language && hasWords(uiLanguage) && knownShare(tokens, uiLanguage) > Math.max(share, 0.6)) return true
  const here = telling(tokens, language)
  return Object.keys(TELLING).some((other) => other !== language && telling(tokens, other) > here)
}

/** Words enough to tell, and the most of them that a mixture of languages shares with one. */
const MIXTURE = { words: 5, known: 0.45 }

/** True when so few of many words are of the language that they are no try in it, whatever they are instead. */
export function isInNoLanguage(tokens: readonly Token[], language: string): boolean {
  return tokens.length >= MIXTURE.words && hasWords(language) && knownShare(tokens, language) <= MIXTURE.known
}

function telling(tokens: readonly Token[], language: string): number {
  return tokens.filter((token) => TELLING[language]?.has(token.lower)).length
}
