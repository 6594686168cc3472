// Proves what denies in each language.

import { expect, test } from 'vitest'
import { isNegator, negations } from '../../src/grading/negation.ts'

test('words that deny are counted, look-alikes of another language are not', () => {
  expect(negations(['i', 'do', 'not', 'know', 'nothing'], 'en')).toBe(2)
  expect(isNegator("don't", 'en')).toBe(true)
  expect(isNegator('no', 'es')).toBe(true)
  expect(isNegator('no', 'pt')).toBe(false)
  expect(isNegator('ne', 'fr')).toBe(false)
  expect(isNegator('pas', 'fr')).toBe(true)
  expect(isNegator('not', 'xx')).toBe(false)
})
