// Proves which spellings a language holds equal, and which letters it keeps apart.

import { expect, test } from 'vitest'
import { bare, fold, lowerCase, sameInCapitals } from '../../src/grading/folds.ts'

test('each language folds its own equal spellings', () => {
  expect(fold('straße', 'de')).toBe(fold('strasse', 'de'))
  expect(fold('möchte', 'de')).toBe(fold('moechte', 'de'))
  expect(fold('sœur', 'fr')).toBe('soeur')
  expect(fold('ещё', 'ru')).toBe('еще')
  expect(fold('مَرْحَبًا', 'ar')).toBe('مرحبا')
  expect(fold('straße', 'en')).toBe('straße')
})

test('letters of their own are no accents', () => {
  expect(bare('año', 'es')).toBe('año')
  expect(bare('año', 'fr')).toBe('ano')
  expect(bare('мой', 'ru')).toBe('мой')
  expect(bare('été', 'fr')).toBe('ete')
  expect(bare('が', 'ja')).toBe('が')
})

test('Turkish keeps its two letters i, whatever the capitals hide', () => {
  expect(lowerCase('İstanbul Işık', 'tr')).toBe('istanbul ışık')
  expect(sameInCapitals('ISTANBUL', 'istanbul', 'tr')).toBe(true)
  expect(sameInCapitals('ışık', 'işik', 'tr')).toBe(false)
  expect(sameInCapitals('ISTANBUL', 'istanbul', 'en')).toBe(false)
})
