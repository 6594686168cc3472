// Proves that every note key is reached by a case, so that no copy is written for nothing.

import { expect, test } from 'vitest'
import { grade } from '../../src/grading/grade.ts'
import { NOTES, type Note } from '../../src/grading/notes.ts'
import { CASES } from './cases.ts'
import { CHOICES, OPTION_CASES } from './option-cases.ts'

test('each note comes out of some case, with a verdict it is listed for', () => {
  const grades = [...CASES.map((one) => grade(one)), ...OPTION_CASES.map(([choice, answer]) => grade({ type: 'multiple_choice', ...CHOICES[choice], answer }))]
  const seen = new Set<Note>()
  for (const { note, verdict } of grades) {
    if (!note) continue
    seen.add(note)
    expect(NOTES[note].verdicts).toContain(verdict)
  }
  expect((Object.keys(NOTES) as Note[]).filter((note) => !seen.has(note))).toEqual([])
})
