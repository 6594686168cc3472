// Lists the small words whose loss is a slip and not another meaning: articles, and pronouns that may be dropped.

import type { Token } from './tokens.ts'

const ARTICLES: Readonly<Record<string, ReadonlySet<string>>> = sets({
  en: 'a an the', es: 'el la los las un una unos unas', pt: 'o a os as um uma uns umas', fr: 'le la les l un une des du d',
  it: 'il lo la i gli le l un uno una', de: 'der die das den dem des ein eine einen einem einer eines', nl: 'de het een', ca: 'el la els les l un una',
})

/** First and second persons only: the verb shows them. He and she are not shown by the verb, so they stay. */
const DROPPABLE: Readonly<Record<string, ReadonlySet<string>>> = sets({
  es: 'yo tú nosotros nosotras vosotros vosotras', pt: 'eu tu nós', it: 'io tu noi voi', ca: 'jo tu nosaltres',
})

function sets(lists: Readonly<Record<string, string>>): Readonly<Record<string, ReadonlySet<string>>> {
  return Object.fromEntries(Object.entries(lists).map(([language, words]) => [language, new Set(words.split(' '))]))
}

export function isArticle(token: Token, language: string): boolean {
  return ARTICLES[language]?.has(token.key) ?? false
}

/** True for "a" against "an": the same article before the wrong sound. */
export function isSameArticle(left: Token, right: Token, language: string): boolean {
  return language === 'en' && ((left.key === 'a' && right.key === 'an') || (left.key === 'an' && right.key === 'a'))
}

/** True for a subject pronoun that the language leaves out at will. */
export function isDroppable(token: Token, language: string): boolean {
  return DROPPABLE[language]?.has(token.lower) ?? false
}
