// Proves that a typo is a slip and never another word.

import { expect, test } from 'vitest'
import { tokenOf } from '../../src/grading/tokens.ts'
import { tolerance, typoSlip } from '../../src/grading/typos.ts'
import { wordsOf } from '../../src/grading/words.ts'

const slip = (language: string, typed: string, meant: string, uiLanguage?: string): string | null => typoSlip(tokenOf(typed, language), tokenOf(meant, language), language, wordsOf(language), uiLanguage)

test('tolerance grows with length', () => {
  expect([1, 3, 4, 7, 8, 20].map(tolerance)).toEqual([0, 0, 1, 1, 2, 2])
})

test.each([
  ['en', 'wnet', 'went', 'slip'], ['en', 'aer', 'are', 'slip'], ['en', 'beech', 'beach', 'word'], ['en', 'goed', 'goes', 'word'], ['en', 'iz', 'is', null], ['en', 'ctaa', 'cat', null],
  ['en', 'favour', 'flavor', 'word'], ['en', 'colur', 'colour', 'slip'], ['en', 'boolean', 'booleans', 'word'], ['en', '2o', '20', null], ['en', 'house', 'mouses', null],
  ['es', 'trbajo', 'trabajo', 'slip'], ['es', 'camion', 'camino', 'word'], ['es', 'problemo', 'problema', 'ending'], ['es', 'arbbol', 'árbol', 'slip'],
  ['fr', 'poison', 'poisson', 'word'], ['pt', 'cahorro', 'cachorro', 'slip'], ['de', 'sprehcen', 'sprechen', 'slip'], ['de', 'haus', 'maus', null], ['it', 'capello', 'cappello', null],
])('%s: %s for %s is %s', (language, typed, meant, expected) => {
  expect(slip(language, typed, meant)).toBe(expected)
})

test('a word of the learner\'s own language is no slip', () => {
  expect(slip('en', 'problema', 'problem')).toBe('slip')
  expect(slip('en', 'problema', 'problem', 'es')).toBe('word')
  expect(slip('en', 'animales', 'animals', 'es')).toBe('word')
})

test('a slip that hits a form of a rare verb, or a name, of the learner\'s own language is a slip all the same', () => {
  expect(slip('en', 'sallad', 'salad', 'es')).toBe('slip')
  expect(slip('en', 'arica', 'africa', 'es')).toBe('slip')
  expect(slip('en', 'consideras', 'considers', 'pt')).toBe('slip')
})
