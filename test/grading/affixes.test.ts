// Proves the reading of affix files on a small one.

import { expect, test } from 'vitest'
import { isKnown, parseAffixes, splitFlags } from '../../src/grading/affixes.ts'

const AFFIXES = `SET UTF-8
NEEDAFFIX n
FORBIDDENWORD f
PFX U Y 1
PFX U 0 un .
PFX X N 1
PFX X 0 ex .
SFX S Y 2
SFX S y ies [^aeiou]y
SFX S 0 s [^y]
SFX D Y 1
SFX D 0 able/L .
SFX L Y 1
SFX L le ly le
`
const table = parseAffixes(AFFIXES)
const stems = new Map([['city', 'S'], ['lock', 'USD'], ['port', 'XS'], ['bound', 'nS'], ['ban', 'f']])

test.each([
  ['cities', true], ['citys', false], ['locks', true], ['unlock', true], ['unlocks', true], ['lockable', true], ['lockably', true], ['unlockable', true],
  ['export', true], ['exports', false], ['bound', false], ['bounds', true], ['ban', false], ['uncity', false], ['', false], ['s', false],
])('%s: %s', (word, known) => {
  expect(isKnown(word, stems, table)).toBe(known)
})

test('flags of two characters', () => {
  expect(splitFlags("L'D'Q'", 2)).toEqual(["L'", "D'", "Q'"])
  expect(parseAffixes('FLAG long\nSFX aa Y 1\nSFX aa 0 s .').flagWidth).toBe(2)
})
