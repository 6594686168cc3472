// Proves which small words may be missing.

import { expect, test } from 'vitest'
import { isArticle, isDroppable, isSameArticle } from '../../src/grading/articles.ts'
import { tokenOf } from '../../src/grading/tokens.ts'

test('articles by language', () => {
  for (const [language, word] of [['en', 'The'], ['es', 'los'], ['fr', 'du'], ['pt', 'uma'], ['de', 'dem']] as const) expect(isArticle(tokenOf(word, language), language)).toBe(true)
  expect(isArticle(tokenOf('los', 'en'), 'en')).toBe(false)
})

test('a and an are one article, a and the are not', () => {
  const [a, an, the] = ['a', 'an', 'the'].map((word) => tokenOf(word, 'en')) as [ReturnType<typeof tokenOf>, ReturnType<typeof tokenOf>, ReturnType<typeof tokenOf>]
  expect(isSameArticle(a, an, 'en')).toBe(true)
  expect(isSameArticle(a, the, 'en')).toBe(false)
})

test('only pronouns that the verb shows may be dropped', () => {
  expect(isDroppable(tokenOf('Yo', 'es'), 'es')).toBe(true)
  expect(isDroppable(tokenOf('ella', 'es'), 'es')).toBe(false)
  expect(isDroppable(tokenOf('I', 'en'), 'en')).toBe(false)
})
