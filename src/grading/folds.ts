// Folds, per language, the ways of writing one and the same letter; what a language tells apart stays apart.

/**
 * Lower-cases as the language does, in NFC. In Turkish and Azeri I becomes ı and İ becomes i (see sameInCapitals).
 */
export function lowerCase(text: string, language: string): string {
  if (language === 'tr' || language === 'az') {
    return text.normalize('NFC').toLocaleLowerCase(language).normalize('NFC').replaceAll('i\u0307', 'i')
  }
  return text.toLowerCase().normalize('NFC')
}

type Fold = (text: string) => string

const FOLDS: Readonly<Record<string, Fold>> = {
  de: (text) => text.replaceAll('ß', 'ss').replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue'),
  fr: (text) => text.replaceAll('œ', 'oe').replaceAll('æ', 'ae'),
  // Stress marks are for readers of textbooks; й is a letter of its own and keeps its breve (NFC).
  ru: (text) => text.replaceAll('ё', 'е').replaceAll('\u0301', ''),
  uk: (text) => text.replaceAll('\u0301', ''),
  ar: (text) => text.replaceAll(/[\u064B-\u065F\u0670\u0640\u06D6-\u06ED]/gu, ''),
  fa: (text) => text.replaceAll(/[\u064B-\u065F\u0670\u0640]/gu, '').replaceAll('ي', 'ی').replaceAll('ك', 'ک'),
  he: (text) => text.replaceAll(/[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7]/gu, ''),
  da: (text) => text.replaceAll('aa', 'å'),
  nb: (text) => text.replaceAll('aa', 'å'),
  no: (text) => text.replaceAll('aa', 'å'),
  el: (text) => text.replaceAll('ς', 'σ'),
  nl: (text) => text.replaceAll('ĳ', 'ij'),
  ro: (text) => text.replaceAll('ş', 'ș').replaceAll('ţ', 'ț'),
}

/** The word with the language's equal spellings made one (lower case in, lower case out). */
export function fold(word: string, language: string): string {
  return FOLDS[language]?.(word) ?? word
}

const ASCII = /^[\x20-\x7e]*$/u

/** Accents that make a letter of its own, by language: never taken for a forgotten accent. */
const OWN_LETTERS: Readonly<Record<string, string>> = { es: 'ñ', gl: 'ñ', ru: 'й', uk: 'йї', be: 'йў' }

/**
 * The word without its accents, own letters of the language kept (es ñ, ru й), so that two words with the
 * same bare form differ in accents only.
 */
export function bare(word: string, language: string): string {
  // Hamza on alif and the two final letters are left out in everyday Arabic typing, as accents are elsewhere.
  if (language === 'ar') return word.replaceAll(/[أإآٱ]/gu, 'ا').replaceAll('ى', 'ي').replaceAll('ة', 'ه')
  if (ASCII.test(word)) return word
  const own = OWN_LETTERS[language] ?? ''
  let out = ''
  for (const letter of word.normalize('NFC')) {
    if (own.includes(letter) || !/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(letter)) out += letter
    else out += letter.normalize('NFD').replaceAll(/\p{Mn}/gu, '').replaceAll('ı', 'i').replaceAll('ł', 'l').replaceAll('ø', 'o')
  }
  return out
}

/**
 * True when two words are equal but for what capitals hide: a Turkish I may be either letter i, and Greek
 * leaves its accents off in capitals.
 */
export function sameInCapitals(typed: string, meant: string, language: string): boolean {
  if (language === 'el') return typed === typed.toUpperCase() && bare(fold(typed.toLowerCase(), 'el'), 'el') === bare(fold(meant.toLowerCase(), 'el'), 'el')
  if ((language !== 'tr' && language !== 'az') || !typed.includes('I')) return false
  const [left, right] = [[...typed.normalize('NFC')], [...lowerCase(meant, language)]]
  return left.length === right.length && left.every((letter, at) => letter === 'I' ? right[at] === 'i' || right[at] === 'ı' : lowerCase(letter, language) === right[at])
}
