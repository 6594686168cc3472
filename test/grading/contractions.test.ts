// Proves that short forms are written out as what they mean where they stand.

import { expect, test } from 'vitest'
import { expansions } from '../../src/grading/contractions.ts'
import { tokensOf } from '../../src/grading/tokens.ts'

const full = (text: string, after = ''): string[] => expansions(tokensOf(text, 'en'), 'en', tokensOf(after, 'en')).map(({ tokens }) => tokens.map((token) => token.key).join(' '))

test.each([
  ["he's gone", ['he has gone']], ["he's going", ['he is going']], ["she's tired", ['she is tired']], ["she's broken it", ['she has broken it']],
  ["she's broken", ['she is broken']], ["it's been", ['it has been']], ["I'd like", ['i would like']], ["I'd eaten", ['i had eaten']], ["I'd better go", ['i had better go']],
  ["I'd put it", ['i would put it', 'i had put it']], ["he'd never seen", ['he had never seen']], ["my brother's car", ["my brother's car"]], ["my brother's a cook", ['my brother is a cook']],
  ["don't", ['do not']], ['cannot', ['can not']], ["won't", ['will not']], ["let's go", ['let us go']], ['dont', ['do not']], ['im here', ['i am here']], ["yes he's", ["yes he's"]],
])('%s', (text, expected) => {
  expect(full(text)).toEqual(expected)
})

test('the words after a gap decide what it stands for', () => {
  expect(full("it's", 'cold today')).toEqual(['it is'])
  expect(full("she's", 'gone')).toEqual(['she has'])
})

test('readings stay few however many short forms there are', () => {
  expect(full("I'd put ".repeat(40)).length).toBeLessThanOrEqual(12)
})

test('other languages have one reading', () => {
  expect(expansions(tokensOf("j'ai", 'fr'), 'fr')).toHaveLength(1)
})

test("a noun's 's is a verb in an answer where it may be one, and stays a possessive in a form that is right", () => {
  const read = (text: string, isAnswer: boolean) => expansions(tokensOf(text, 'en'), 'en', [], isAnswer).map(({ tokens }) => tokens.map((token) => token.key).join(' '))
  expect(read("my sister's tired", true)).toEqual(["my sister's tired", 'my sister is tired'])
  expect(read("my sister's gone", true)).toEqual(["my sister's gone", 'my sister has gone'])
  expect(read("my sister's tired", false)).toEqual(["my sister's tired"])
  expect(read("it's my sister's", true)).toEqual(["it is my sister's"])
})
