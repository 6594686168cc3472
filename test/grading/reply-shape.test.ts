// Tells a bare answer, a question and a name from sentences about anything.

import { describe, expect, it } from 'vitest'
import { asks, isBareInside, isBareName, type Placed } from '../../src/grading/reply-shape.ts'
import { tokensOf } from '../../src/grading/tokens.ts'

const placed = (text: string, language = 'en'): Placed[] => text.split(/[.,!?]/u).flatMap((clause, i) => tokensOf(clause, language).map((token) => ({ token, clause: i })))

describe('a bare answer', () => {
  const inside = (text: string, word: string, language = 'en') => {
    const words = placed(text, language)
    return isBareInside(words, words.findIndex(({ token }) => token.lower === word), language)
  }
  it('answers at the head of a reply', () => {
    expect([inside('Yes', 'yes'), inside('Oh, of course', 'course'), inside('Hi Rose, no', 'no'), inside('Pues claro', 'claro', 'es')]).toEqual([false, false, false, false])
  })
  it('is a word like any other inside one, or after one', () => {
    expect([inside('There is no bank', 'no'), inside('I would like a room, thanks', 'thanks'), inside('Tengo un vale', 'vale', 'es')]).toEqual([true, true, true])
  })
  it('is only what agrees, refuses or thanks', () => expect(inside('I see the bank', 'bank')).toBe(false))
})

describe('a reply asks', () => {
  const asking = (text: string, language = 'en') => asks(placed(text, language), /[?]/u.test(text), language)
  it('by a question or a request', () => {
    expect(['Where is it', 'Is it far?', 'Hello, can I pay', 'I would like a tea', 'So, do you like it'].map((text) => asking(text))).toEqual([true, true, true, true, true])
    expect(['¿Dónde está?', 'Quiero un café', 'Un té, por favor'].map((text) => asking(text, 'es'))).toEqual([true, true, true])
  })
  it('not by telling, though it gives a question back', () => {
    expect(['We went to the beach. And you?', 'I can swim', 'I want to learn'].map((text) => asking(text))).toEqual([false, false, false])
    expect(['Fuimos a la playa, ¿y tú?', 'Quiero aprender'].map((text) => asking(text, 'es'))).toEqual([false, false])
  })
})

describe('a bare name', () => {
  it('is one to three words that are no common words, and what leads them in', () => {
    expect(['ana', 'I am Grace', 'it is juan pablo', 'hello, Ana de la Cruz'].map((text) => isBareName(placed(text), 'en', false))).toEqual([true, true, true, true])
    expect(['grace', 'hello', 'two coffees', 'ok', 'the red one', 'I am a nurse', ''].map((text) => isBareName(placed(text), 'en', false))).toEqual([false, false, false, false, false, false, false])
  })
  it('can be said, and is not a row of words', () => {
    expect(['zzz', 'blbl blbl', 'anaaaa', 'x'.repeat(4096), 'xana'.repeat(20), 'Ana Bea Cleo Dana Enya'].map((text) => isBareName(placed(text), 'en', false))).toEqual([false, false, false, false, false, false])
    expect(['Lynn', 'Ng Thi', 'Ximena'].map((text) => isBareName(placed(text), 'en', false))).toEqual([true, false, true])
  })
  it('is led in by words of the language where the rest is foreign', () => {
    expect([isBareName(placed('from Costa Rica'), 'en', true), isBareName(placed('quiero un cortado'), 'en', true)]).toEqual([true, false])
  })
})
