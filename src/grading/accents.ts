// Tells a forgotten accent from an accent that makes another word.

import type { Token } from './tokens.ts'
import type { Words } from './words.ts'

/**
 * Words whose accent only tells two grammatical roles apart. In a sentence the rest shows which was meant, so a
 * forgotten accent there is a slip; alone in a gap it is the point of the item. Written with the accent.
 */
const TOLD_BY_SENTENCE: Readonly<Record<string, ReadonlySet<string>>> = sets({
  es: 'cómo qué quién quiénes dónde adónde cuándo cuánto cuánta cuántos cuántas cuál cuáles él tú mí sí sé té dé más aún sólo está estás papá mamá también aquí allí así día',
  pt: 'é está estás às à há já só até lá nós vós pôr dá têm vêm três mês você avó irmã pé pés dó',
  fr: 'à où là dès sûr dû ça déjà été après très mère père même',
  it: 'è sì là lì né dà tè già più così perché città può però',
  ca: 'és sí què més té',
})

/** For languages without a dictionary: pairs, written without the accent, where the mark makes another word. */
const OTHER_WORDS: Readonly<Record<string, ReadonlySet<string>>> = sets({
  de: `mochte schon konnte konnten musste mussten wurde wurden hatte hatten ware waren bruder mutter vater tochter apfel vogel garten laden
    drucken fordern zahlen lauft fuhren nutzen tone losen flogen kamen gaben nahmen lagen sahen schwule bar durfte durften brauchte dachte mochten hut gute achten`,
  it: 'e si la li ne da te di papa pero porto meta parlo ando canto mangio faro sara eta cosi',
  tr: 'on ol ac kis sik ask', sv: 'far for tal gar har hal vag', ca: 'es si que mes te',
})

function sets(lists: Readonly<Record<string, string>>): Readonly<Record<string, ReadonlySet<string>>> {
  return Object.fromEntries(Object.entries(lists).map(([language, words]) => [language, new Set(words.split(/\s+/u))]))
}

/**
 * What an answer word is, next to an accepted word that differs in accents only:
 * 'slip' (forgive, with a note) or 'word' (another word: wrong).
 * `alone`: the accepted form is one word, so the accent may be the point of the item.
 */
export function accentSlip(answer: Token, accepted: Token, language: string, alone: boolean, words: Words | null): 'slip' | 'word' {
  const dropped = answer.lower === answer.bare || answer.key === answer.bare
  // Tones and hooks are the word itself in Vietnamese.
  if (language === 'vi') return 'word'
  if (words) {
    // A first name is not what a learner meant (pt irma, Irma).
    if (!words.has(answer.lower) || words.isName(answer.lower)) return 'slip'
    return !alone && dropped && (TOLD_BY_SENTENCE[language]?.has(accepted.lower) ?? false) ? 'slip' : 'word'
  }
  if (!alone && dropped && (TOLD_BY_SENTENCE[language]?.has(accepted.lower) ?? false)) return 'slip'
  if (OTHER_WORDS[language]?.has(answer.bare)) return 'word'
  return dropped && (!alone || answer.bare.length >= 4) ? 'slip' : 'word'
}

const MARKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  es: { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'úü' },
  pt: { a: 'áâãà', e: 'éê', i: 'í', o: 'óôõ', u: 'ú', c: 'ç' },
  fr: { a: 'àâ', e: 'éèêë', i: 'îï', o: 'ô', u: 'ùûü', c: 'ç' },
}

/** True when one accent added to the word makes a dictionary word: "camion" is "camión", not a typo of "camino". */
export function isUnaccentedWord(word: string, language: string, words: Words): boolean {
  const marks = MARKS[language]
  if (!marks) return false
  for (let at = 0; at < word.length; at++) {
    for (const marked of marks[word[at] ?? ''] ?? '') if (words.has(word.slice(0, at) + marked + word.slice(at + 1))) return true
  }
  return false
}
