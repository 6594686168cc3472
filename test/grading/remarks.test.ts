// Proves what counts as a courtesy and as giving up.

import { expect, test } from 'vitest'
import { extraText, isDontKnow } from '../../src/grading/remarks.ts'

test('giving up, in the interface languages', () => {
  for (const text of ['idk', "I don't know", 'No sé.', 'não sei', 'Je ne sais pas', 'ni idea']) expect(isDontKnow(text)).toBe(true)
  for (const text of ["I don't know him", 'know', 'no']) expect(isDontKnow(text)).toBe(false)
})

test('one line of answer among courtesies', () => {
  expect(extraText('I work here\nthanks!')).toEqual({ answer: 'I work here' })
  expect(extraText('hola profe\nI work here\ngracias')).toEqual({ answer: 'I work here' })
  expect(extraText('went\ngo')).toBeNull()
  expect(extraText('thanks\nthanks')).toBeNull()
  expect(extraText('I work here')).toBeNull()
})
