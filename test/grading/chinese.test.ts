// Proves the pairs of traditional and simplified characters.

import { expect, test } from 'vitest'
import { sameInOtherScript } from '../../src/grading/chinese.ts'

test.each([...'謝谢學学愛爱體体鹽盐開开'].flatMap((sign, at, all) => at % 2 === 0 ? [[sign, all[at + 1] ?? '']] : []))('%s is %s', (left, right) => {
  expect(sameInOtherScript(left, right)).toBe(true)
  expect(sameInOtherScript(right, left)).toBe(true)
})

test('other characters are not', () => {
  expect(sameInOtherScript('你', '我')).toBe(false)
  expect(sameInOtherScript('谢', '谢')).toBe(false)
})
