// Knows the words of courtesy at the edges of a sentence, which change nothing of what it says.

import type { Token } from './tokens.ts'

/** Folded, as tokens have them; longer ones first. */
const COURTESY: Readonly<Record<string, readonly (readonly string[])[]>> = {
  en: [['please'], ['excuse', 'me']],
  es: [['por', 'favor'], ['disculpe'], ['perdón'], ['perdone']],
  pt: [['por', 'favor'], ['por', 'gentileza'], ['com', 'licença']],
  fr: [['s', 'il', 'vous', 'plaît'], ['s', 'il', 'te', 'plaît']],
}

/** The words without the courtesy that they begin or end with; the same words when there is none, or nothing else. */
export function withoutCourtesy(tokens: readonly Token[], language: string): readonly Token[] {
  for (const phrase of COURTESY[language] ?? []) {
    if (tokens.length <= phrase.length) continue
    const at = (from: number): boolean => phrase.every((word, i) => tokens[from + i]?.key === word)
    if (at(0)) return withoutCourtesy(tokens.slice(phrase.length), language)
    if (at(tokens.length - phrase.length)) return withoutCourtesy(tokens.slice(0, -phrase.length), language)
  }
  return tokens
}
