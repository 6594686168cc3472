// Proves that a forgotten accent is a slip only where it makes no other word.

import { expect, test } from 'vitest'
import { accentSlip, isUnaccentedWord } from '../../src/grading/accents.ts'
import { tokenOf } from '../../src/grading/tokens.ts'
import { wordsOf } from '../../src/grading/words.ts'

const slip = (language: string, typed: string, meant: string, alone: boolean): string => accentSlip(tokenOf(typed, language), tokenOf(meant, language), language, alone, wordsOf(language))

test.each([
  ['es', 'arbol', 'árbol', true, 'slip'], ['es', 'el', 'él', true, 'word'], ['es', 'esta', 'está', true, 'word'], ['es', 'si', 'sí', true, 'word'], ['es', 'esta', 'está', false, 'slip'],
  ['es', 'hablo', 'habló', false, 'word'], ['es', 'está', 'esta', false, 'word'], ['fr', 'ou', 'où', true, 'word'], ['fr', 'ou', 'où', false, 'slip'], ['fr', 'mange', 'mangé', false, 'word'],
  ['pt', 'pode', 'pôde', false, 'word'], ['pt', 'avô', 'avó', true, 'word'], ['pt', 'nao', 'não', true, 'slip'], ['de', 'mochte', 'möchte', false, 'word'], ['de', 'kase', 'käse', false, 'slip'],
  ['it', 'perche', 'perché', true, 'slip'], ['it', 'e', 'è', true, 'word'], ['vi', 'la', 'là', false, 'word'],
])('%s: %s for %s (alone: %s) is a %s', (language, typed, meant, alone, expected) => {
  expect(slip(language, typed, meant, alone)).toBe(expected)
})

test('a word without its accent is still that word', () => {
  const words = wordsOf('es')
  if (!words) throw new Error('no Spanish dictionary')
  expect(isUnaccentedWord('camion', 'es', words)).toBe(true)
  expect(isUnaccentedWord('trbajo', 'es', words)).toBe(false)
})
