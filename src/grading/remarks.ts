// Knows what learners write beside an answer: courtesies after it, and "I don't know" instead of one.

import { bare } from './folds.ts'

const GIVING_UP = new Set(('idk|dunno|i dont know|i do not know|no idea|dont know|not sure|no se|no lo se|ni idea|nao sei|sei la|sem ideia|' +
  'je ne sais pas|je sais pas|jsp|aucune idee|keine ahnung|ich weiss nicht|non lo so|boh|' +
  'i dont remember|i cant remember|i forgot|i give up|no me acuerdo|no recuerdo|no lo recuerdo|se me olvido|me rindo|' +
  'nao lembro|nao me lembro|esqueci|desisto|je ne me souviens pas|je me souviens pas|je ne me rappelle pas|jai oublie|jabandonne').split('|'))

/** True when the whole message says that the learner does not know. Asked only after no accepted form matched. */
export function isDontKnow(text: string): boolean {
  const plain = bare(text.toLowerCase(), '').replaceAll("'", '').replaceAll(/[^\p{L}\s]/gu, ' ').replaceAll(/\s+/gu, ' ').trim()
  return GIVING_UP.has(plain)
}

const COURTESIES = new Set(('thanks thank you please ok okay bye sorry teacher hello hi gracias por favor perdon profe adios vale hola muchas obrigado obrigada desculpa ' +
  'tchau oi merci pardon salut si s il vous plait te danke bitte grazie lol haha jaja kkk is that right this it correct es correcto esta bien certo c est bon ' +
  'i think creo acho so much a lot').split(' '))

/**
 * For a message of several lines of which all but one are courtesies, that one line; else null.
 * A second attempt on a second line is not a courtesy.
 */
export function extraText(text: string): { answer: string } | null {
  const lines = text.split('\n')
  if (lines.length < 2 || lines.length > 4) return null
  const real = lines.filter((line) => !isCourtesy(line))
  return real.length === 1 && real[0] !== undefined ? { answer: real[0] } : null
}

function isCourtesy(line: string): boolean {
  const words = bare(line.toLowerCase(), '').split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  return words.length <= 6 && words.every((word) => COURTESIES.has(word))
}
