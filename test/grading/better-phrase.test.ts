// A reply that was understood is corrected where small words or slips differ, and left alone where it is another way of saying it.
import { describe, expect, it } from 'vitest'
import { betterPhrase } from '../../src/grading/better-phrase.ts'

const english = ["I'd like a coffee, please.", 'Can I have a coffee, please?', 'I went to the beach with my family.', 'She lives in Madrid.', 'I am thirty years old.', 'I went home.']
const spanish = ['Quiero un café, por favor.', 'Está al lado del banco.', 'Me gusta mucho el cine.']
const right = (reply: string, phrases = english, language = 'en', uiLanguage = 'es') => betterPhrase(reply, phrases, language, uiLanguage)?.right ?? null

describe('corrected', () => {
  it.each([
    ['Can I have coffee please', 'Can I have a coffee, please?'], ['Can I to have a coffee please', 'Can I have a coffee, please?'], ["I'd like a coffe", "I'd like a coffee, please."],
    ['I went at the beach with my family', 'I went to the beach with my family.'], ['She live in Madrid', 'She lives in Madrid.'], ['I have thirty years old', 'I am thirty years old.'],
    ['Hello! Yes, I went to home.', 'I went home.'],
  ])('%j', (reply, better) => expect(right(reply)).toBe(better))
  it.each([['quiero una café', 'Quiero un café, por favor.'], ['Esta al lado de el banco', 'Está al lado del banco.'], ['Me gusta mucho cine', 'Me gusta mucho el cine.']])('%j in Spanish', (reply, better) => {
    expect(right(reply, spanish, 'es', 'en')).toBe(better)
  })
})

describe('left alone', () => {
  it.each([
    "I'd like a coffee, please.", "i'd like a coffee", 'Hello, can I have a coffee?', "I'd like a large coffee, please.", 'Could I get a really strong coffee?', "I'd like the coffee, please.",
    'coffee', "I'd like a coffer, please", 'We went to the beach with my family', 'I danced all night', '', '👍',
  ])('%j', (reply) => expect(right(reply)).toBeNull())
})

it('another word is not corrected into the nearest phrase, nor a question that follows', () => {
  expect([right('Busco un baño', ['Busco un banco.'], 'es', 'en'), right('Bien, ¿y tú?', ['Bien, gracias.'], 'es', 'en'), right('busco un bancco', ['Busco un banco.'], 'es', 'en')]).toEqual([null, null, 'Busco un banco.'])
})

it('a fault of grammar is told from a slip of the fingers', () => {
  expect([betterPhrase('Can I have coffee please', english, 'en', 'es')?.kind, betterPhrase("I'd like a coffe", english, 'en', 'es')?.kind]).toEqual(['grammar', 'slip'])
})
