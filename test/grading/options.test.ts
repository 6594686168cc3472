// Proves that an option is found however it is named, and that a guess is never made between two.

import { expect, test } from 'vitest'
import { chooseOption, toOptions } from '../../src/grading/options.ts'

const verbs = toOptions(['goes', 'go', 'going'])

test('plain texts are numbered from 1, objects keep their ids', () => {
  expect(verbs.map((option) => option.id)).toEqual(['1', '2', '3'])
  expect(toOptions([{ id: 'x', text: 'y' }])).toEqual([{ id: 'x', text: 'y' }])
})

test('id, number, letter, ordinal, text and whole sentence name the same option', () => {
  for (const answer of ['2', 'B', 'second', 'la segunda', 'o segundo', 'le deuxième', 'go', '2️⃣', 'I go home']) {
    expect([answer, chooseOption(answer, verbs, 'en', 'I ___ home').option?.text]).toEqual([answer, 'go'])
  }
})

test('two options, none, and one that does not exist are told apart', () => {
  expect(chooseOption('1 or 2', verbs, 'en')).toEqual({ option: null, why: 'two_options' })
  expect(chooseOption('goes go', verbs, 'en')).toEqual({ option: null, why: 'two_options' })
  expect(chooseOption('7', verbs, 'en')).toEqual({ option: null, why: 'out_of_range' })
  expect(chooseOption('maybe', verbs, 'en')).toEqual({ option: null, why: 'no_option' })
})

test('a slip is read only when one option is nearest and the word is no other word', () => {
  expect(chooseOption('gose', verbs, 'en')).toMatchObject({ option: { text: 'goes' }, slip: 'typo' })
  expect(chooseOption('gos', verbs, 'en').option).toBeNull()
  expect(chooseOption('gone', verbs, 'en').option).toBeNull()
})

test('a number that is the text of one option and the place of another is asked again', () => {
  expect(chooseOption('2', toOptions(['2', '3', '4']), 'en')).toEqual({ option: null, why: 'two_options' })
  expect(chooseOption('4', toOptions(['2', '3', '4']), 'en').option?.text).toBe('4')
})
