// Proves that the number words are written the way they are looked up.

import { expect, test } from 'vitest'
import { bare } from '../../src/grading/folds.ts'
import { NUMBER_WORDS } from '../../src/grading/number-words.ts'

test('every word is lower case and without accents, and no word is two values', () => {
  for (const table of Object.values(NUMBER_WORDS)) {
    const words = [...Object.keys(table.values), ...Object.keys(table.multipliers), ...table.joints, ...Object.keys(table.ordinals)]
    for (const word of words) expect(bare(word.toLowerCase(), '')).toBe(word)
    for (const word of Object.keys(table.multipliers)) expect(Object.hasOwn(table.values, word)).toBe(false)
  }
})

test.each([['en', 'nineteen', 19], ['es', 'treinta', 30], ['es', 'quinientas', 500], ['pt', 'dezenove', 19], ['pt', 'novecentos', 900], ['fr', 'seize', 16], ['de', 'zwanzig', 20], ['it', 'venti', 20]])('%s: the row of %s ends at %i', (language, word, value) => {
  expect(NUMBER_WORDS[language]?.values[word]).toBe(value)
})
