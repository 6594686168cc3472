// Runs the grader on the shared fixtures: agreed grading cases and real misspellings.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ExerciseType, grade } from '../../src/grading/grade.ts'
import { isWord } from '../../src/grading/typos.ts'
import { tokenOf } from '../../src/grading/tokens.ts'
import { wordsOf } from '../../src/grading/words.ts'

const folder = join(import.meta.dirname, '../../../shared/fixtures/learning')
const present = existsSync(folder)
if (!present) console.log('Skipped: the shared fixtures (../shared/fixtures/learning) are not here.')

interface FixtureCase { id: string; kind: ExerciseType; lang: string; accepted: string[]; answer: string; verdict: string; why: string; options?: string[]; context?: string; ui_lang?: string }

function read(name: string): string {
  return present ? readFileSync(join(folder, name), 'utf8') : ''
}

describe.skipIf(!present)('shared fixtures', () => {
  const cases = present ? (JSON.parse(read('grading-cases.json')) as { cases: FixtureCase[] }).cases : []
  const typos = read('typos-1000.csv').trim().split('\n').slice(1).map((line) => line.trim().split(',') as [string, string])

  test.each(cases.map((one) => [one.id, one.answer.slice(0, 40), one.verdict, one.why, one] as const))('%s: %s is %s (%s)', (_id, _answer, verdict, _why, one) => {
    expect(grade({
      type: one.kind, language: one.lang, accepted: one.accepted, answer: one.answer,
      ...(one.options && { options: one.options }), ...(one.context && { context: one.context }), ...(one.ui_lang && { uiLanguage: one.ui_lang }),
    }).verdict).toBe(verdict)
  })

  test.each(['en', 'es', 'pt', 'fr'])('at least 94 % of real misspellings are almost right, by who chats in %s', (uiLanguage) => {
    const forgiven = typos.filter(([typed, meant]) => ['almost', 'correct'].includes(grade({ type: 'fill_blank', language: 'en', accepted: [meant], answer: typed, uiLanguage }).verdict))
    console.log(`typo recall, ${uiLanguage}: ${((forgiven.length / typos.length) * 100).toFixed(1)} % of ${typos.length}`)
    expect(forgiven.length / typos.length).toBeGreaterThanOrEqual(0.94)
  })

  test('no real word passes for a misspelling of another', () => {
    const words = wordsOf('en')
    if (!words) throw new Error('no English dictionary')
    const accepted = [...new Set(typos.map(([, meant]) => meant))].filter((_, at) => at % 6 === 0)
    const passed: string[] = []
    let compared = 0
    for (const meant of accepted) {
      for (const other of oneEditAway(meant).filter((word) => word !== meant && isWord(tokenOf(word, 'en'), 'en', words))) {
        compared++
        const found = grade({ type: 'fill_blank', language: 'en', accepted: [meant], answer: other })
        if (found.verdict !== 'wrong' && found.note !== 'spelling_variant' && found.verdict !== 'command') passed.push(`${other} for ${meant}`)
      }
    }
    expect(compared).toBeGreaterThan(100)
    expect(passed).toEqual([])
  }, 60_000)

  test('no correction passes for any other correction', () => {
    const list = [...new Set(typos.map(([, meant]) => meant))]
    const passed: string[] = []
    for (const [at, meant] of list.entries()) {
      // Words that are near in the list are near in spelling: it is sorted.
      for (const other of list.slice(Math.max(0, at - 6), at + 6)) {
        const found = other === meant ? null : grade({ type: 'fill_blank', language: 'en', accepted: [meant], answer: other })
        if (found && found.verdict !== 'wrong' && found.note !== 'spelling_variant') passed.push(`${other} for ${meant}`)
      }
    }
    expect(passed).toEqual([])
  }, 60_000)
})

function oneEditAway(word: string): string[] {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const out = new Set<string>()
  for (let at = 0; at <= word.length; at++) {
    out.add(word.slice(0, at) + word.slice(at + 1))
    if (at + 1 < word.length) out.add(word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2))
    for (const letter of letters) {
      out.add(word.slice(0, at) + letter + word.slice(at))
      out.add(word.slice(0, at) + letter + word.slice(at + 1))
    }
  }
  return [...out]
}
