// Proves that words line up in order and that each step is what it should be.

import { expect, test } from 'vitest'
import { align } from '../../src/grading/alignment.ts'
import { tokensOf } from '../../src/grading/tokens.ts'
import { wordsOf } from '../../src/grading/words.ts'

const steps = (language: string, answer: string, accepted: string, strict = false): string[] =>
  align(tokensOf(answer, language), tokensOf(accepted, language), { language, words: wordsOf(language), strict }).steps

test.each([
  ['en', 'I have 2 cats', 'I have two cats', ['number']], ['en', 'I wnat it', 'I want it', ['typo']], ['en', 'I work at office', 'I work at the office', ['article']],
  ['en', 'he is is here', 'he is here', ['doubled_word']], ['en', 'he is here', 'he is not here', ['missing_word']], ['fr', 'je sais pas', 'je ne sais pas', ['dropped_ne']],
  ['es', 'como pan', 'yo como pan', ['pronoun']], ['es', 'como estas', 'cómo estás', ['accent', 'accent']], ['en', 'the color', 'the colour', ['spelling_variant']],
])('%s: %s / %s', (language, answer, accepted, expected) => {
  expect(steps(language, answer, accepted)).toEqual(expected)
})

test('the same words in another order never line up', () => {
  expect(steps('en', 'the cat eats the mouse', 'the mouse eats the cat').length).toBeGreaterThan(0)
})

test('where the error is to be found, nothing may be missing or doubled', () => {
  expect(steps('en', 'She is teacher', 'She is a teacher', true)).toEqual(['missing_word'])
})

test('texts of very different length are not lined up', () => {
  expect(steps('en', 'a '.repeat(200), 'one two')).toEqual(['different'])
})

test('pairs of words that are remembered from one form to the next change no comparison', () => {
  const [plain, remembering] = [{ language: 'en', words: wordsOf('en'), strict: false }, { language: 'en', words: wordsOf('en'), strict: false, pairs: new Map() }]
  // The same two words by themselves, in a sentence, and after “we”.
  const pairs = [['a', 'an'], ['I have a apple', 'I have an apple'], ['leave', 'left'], ['they leave', 'they left'], ['we leave', 'we left'], ['wnet', 'went'], ['I wnet', 'I went'], ['want', 'went']] as const
  for (const list of [pairs, pairs.toReversed()]) {
    for (const [answer, accepted] of list) {
      const [typed, meant] = [tokensOf(answer, 'en'), tokensOf(accepted, 'en')]
      expect(align(typed, meant, remembering)).toEqual(align(typed, meant, plain))
    }
    expect(remembering.pairs.size).toBeGreaterThan(0)
    remembering.pairs.clear()
  }
})
