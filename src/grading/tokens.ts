// Cuts a normalised text into the words that are compared, each with its folded and its accent-free form.

import { bare, fold, lowerCase } from './folds.ts'
import { remembered } from './remembered.ts'

/** One word: as typed, in lower case, folded for its language, and without accents. */
export interface Token {
  typed: string
  lower: string
  key: string
  bare: string
}

const CLITIC = /^'(?:s|d|ll|ve|re|m|t)$/u
/** Scripts written without spaces: each character is compared by itself. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

export function tokenOf(typed: string, language: string): Token {
  const lower = lowerCase(typed, language)
  const key = fold(lower, language)
  return { typed, lower, key, bare: language === 'de' ? bare(lower, language).replaceAll('ß', 'ss') : bare(key, language) }
}

/**
 * The words of a normalised text. Punctuation separates and is not compared; a mark between two digits stays
 * (10:30, 3.5). An apostrophe stays inside English words and ends a word elsewhere (l'été → l, été).
 */
export function tokensOf(text: string, language: string): readonly Token[] {
  let cut = cutters.get(language)
  if (!cut) cutters.set(language, (cut = remembered((whole) => cutUp(whole, language))))
  return cut(text)
}

const cutters = new Map<string, (text: string) => readonly Token[]>()

function cutUp(text: string, language: string): Token[] {
  const spaced = text
    .replaceAll(/(?<=\d)[.,](?=\d{3}(?!\d))/gu, '')
    .replaceAll(/[^\p{L}\p{N}\p{M}'\s.,:/%$€£°+&@#-]+/gu, ' ')
    .replaceAll(/(?<!\d)[.,:/](?!\d)|(?<=\d)[.,:/](?!\d)|(?<!\d)[.,:/](?=\d)|[-#@]/gu, ' ')
    .replaceAll(/([%$€£°+&])/gu, ' $1 ')
  const out: Token[] = []
  for (const word of spaced.split(/\s+/u)) {
    if (word === '') continue
    for (const piece of language === 'en' ? [englishWord(word)] : word.split("'")) {
      if (piece === '') continue
      if (UNSPACED.test(piece)) for (const letter of unspaced(piece)) out.push(tokenOf(letter, language))
      else out.push(tokenOf(piece, language))
    }
  }
  return out
}

/** Keeps the apostrophe of "don't" and of a lone "'s"; drops quotes round a word and the one after a plural. */
function englishWord(word: string): string {
  if (CLITIC.test(word.toLowerCase())) return word
  return word.replace(/^'+/u, '').replace(/'+$/u, '')
}

function unspaced(piece: string): string[] {
  // Digits and Latin runs inside stay whole: "3時" is "3", "時".
  return piece.match(new RegExp(`${UNSPACED.source}\\p{M}*|(?:(?!${UNSPACED.source})[^\\s])+`, 'gu')) ?? []
}

/** The folded words of a list as one string, for equality. */
export function keyOf(tokens: readonly Token[]): string {
  return tokens.map((token) => token.key).join(' ')
}
