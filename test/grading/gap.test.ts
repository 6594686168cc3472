// Proves that a gap's words are found inside the sentence, and only where the rest is the sentence.

import { expect, test } from 'vitest'
import { afterGap, fillGap, gapWords, hasGap, opensWithGap } from '../../src/grading/gap.ts'
import { tokensOf } from '../../src/grading/tokens.ts'

const inGap = (answer: string, context: string): string[] => gapWords(tokensOf(answer, 'en'), context, 'en').map((words) => words.map((word) => word.typed).join(' '))

test('whole sentence, and neighbours on either side', () => {
  expect(inGap('Yesterday I went home', 'Yesterday I ___ home.')).toContain('went')
  expect(inGap('i went', 'Yesterday I ___ home.')).toEqual(['went'])
  expect(inGap('went home', 'Yesterday I ___ home.')).toEqual(['went'])
})

test('other neighbours are no neighbours', () => {
  expect(inGap('we went', 'Yesterday I ___ home.')).toEqual([])
  expect(inGap('went', 'Yesterday I ___ home.')).toEqual([])
  expect(inGap('is is', 'A ___ b ___')).toEqual([])
})

test('the sentence with a text in its gap', () => {
  expect(fillGap('___ libro', '$&El')).toBe('$&El libro')
  expect(hasGap('no gap _ here')).toBe(false)
  expect(opensWithGap('¿___ vives?')).toBe(true)
  expect(opensWithGap('I ___.')).toBe(false)
  expect(afterGap('I ___ here now', 'en').map((token) => token.key)).toEqual(['here', 'now'])
})
