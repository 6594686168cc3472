// Tells whether a Spanish subject pronoun goes with the verb that a sentence begins with, so that one may be added where it is implied.

import type { Token } from './tokens.ts'
import type { Words } from './words.ts'

/** What may stand between the subject and its verb: “no” and the unstressed pronouns. */
const BEFORE_VERB = new Set('no me te se nos os lo la los las le les'.split(' '))

const FIRST = new Set('soy estoy voy doy sé he vi di fui hube tuve estuve anduve pude puse supe cupe quise hice vine dije traje'.split(' '))
const SECOND = new Set('eres estás vas das ves has fuiste diste viste'.split(' '))
const WE = new Set('somos hemos fuimos dimos vimos'.split(' '))
/** End as a verb does, and are none. */
const NO_VERB = new Set('así qué además luego mientras'.split(' '))

/**
 * True when the sentence begins with a finite verb of the pronoun's own person; *tu* without its accent is meant for *tú*. Ellos, él, ella and usted are left
 * out: they share one form, so that the verb does not tell which of them was meant. So are forms that also mean
 * “let us” (*vamos*, *hablemos*), which have no subject.
 * @param sentence the accepted words, without a pronoun @param words the Spanish dictionary
 */
export function isImpliedSubject(pronoun: Token, sentence: readonly Token[], words: Words | null): boolean {
  const fits = PERSONS[pronoun.bare]
  const verb = sentence.find((token) => !BEFORE_VERB.has(token.lower))?.lower
  return fits !== undefined && verb !== undefined && words !== null && !NO_VERB.has(verb) && fits(verb, (word) => words.has(word))
}

type Fits = (verb: string, isWord: (word: string) => boolean) => boolean

/** The other forms of the verb tell it from a noun: *vivo* has *viven* beside it, *mucho* nothing. */
const isI: Fits = (verb, isWord) => {
  if (FIRST.has(verb)) return true
  const stem = verb.slice(0, -1)
  if (stem.length < 2) return false
  if (verb.endsWith('o')) return isWord(`${stem}an`) || isWord(`${stem}en`)
  if (verb.endsWith('é')) return isWord(`${stem.replace(/gu$/u, 'g').replace(/qu$/u, 'c').replace(/c$/u, verb.endsWith('cé') ? 'z' : 'c')}ar`) || (stem.endsWith('r') && isWord(`${stem}emos`))
  return verb.endsWith('í') && (isWord(`${stem}er`) || isWord(`${stem}ir`))
}

const isYou: Fits = (verb, isWord) => SECOND.has(verb)
  || (/..[aeáé]s$/u.test(verb) && isWord(`${verb.slice(0, -1)}n`))
  || (/[ai]ste$/u.test(verb) && (isWord(`${verb.slice(0, -3)}mos`) || isWord(verb.replace(/iste$/u, 'eron'))))

const isWe: Fits = (verb, isWord) => {
  if (WE.has(verb) || /(?:áb|í|ér|íb)amos$/u.test(verb)) return true
  const stem = verb.slice(0, -4)
  if (verb.endsWith('amos')) return isWord(`${stem}ar`)
  if (verb.endsWith('emos')) return isWord(`${stem}er`) || (stem.endsWith('r') && isWord(`${stem}é`))
  return verb.endsWith('imos') && [`${stem}ir`, `${stem}er`, `${stem}ieron`, `${stem}eron`].some(isWord)
}

const PERSONS: Readonly<Record<string, Fits>> = Object.assign(Object.create(null) as Record<string, Fits>, { yo: isI, tu: isYou, nosotros: isWe, nosotras: isWe })
