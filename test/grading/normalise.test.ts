// Proves that normalising takes off what phones add and nothing else.

import { expect, test } from 'vitest'
import { hasEmoji, hasSubstance, LONGEST, normalise } from '../../src/grading/normalise.ts'

test('invisible characters, wide letters and WhatsApp marks go; letters stay', () => {
  expect(normalise('\u200f*Ｇｏｏｄ*\u200b _morning_\ufeff')).toBe('Good morning')
  expect(normalise('café')).toBe(normalise('cafe\u0301'))
})

test('outer quotes go in pairs only', () => {
  expect(normalise('“«Good»”')).toBe('Good')
  expect(normalise("'s lived")).toBe("'s lived")
  expect(normalise("'tis the dogs'")).toBe('tis the dogs')
})

test('lines stay apart, empty ones go', () => {
  expect(normalise(' a \r\n\n  b\u2028c ')).toBe('a\nb\nc')
})

test('emoji go, emoji that are letters and digits are spelt', () => {
  expect(normalise('👍🏽 ok 🇪🇸 👨‍👩‍👧')).toBe('ok')
  expect(normalise('🅰️')).toBe('A')
  expect(normalise('3️⃣')).toBe('3')
  expect(normalise('❷')).toBe('2')
  expect(hasEmoji('👍')).toBe(true)
  expect(hasEmoji('1 #')).toBe(false)
})

test('the cut is in code points and does not split one', () => {
  expect([...normalise('𝕏ø'.repeat(4096))].length).toBe(LONGEST)
  expect(normalise('𠮷'.repeat(600)).isWellFormed()).toBe(true)
})

test('marks alone are nothing to grade', () => {
  for (const text of ['...', '?!', '—', '', '___']) expect(hasSubstance(normalise(text))).toBe(false)
  expect(hasSubstance('7')).toBe(true)
})
