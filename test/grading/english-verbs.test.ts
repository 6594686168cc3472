// Proves which English forms are participles, and which are grammar rather than typing.

import { expect, test } from 'vitest'
import { isSameVerb, differInEnding, isOverRegular, isRegularForm, participle } from '../../src/grading/english-verbs.ts'

test('participles, adjectives and the rest', () => {
  for (const word of ['gone', 'eaten', 'lived', 'finished', 'written']) expect(participle(word)).toBe('yes')
  for (const word of ['tired', 'called', 'put', 'read', 'come']) expect(participle(word)).toBe('maybe')
  for (const word of ['like', 'need', 'red', 'happy', 'feed']) expect(participle(word)).toBe('no')
})

test('regular endings on irregular words are no typos', () => {
  for (const word of ['goed', 'eated', 'runned', 'childs', 'informations', 'sheeps', 'buyed', 'taked']) expect(isOverRegular(word)).toBe(true)
  for (const word of ['recieved', 'becouse', 'catchs', 'goed2']) expect(isOverRegular(word)).toBe(false)
})

test('regular forms and pairs of forms', () => {
  const listed = (word: string): boolean => ['customise', 'changing', 'allocate'].includes(word)
  for (const word of ['customiser', 'customised', 'changings', 'allocators']) expect(isRegularForm(word, listed)).toBe(true)
  for (const word of ['countys', 'alloted', 'biger']) expect(isRegularForm(word, listed)).toBe(false)
  expect(differInEnding('boolean', 'booleans')).toBe(true)
  expect(differInEnding('proces', 'process')).toBe(false)
  expect(differInEnding('acros', 'across')).toBe(false)
})

test('forms of one irregular verb are told from other words', () => {
  for (const [left, right] of [['go', 'went'], ['gone', 'goes'], ['is', 'are'], ['was', 'were'], ['has', 'had'], ['saw', 'seen'], ['lie', 'lay'], ['sees', 'saw']] as const) expect(isSameVerb(left, right), `${left} ${right}`).toBe(true)
  for (const [left, right] of [['saw', 'met'], ['felt', 'fell'], ['is', 'has'], ['work', 'worked'], ['zzz', 'zzz']] as const) expect(isSameVerb(left, right), `${left} ${right}`).toBe(false)
})
