// Proves where words begin and end.

import { expect, test } from 'vitest'
import { keyOf, tokensOf } from '../../src/grading/tokens.ts'

const cut = (text: string, language: string): string[] => tokensOf(text, language).map((token) => token.typed)

test('punctuation separates, marks between digits stay', () => {
  expect(cut('Hello , how are you ?', 'en')).toEqual(['Hello', 'how', 'are', 'you'])
  expect(cut('At 10:30, 3.5 or 1,000.', 'en')).toEqual(['At', '10:30', '3.5', 'or', '1000'])
  expect(cut('20%', 'en')).toEqual(['20', '%'])
})

test('an apostrophe stays inside an English word and ends a French one', () => {
  expect(cut("don't 's lived dogs'", 'en')).toEqual(["don't", "'s", 'lived', 'dogs'])
  expect(cut("l'été d'Anna", 'fr')).toEqual(['l', 'été', 'd', 'Anna'])
})

test('scripts without spaces go character by character, digits whole', () => {
  expect(cut('12時です', 'ja')).toEqual(['12', '時', 'で', 'す'])
  expect(keyOf(tokensOf('Straße', 'de'))).toBe('strasse')
})
