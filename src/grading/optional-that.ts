// Knows where English may leave out “that”: after a verb of saying or thinking, before a clause that begins with its subject.

import type { Token } from './tokens.ts'

const SAYING = new Set(('say says said saying think thinks thought thinking know knows knew known knowing hope hopes hoped hoping believe believes believed ' +
  'guess guessed suppose supposed feel feels felt hear heard mean means meant wish wishes wished promise promised suggest suggests suggested propose proposed recommend recommended sure afraid glad sorry').split(' '))
const TELLING = new Set('tell tells told telling promise promised'.split(' '))
const OBJECTS = new Set('me you him her us them everyone everybody'.split(' '))
const BE = new Set('am is are was were been'.split(' '))
const OWNERS = new Set('my your his her our their the'.split(' '))
/** Words that begin a clause and cannot go on from a pointing “that” (*that book*). */
const SUBJECTS = new Set('i you he she it we they there the a an my your his her our their this these those'.split(' '))

/** True for a word that begins an English clause, as its subject or before the noun that is. */
export function opensClause(token: Token | undefined): boolean {
  return token !== undefined && SUBJECTS.has(token.key)
}

/** True for a verb of saying or thinking, after which another clause may come. */
export function takesClause(token: Token): boolean {
  return SAYING.has(token.key) || TELLING.has(token.key)
}

/** True when the word at this place is a “that” which may stand there or not, for the same sentence. */
export function isOptionalThat(tokens: readonly Token[], at: number, language: string): boolean {
  if (language !== 'en' || tokens[at]?.key !== 'that' || !opensClause(tokens[at + 1])) return false
  const back = (steps: number): string => tokens[at - steps]?.key ?? ''
  if (OBJECTS.has(back(1))) return TELLING.has(back(2)) || (back(2) === 'to' && SAYING.has(back(3)))
  return SAYING.has(back(1)) || (back(1) === 'told' && BE.has(back(2))) || (TELLING.has(back(3)) && OWNERS.has(back(2)))
}
