// Proves the distance: the properties of optimal string alignment, and what tells it from plain Levenshtein.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from '../../src/grading/edit-distance.ts'

test.each([['', '', 0], ['went', 'wnet', 1], ['the', 'teh', 1], ['ca', 'abc', 3], ['kitten', 'sitting', 3], ['accomodation', 'accommodation', 1], ['naïve', 'naive', 1], ['𝕏y', 'y𝕏', 1]])('%s – %s: %i', (left, right, distance) => {
  expect(editDistance(left, right)).toBe(distance)
})

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '𝕏'), maxLength: 7 })

test('symmetric, zero for equals only, no more than the longer word', () => {
  fc.assert(fc.property(word, word, (left, right) => {
    const distance = editDistance(left, right)
    expect(distance).toBe(editDistance(right, left))
    expect(distance === 0).toBe(left === right)
    expect(distance).toBeLessThanOrEqual(Math.max([...left].length, [...right].length))
  }))
})

test('a limit changes the time, never the answer within it', () => {
  fc.assert(fc.property(word, word, fc.nat(4), (left, right, limit) => {
    expect(editDistance(left, right, limit)).toBe(Math.min(editDistance(left, right), limit + 1))
  }))
})
