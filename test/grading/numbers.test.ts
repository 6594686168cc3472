// Proves that numbers in words are read as their value.

import { expect, test } from 'vitest'
import { digitsAt, wordsAt } from '../../src/grading/numbers.ts'
import { tokensOf } from '../../src/grading/tokens.ts'

test.each([
  ['en', 'twenty-one', 21], ['en', 'a hundred', 100], ['en', 'two hundred and fifty', 250], ['en', 'three thousand four hundred and five', 3405], ['en', 'two million', 2_000_000],
  ['es', 'treinta y un', 31], ['es', 'veintidós', 22], ['es', 'ciento cinco', 105], ['es', 'dos mil veintiséis', 2026], ['es', 'mil', 1000],
  ['pt', 'vinte e três', 23], ['pt', 'dezessete', 17], ['pt', 'duzentos e dez', 210], ['fr', 'quatre-vingt-dix-neuf', 99], ['fr', 'soixante et onze', 71], ['fr', 'quatre-vingts', 80],
  ['fr', 'deux cent trois', 203], ['fr', 'mille neuf cent', 1900], ['de', 'fünf', 5], ['it', 'dodici', 12], ['ja', '二十三', 23], ['ja', '百', 100], ['zh', '两', 2],
])('%s: %s is %i', (language, text, value) => {
  const tokens = tokensOf(text, language)
  expect(wordsAt(tokens, 0, language)).toEqual({ value, ordinal: false, taken: tokens.length })
})

test('two numbers in a row stay two', () => {
  expect(wordsAt(tokensOf('two three', 'en'), 0, 'en')).toMatchObject({ value: 2, taken: 1 })
  expect(wordsAt(tokensOf('twenty thirty', 'en'), 0, 'en')).toMatchObject({ value: 20, taken: 1 })
})

test('an ordinal is not its cardinal', () => {
  expect(wordsAt(tokensOf('second', 'en'), 0, 'en')).toMatchObject({ value: 2, ordinal: true })
  expect(digitsAt(tokensOf('2nd', 'en'), 0, 'en')).toMatchObject({ value: 2, ordinal: true })
  expect(digitsAt(tokensOf('1º', 'es'), 0, 'es') ?? digitsAt(tokensOf('1o', 'es'), 0, 'es')).toMatchObject({ value: 1, ordinal: true })
  expect(digitsAt(tokensOf('2', 'en'), 0, 'en')).toMatchObject({ value: 2, ordinal: false })
})

test('an article is no number', () => {
  expect(wordsAt(tokensOf('a dog', 'en'), 0, 'en')).toBeNull()
  expect(wordsAt(tokensOf('dog', 'en'), 0, 'en')).toBeNull()
})
