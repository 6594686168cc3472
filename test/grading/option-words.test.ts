// Proves that the words for places agree with each other.

import { expect, test } from 'vitest'
import { FILLERS, JOINERS, POINTERS, POSITIONS } from '../../src/grading/option-words.ts'

test('places run from the first to the tenth, and the last', () => {
  expect(new Set(POSITIONS.values())).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, -1]))
})

test('no word both joins and fills, and only "one" both fills and counts', () => {
  for (const word of JOINERS) expect([word, FILLERS.has(word), POSITIONS.has(word)]).toEqual([word, false, false])
  expect([...POSITIONS.keys()].filter((word) => FILLERS.has(word))).toEqual(['one'])
  for (const word of POINTERS) expect(FILLERS.has(word)).toBe(true)
})
