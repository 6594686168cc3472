// Tells whether an answer in one's own words is so short that a whole sentence is worth asking for.

/** So many words are no sentence yet, unless they say who does what. */
const MOST_WORDS = 2
/** Where a shorter form is right, no sentence is due. */
const LEAST_DUE = 4

/** “I slept”, “je dors”, “yo trabajo” are sentences. */
const SUBJECT: Readonly<Record<string, RegExp>> = {
  en: /^(?:i|you|he|she|it|we|they)\s/iu,
  es: /^(?:yo|t[uú]|usted|[eé]l|ella|nosotros|nosotras|ustedes|ellos|ellas)\s/iu,
  fr: /^(?:je|tu|il|elle|on|nous|vous|ils|elles)\s/iu,
  pt: /^(?:eu|tu|voc[eê]|ele|ela|n[oó]s|voc[eê]s|eles|elas)\s/iu,
}

// Short forms count as the words they stand for: “I’m fine” is three. Scripts without spaces are not counted.
const wordsIn = (text: string): string[] => text.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '')

/**
 * True when an answer of one or two words stands where every right form is a sentence of four words or more.
 * @param forms the right forms, without rubrics; without any nothing is due
 */
export function isShortAnswer(text: string, forms: readonly string[], language: string): boolean {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text)) return false
  const words = wordsIn(text)
  if (words.length > MOST_WORDS || (words.length === MOST_WORDS && SUBJECT[language]?.test(text.trim()))) return false
  return forms.length > 0 && forms.every((form) => wordsIn(form).length >= LEAST_DUE)
}
