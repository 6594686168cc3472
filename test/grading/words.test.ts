// Proves that inflected forms count as words, in each language with a dictionary.

import { expect, test } from 'vitest'
import { hasWords, readWordsAhead, wordsOf } from '../../src/grading/words.ts'

test.each([
  ['en', 'goes went gone sleeping bigger children unhappy don\'t april', 'goed childs teh chiken wnet'],
  ['es', 'habló hablo hables hablaríamos años anos niñas comiendo dijeron fuimos dámelo', 'arbol rroja trbajo mochte'],
  ['fr', 'mange mangé mangerons mangeaient été où chevaux allons belle', 'ete manje masion'],
  ['pt', 'avó avô pode pôde falamos falaram comendo você casas fizeram', 'nao voce cahorro'],
])('%s', (language, known, unknown) => {
  const words = wordsOf(language)
  for (const word of known.split(' ')) expect([word, words?.has(word)]).toEqual([word, true])
  for (const word of unknown.split(' ')) expect([word, words?.has(word)]).toEqual([word, false])
})

test('a dictionary is read once, and a language without one has none', () => {
  expect(wordsOf('en')).toBe(wordsOf('en'))
  for (const language of ['de', 'xx', '__proto__', 'constructor']) expect([hasWords(language), wordsOf(language)]).toEqual([false, null])
})

test('names are known as names', () => {
  expect(wordsOf('en')?.isName('africa')).toBe(true)
  expect(wordsOf('en')?.isName('house')).toBe(false)
})

test('a headword is what one looks up: no form that rules make, no name, nothing bound', () => {
  const words = wordsOf('es')
  expect(['casa', 'sallar', 'casas', 'sallad', 'perú', 'xyz'].map((word) => words?.isHeadword(word))).toEqual([true, true, false, false, false, false])
})

test('dictionaries read ahead are those that are used, and an unknown language does no harm', async () => {
  await readWordsAhead(['es', 'xx', 'es'])
  const before = performance.now()
  expect(wordsOf('es')?.has('casa')).toBe(true)
  expect(performance.now() - before).toBeLessThan(20)
})
