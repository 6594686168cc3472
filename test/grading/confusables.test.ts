// Proves which words an apostrophe makes.

import { expect, test } from 'vitest'
import { isConfusable } from '../../src/grading/confusables.ts'
import { wordsOf } from '../../src/grading/words.ts'

test('its and were are words of their own, cant and doesnt are not', () => {
  for (const word of ['its', 'were', 'well']) expect(isConfusable(word, 'en', wordsOf('en'))).toBe(true)
  for (const word of ['cant', 'doesnt', 'im', 'lets']) expect(isConfusable(word, 'en', wordsOf('en'))).toBe(false)
  expect(isConfusable('la', 'fr', wordsOf('fr'))).toBe(true)
  expect(isConfusable('lété', 'fr', wordsOf('fr'))).toBe(false)
})
