// Proves the grader's promises: the agreed cases, the same verdict in every way of typing, and no other word taken for a typo.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answered, type ExerciseType, grade } from '../../src/grading/grade.ts'
import { NOTES } from '../../src/grading/notes.ts'
import { CASES } from './cases.ts'
import { CHOICES, OPTION_CASES } from './option-cases.ts'
import { ALL_SENTENCES } from './sentences.ts'

describe('the agreed cases', () => {
  test.each(CASES.map((one) => [`${one.type} ${one.language}: ${one.accepted[0] ?? ''} ← ${one.answer.slice(0, 50)}`, one] as const))('%s', (_, one) => {
    const found = grade(one)
    expect(found.verdict).toBe(one.verdict)
    if (one.note) expect(found.note).toBe(one.note)
  })

  test.each(OPTION_CASES.map(([choice, answer, verdict]) => [choice, answer.slice(0, 50), verdict, answer] as const))('choice %s ← %s is %s', (choice, _, verdict, answer) => {
    expect(grade({ type: 'multiple_choice', ...CHOICES[choice], answer }).verdict).toBe(verdict)
  })
})

const TYPES: readonly ExerciseType[] = ['translation', 'fill_blank', 'error_identification', 'open_response', 'roleplay']

/** Ways of typing the same answer that must never cost anything. */
const WAYS: readonly [string, (text: string) => string][] = [
  ['as it is', (text) => text], ['NFC', (text) => text.normalize('NFC')], ['NFD', (text) => text.normalize('NFD')], ['NFKD', (text) => text.normalize('NFKD')],
  ['upper case', (text) => text.toUpperCase()], ['upper case, NFD', (text) => text.toUpperCase().normalize('NFD')],
  ['without punctuation', (text) => text.replaceAll(/\p{P}/gu, '')], ['with spaces for punctuation', (text) => text.replaceAll(/\p{P}/gu, ' ')],
  ['upper case without punctuation', (text) => text.toUpperCase().replaceAll(/\p{P}/gu, '')],
  ['typographic apostrophes', (text) => text.replaceAll("'", '’')], ['bold', (text) => `*${text}*`], ['quoted', (text) => `“${text}”`],
  ['with an emoji', (text) => `${text} 🙂`], ['with invisible marks', (text) => `\u200f${[...text].join('\u200b')}\ufeff`], ['with stray space', (text) => ` \u00a0${text.replaceAll(' ', '  ')}\n`],
]

describe('every accepted answer is correct', () => {
  test.each(WAYS)('%s', (_, way) => {
    const failed = ALL_SENTENCES.flatMap(([language, sentence]) => TYPES
      .map((type) => ({ type, language, accepted: [sentence], answer: way(sentence) }))
      .filter((input) => grade(input).verdict !== 'correct'))
    expect(failed).toEqual([])
  }, 60_000)

  test('in any combination of the ways, and beside other accepted forms', () => {
    fc.assert(fc.property(fc.constantFrom(...ALL_SENTENCES), fc.constantFrom(...TYPES), fc.array(fc.constantFrom(...WAYS.slice(0, 10)), { maxLength: 3 }), fc.array(fc.constantFrom(...ALL_SENTENCES), { maxLength: 3 }), ([language, sentence], type, ways, others) => {
      // NFKD and capitals together take Hangul and Turkish apart for good in no keyboard's way.
      const answer = ways.reduce((text, [, way]) => way(text), sentence)
      const accepted = [...others.filter(([other]) => other === language).map(([, text]) => text), sentence]
      expect(grade({ type, language, accepted, answer }).verdict).toBe('correct')
    }), { numRuns: 600, seed: 7 })
  }, 60_000)
})

describe('any text at all', () => {
  const anyInput = fc.record({
    type: fc.constantFrom<ExerciseType>('multiple_choice', ...TYPES), language: fc.constantFrom('en', 'es', 'fr', 'pt', 'de', 'ja', 'xx', '__proto__', 'constructor'),
    accepted: fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...ALL_SENTENCES.map(([, text]) => text))), { maxLength: 4 }),
    answer: fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ unit: 'grapheme', maxLength: 80 }), fc.constantFrom(...ALL_SENTENCES.map(([, text]) => text), '\ud800', 'constructor', '__proto__', "'", '1'.repeat(4096))),
    options: fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 5 }), context: fc.constantFrom('', '___', 'A ___ b ___', 'I ___ home.', '$& ___ $1'),
    uiLanguage: fc.constantFrom('en', 'es', 'zz', '__proto__'),
  })

  test('gets a verdict, a known note that goes with it, and the same again', () => {
    fc.assert(fc.property(anyInput, (input: Answered) => {
      const found = grade(input)
      if (found.note) expect(NOTES[found.note].verdicts).toContain(found.verdict)
      if (found.verdict === 'wrong' && !found.note) expect(input.accepted.every((form) => form.trim() === '')).toBe(true)
      expect(grade(input)).toEqual(found)
    }), { numRuns: 800, seed: 11 })
  }, 60_000)

  test('is never correct for an accepted form it has no letter of', () => {
    fc.assert(fc.property(fc.constantFrom(...ALL_SENTENCES), ([language, sentence]) => {
      expect(['wrong', 'invalid']).toContain(grade({ type: 'translation', language, accepted: [sentence], answer: 'ⵣⵣⵣ' }).verdict)
    }))
  })

  test('an answer that says the opposite is wrong in every way of typing it', () => {
    const pairs = [['en', 'I do not know', 'I know'], ['es', 'No tengo hambre', 'Tengo hambre'], ['pt', 'Não tenho fome', 'Tenho fome'], ['fr', "Je n'ai pas faim", "J'ai faim"]] as const
    for (const [language, left, right] of pairs) {
      for (const [, way] of WAYS) {
        expect(grade({ type: 'translation', language, accepted: [left], answer: way(right) }).verdict).toBe('wrong')
        expect(grade({ type: 'translation', language, accepted: [right], answer: way(left) }).verdict).toBe('wrong')
      }
    }
  })
})

describe('what comes with the verdict', () => {
  test('the nearest of several forms, and the words that differ from it', () => {
    const found = grade({ type: 'translation', language: 'en', accepted: ['Could you help me?', 'Can you give me a hand?'], answer: 'can you give me a hnad' })
    expect(found).toMatchObject({ verdict: 'almost', note: 'typo', best: 'Can you give me a hand?' })
    expect(found.diff).toEqual([{ kind: 'same', text: 'Can you give me a' }, { kind: 'changed', text: 'hand?', was: 'hnad' }])
  })

  test('no hint when one form matches as it stands, whatever the order of the forms', () => {
    for (const accepted of [['I am tired', "I'm tired"], ["I'm tired", 'I am tired']]) {
      expect(grade({ type: 'translation', language: 'en', accepted, answer: "I'm tired" })).toEqual({ verdict: 'correct', best: "I'm tired" })
    }
  })

  test('the right option and not the number that was typed', () => {
    expect(grade({ type: 'multiple_choice', ...CHOICES.verb, answer: '2' })).toMatchObject({ verdict: 'wrong', note: 'other_option', best: 'goes' })
  })
})
