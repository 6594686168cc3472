// Counts the words that deny, because an answer that says the opposite is never almost right.

const NEGATORS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(Object.entries({
  en: 'not never no nobody nothing none nowhere neither nor cannot without hardly',
  es: 'no nunca jamás nada nadie ningún ninguno ninguna tampoco sin ni',
  pt: 'não nao nunca jamais nada ninguém nenhum nenhuma sem nem tampouco',
  fr: 'pas jamais rien personne aucun aucune sans ni non nulle',
  de: 'nicht nichts kein keine keinen keiner keinem keines nie niemals niemand nirgends ohne nein',
  it: 'non no mai niente nulla nessuno nessuna né senza nemmeno neanche',
  ru: 'не ни нет никогда никто ничего нельзя без',
  nl: 'niet niets geen nooit niemand zonder nee',
}).map(([language, words]) => [language, new Set(words.split(' '))]))

/** True when the word (folded key) denies. "no" is a preposition with an article in Portuguese, and no negator there. */
export function isNegator(key: string, language: string): boolean {
  if (language === 'en' && key.endsWith("n't")) return true
  return NEGATORS[language]?.has(key) ?? false
}

/** How many words deny. */
export function negations(keys: readonly string[], language: string): number {
  return keys.filter((key) => isNegator(key, language)).length
}
