// Proves where “that” is free to stay or go.

import { expect, test } from 'vitest'
import { isOptionalThat } from '../../src/grading/optional-that.ts'
import { tokensOf } from '../../src/grading/tokens.ts'

test.each([
  ['I think that it is late', true], ['They told me that the room was free', true], ['I told my boss that I was ill', true], ["I'm afraid that we are full", true],
  ['I think that book is good', false], ['I know that', false], ['I want that you come', false], ['They told that the room was free', false], ['the book that I read', false], ['I said that to him', false], ['so that we can go', false],
])('%s: %s', (text, free) => {
  const tokens = tokensOf(text, 'en')
  expect(isOptionalThat(tokens, tokens.findIndex((token) => token.key === 'that'), 'en')).toBe(free)
  expect(tokens.filter((_, at) => isOptionalThat(tokens, at, 'en'))).toHaveLength(free ? 1 : 0)
})
