// Proves that the diff leads from the answer to the accepted form.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDiff } from '../../src/grading/diff.ts'

test.each([
  ['She go to work', 'She goes to work.', [{ kind: 'same', text: 'She' }, { kind: 'changed', text: 'goes', was: 'go' }, { kind: 'same', text: 'to work.' }]],
  ['I work at office', 'I work at the office', [{ kind: 'same', text: 'I work at' }, { kind: 'missing', text: 'the' }, { kind: 'same', text: 'office' }]],
  ['the the dog', 'the dog', [{ kind: 'same', text: 'the' }, { kind: 'extra', text: 'the' }, { kind: 'same', text: 'dog' }]],
  ['como estas', '¿Cómo estás?', [{ kind: 'changed', text: '¿Cómo estás?', was: 'como estas' }]],
])('%s → %s', (answer, best, expected) => {
  expect(wordDiff(answer, best, 'en')).toEqual(expected)
})

test('what is not extra reads as the accepted form, what is not missing as the answer', () => {
  const text = fc.array(fc.constantFrom('the', 'dog', 'cat', 'eats', 'a'), { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
  fc.assert(fc.property(text, text, (answer, best) => {
    const parts = wordDiff(answer, best, 'en')
    expect(parts.filter((part) => part.kind !== 'extra').map((part) => part.text).join(' ')).toBe(best)
    expect(parts.filter((part) => part.kind !== 'missing').map((part) => part.was ?? part.text).join(' ')).toBe(answer)
  }))
})
