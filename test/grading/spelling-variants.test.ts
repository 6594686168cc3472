// Proves that the two English spellings meet, and that look-alikes do not.

import { expect, test } from 'vitest'
import { american, isEnglish } from '../../src/grading/spelling-variants.ts'
import { wordsOf } from '../../src/grading/words.ts'

const words = wordsOf('en')
if (!words) throw new Error('no English dictionary')

test.each([
  ['colour', 'color'], ['favourites', 'favorites'], ['organised', 'organized'], ['analysing', 'analyzing'], ['travelling', 'traveling'], ['centre', 'center'], ['theatres', 'theaters'],
  ['catalogue', 'catalog'], ['defence', 'defense'], ['archaeology', 'archaeology'], ['grey', 'gray'], ['programmes', 'programs'], ['cheques', 'checks'], ['practised', 'practiced'],
])('%s is %s', (british, expected) => {
  expect(american(british, words)).toBe(expected)
})

test('words that only look British stay as they are', () => {
  for (const word of ['four', 'hour', 'wise', 'promise', 'exercise', 'silence', 'shoes', 'called', 'small', 'dialogue', 'storey', 'draught']) expect(american(word, words)).toBe(word)
})

test('British words are words', () => {
  for (const word of ['colour', 'storeys', 'tyre', 'pyjamas', 'maths', 'jewellery', 'neighbourhood', 'apologise', 'aeroplane']) expect(isEnglish(word, words)).toBe(true)
  for (const word of ['aer', 'teh', 'colur', 'recieve']) expect(isEnglish(word, words)).toBe(false)
})
