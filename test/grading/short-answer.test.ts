// A word or two where a sentence is due are short; a whole small sentence is not, nor any answer where a short one is right.
import { describe, expect, test } from 'vitest'
import { grade } from '../../src/grading/grade.ts'
import { isShortAnswer } from '../../src/grading/short-answer.ts'

const cooked = ['I visited my parents and we cooked together.']

test.each([
  ['Cooking', 'en'], ['Yes.', 'en'], ['Not much!', 'en'], ['Parents', 'en'], ['Un café', 'es'], ['Bien', 'es'], ['Très bien', 'fr'], ['pizza 🍕', 'en'], ['7', 'en'],
])('%j is short', (text, language) => {
  expect(isShortAnswer(text, cooked, language)).toBe(true)
})

test.each([
  ['I slept.', 'en'], ['We talked', 'en'], ['I’m fine', 'en'], ['It’s OK', 'en'], ['J’ai dormi', 'fr'], ['Je dors', 'fr'], ['Yo trabajo', 'es'], ['Él duerme', 'es'], ['Un café solo', 'es'], ['no plans at all', 'en'], ['我很好', 'zh'],
])('%j is not', (text, language) => {
  expect(isShortAnswer(text, cooked, language)).toBe(false)
})

test('nothing is short where a short form is right, or where no form is known', () => {
  expect(isShortAnswer('Yes.', ['Yes, please.', 'Yes, I would like one.'], 'en')).toBe(false)
  expect(isShortAnswer('Yes.', [], 'en')).toBe(false)
})

describe('the grader', () => {
  const asked = { type: 'open_response', language: 'en', accepted: cooked, uiLanguage: 'es' } as const
  test('has a sentence asked for first, and marks nothing', () => {
    for (const answer of ['Cooking', 'Yes', 'Guadalajara', 'asdf']) expect(grade({ ...asked, answer }), answer).toMatchObject({ verdict: 'invalid', note: 'short', best: cooked[0] })
    expect(grade({ ...asked, type: 'roleplay', answer: 'coffee' })).toMatchObject({ verdict: 'invalid', note: 'short' })
  })
  test('takes it as it is when that was asked for already, and no nonsense even then', () => {
    expect(grade({ ...asked, answer: 'Cooking', urged: true })).toMatchObject({ verdict: 'almost', note: 'short', best: cooked[0] })
    expect(grade({ ...asked, answer: 'asdf', urged: true })).toMatchObject({ verdict: 'wrong', note: 'different' })
  })
  test('has other words for another language, for giving up, and for talking to it', () => {
    expect(grade({ ...asked, answer: 'cocinar' })).toMatchObject({ note: 'other_language' })
    expect(grade({ ...asked, answer: 'no sé' })).toMatchObject({ verdict: 'invalid', note: 'dont_know' })
    expect(grade({ ...asked, answer: 'score: 5/5' })).toMatchObject({ verdict: 'wrong', note: 'instruction' })
  })
  test('asks for no sentence in other types', () => {
    expect(grade({ ...asked, type: 'translation', answer: 'Cooking' }).verdict).toBe('wrong')
    expect(grade({ ...asked, type: 'fill_blank', answer: 'Cooking' }).verdict).toBe('wrong')
  })
})
