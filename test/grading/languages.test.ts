// Proves that another script and another language are recognised, and this one is not mistaken.

import { expect, test } from 'vitest'
import { isInNoLanguage, isOtherLanguage, knownShare, mixesScripts, scriptOf } from '../../src/grading/languages.ts'
import { tokensOf } from '../../src/grading/tokens.ts'

test('scripts', () => {
  expect([scriptOf('spasibo'), scriptOf('Спасибо'), scriptOf('三時です'), scriptOf('ありがとう'), scriptOf('123')]).toEqual(['Latin', 'Cyrillic', 'Han', 'Han', null])
})

test.each([['tengo hambre', 'en', 'es', true], ['tengo hambre', 'en', undefined, true], ['I am hungry', 'es', 'en', true], ['estou com fome', 'en', 'pt', true], ['I has hungry very', 'en', 'es', false], ['quiero un café', 'es', 'en', false], ['asdf qwer', 'en', 'es', false]])('%s asked in %s by a speaker of %s: %s', (text, language, uiLanguage, expected) => {
  expect(isOtherLanguage(tokensOf(text, language), language, uiLanguage)).toBe(expected)
})

test('many scripts at once are no try in any language; a foreign word or a Japanese sentence is one', () => {
  expect(['hola hello привет こんにちは', 'hello привет', '私は学生です。カタカナ', 'I like 寿司', ''].map(mixesScripts)).toEqual([true, false, false, false, false])
})

test.each([['hola hello bonjour ciao hallo olá hej salut', 'es', true], ['gracias merci danke thanks grazie obrigado tack', 'en', true], ['hello bonjour', 'es', false], ['me gusta mucho la musica clasica', 'es', false], ['She go too shcool evry dya', 'en', false]])('%s is no try in %s: %s', (text, language, expected) => {
  expect(isInNoLanguage(tokensOf(text, language), language)).toBe(expected)
})

test('share of known words', () => {
  expect(knownShare(tokensOf("I don't like xqz", 'en'), 'en')).toBe(0.75)
  expect(knownShare(tokensOf('anything', 'de'), 'de')).toBe(1)
})
