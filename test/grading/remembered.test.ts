// What is remembered is what would have been made, and the memory has an end.
import { expect, test } from 'vitest'
import { remembered } from '../../src/grading/remembered.ts'

test('the same text is worked out once, another one anew', () => {
  const asked: string[] = []
  const upper = remembered((text) => { asked.push(text); return text.toUpperCase() })
  expect([upper('a'), upper('b'), upper('a')]).toEqual(['A', 'B', 'A'])
  expect(asked).toEqual(['a', 'b'])
})

test('long texts are not kept', () => {
  let made = 0
  const length = remembered((text) => { made += 1; return text.length })
  const long = 'x'.repeat(201)
  expect([length(long), length(long)]).toEqual([201, 201])
  expect(made).toBe(2)
})

test('the memory is emptied when it is full', () => {
  let made = 0
  const same = remembered((text) => { made += 1; return text })
  for (let i = 0; i <= 20_000; i++) same(`t${i}`)
  same('t0')
  expect(made).toBe(20_002)
})
