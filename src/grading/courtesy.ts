// Knows the words of courtesy and greeting that change nothing of what a sentence says, and where they may stand.

import type { Token } from './tokens.ts'

/** Folded, as tokens have them; longer ones first. */
const COURTESY: Readonly<Record<string, readonly (readonly string[])[]>> = {
  en: [['please'], ['excuse', 'me']],
  es: [['por', 'favor'], ['disculpe'], ['perdón'], ['perdone']],
  pt: [['por', 'favor'], ['por', 'gentileza'], ['com', 'licença']],
  fr: [['s', 'il', 'vous', 'plaît'], ['s', 'il', 'te', 'plaît']],
}
const GREETINGS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  en: [['hello'], ['hi'], ['good', 'morning'], ['good', 'afternoon'], ['good', 'evening']],
  es: [['hola'], ['buenos', 'días'], ['buenas', 'tardes'], ['buenas', 'noches']],
}

const ASKING = new Set('can could will would may might'.split(' '))
const ASKED = new Set('you i we'.split(' '))
/** After one of these “please” is the verb: “can you please your boss?” */
const OBJECTS = new Set('me you him her it us them my your his its our their the a an everyone everybody'.split(' '))

const startsWith = (tokens: readonly Token[], from: number, phrase: readonly string[]): boolean => phrase.every((word, i) => tokens[from + i]?.key === word)

/** The words without the courtesy at their edges, or in the middle of an English request (“could you please …”); the same words when there is none, or nothing else. */
export function withoutCourtesy(tokens: readonly Token[], language: string): readonly Token[] {
  for (const phrase of COURTESY[language] ?? []) {
    if (tokens.length <= phrase.length) continue
    if (startsWith(tokens, 0, phrase)) return withoutCourtesy(tokens.slice(phrase.length), language)
    if (startsWith(tokens, tokens.length - phrase.length, phrase)) return withoutCourtesy(tokens.slice(0, -phrase.length), language)
  }
  const asks = language === 'en' ? tokens.findIndex((token, at) => token.key === 'please' && ASKED.has(tokens[at - 1]?.key ?? '') && ASKING.has(tokens[at - 2]?.key ?? '')) : -1
  return asks > 0 && !OBJECTS.has(tokens[asks + 1]?.key ?? '') ? tokens.toSpliced(asks, 1) : tokens
}

/** The words without the greeting that they begin with; the same words when there is none, or nothing else. */
export function withoutGreeting(tokens: readonly Token[], language: string): readonly Token[] {
  const greeting = GREETINGS[language]?.find((phrase) => tokens.length > phrase.length && startsWith(tokens, 0, phrase))
  return greeting ? tokens.slice(greeting.length) : tokens
}
