// What kind of reply it is, whatever it is about: a bare yes or no, a question or request, nothing but a name.

import { type Token } from './tokens.ts'
import { wordsOf } from './words.ts'

const perLanguage = (words: Readonly<Record<string, string>>): Readonly<Record<string, ReadonlySet<string>>> =>
  Object.fromEntries(Object.entries(words).map(([language, list]) => [language, new Set(list.split(' '))]))

/** Words that agree, refuse or thank: answers by themselves, and inside a sentence words like any other. */
const BARE = perLanguage({
  en: 'yes yeah yep yup no nope sure ok okay course certainly absolutely definitely thanks thank sorry',
  es: 'si no claro vale supuesto gracias perdon',
})
/** What may stand before them. */
const BEFORE = perLanguage({
  en: 'oh well hi hello hey um of so very i am afraid you much please actually really',
  es: 'ah oh ay pues bueno hola por muy muchas lo siento que',
})
/** Most words said before a bare answer, for it to be the answer and no afterthought. */
const LATEST = 3

/** How a question or a request begins. */
const ASKING: Readonly<Record<string, RegExp>> = {
  en: /^(?:and |but |so )?(?:where|what|when|who|which|how|why|can|could|may|do you|does|is there|are there|would you)\b|\b(?:can|could|may) (?:i|we|you)\b|\bwould like (?:a|an|the|some|two|another)\b|\bi (?:want|need) (?:a|an|the|some)\b/u,
  es: /^(?:y |pero )?(?:donde|que|cuando|quien|cual|como|cuanto|cuanta|puede|puedo|podria|hay)\b|\b(?:me gustaria|quiero|quisiera|me pone|necesito) (?:un|una|el|la|los|las)\b|\bpor favor\b/u,
}
/** A question given back, which ends an answer. */
const RETURNED = /^(?:and|what about|how about) (?:you|yours|your \w+)$|^y (?:tu|usted|el tuyo|la tuya)$/u

/** What leads in a name or a place. */
const LEADING = perLanguage({
  en: 'hi hello hey good morning afternoon evening oh well yes yeah my name is i am it this from in of the',
  es: 'hola buenas buenos dias tardes oh pues si soy me llamo mi nombre es yo de del desde en vengo la el',
})
const JOINING = new Set('de del la las los da do dos van von y'.split(' '))
const MOST_NAMES = 3
/** Somebody may be called so: with a vowel, no letter three times on end, and no longer than names are. */
const SAYABLE = /^(?=.*[aeiouy])(?!.*(.)\1\1).{1,20}$/u

/** A word of a reply and the clause it stands in. */
export interface Placed { token: Token; clause: number }

/** Whether a word is a bare answer that does not answer here: in the middle of a sentence, or after one. */
export function isBareInside(words: readonly Placed[], at: number, language: string): boolean {
  const bare = BARE[language]
  const { token, clause } = words[at]!
  if (!bare?.has(token.bare)) return false
  const before = words.slice(0, at)
  const heads = before.filter((word) => word.clause === clause).every((word) => bare.has(word.token.bare) || BEFORE[language]!.has(word.token.bare))
  return !heads || before.filter((word) => !bare.has(word.token.bare) && !BEFORE[language]!.has(word.token.bare)).length > LATEST
}

/** Whether a reply, its short forms written out, asks for something instead of telling. @param marked it holds a question mark */
export function asks(words: readonly Placed[], marked: boolean, language: string): boolean {
  const clauses = new Map<number, string[]>()
  for (const { token, clause } of words) clauses.set(clause, [...clauses.get(clause) ?? [], token.bare])
  const told = [...clauses.values()].map((clause) => clause.join(' ')).filter((clause) => !RETURNED.test(clause))
  return told.some((clause) => ASKING[language]?.test(clause)) || (marked && told.length === clauses.size)
}

/** Whether a clause of the reply is a name or a place: one to three words that are no common words. @param led only with words of the language before it, such as “I am” */
export function isBareName(words: readonly Placed[], language: string, led: boolean): boolean {
  const known = wordsOf(language)
  const clauses = Map.groupBy(words, ({ clause }) => clause)
  return [...clauses.values()].some((clause) => {
    const from = clause.findIndex(({ token }) => !LEADING[language]?.has(token.bare))
    const rest = from === -1 ? [] : clause.slice(from).filter(({ token }) => !JOINING.has(token.bare))
    return rest.length > 0 && rest.length <= MOST_NAMES && (from > 0 || !led) && rest.every(({ token }, i) => {
      if (!SAYABLE.test(token.bare) || BARE[language]?.has(token.bare)) return false
      const capital = /^\p{Lu}.*\p{Ll}/u.test(token.typed) && from + i > 0
      return capital || !known?.has(token.lower) || known.isName(token.lower)
    })
  })
}
