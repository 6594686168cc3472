// Proves that courtesy is taken off at the edges and in the middle of a request, and never the whole of what is said.

import { expect, test } from 'vitest'
import { withoutCourtesy, withoutGreeting } from '../../src/grading/courtesy.ts'
import { tokensOf } from '../../src/grading/tokens.ts'

test.each([
  ['en', 'A coffee, please', 'a coffee'], ['en', 'Please, a coffee', 'a coffee'], ['en', 'Excuse me, a coffee, please', 'a coffee'],
  ['en', 'Could you please wait', 'could you wait'], ['en', 'Can you please your boss', 'can you please your boss'], ['en', 'Do as you please today', 'do as you please today'], ['en', 'please', 'please'], ['en', 'I please you', 'i please you'],
  ['es', 'Por favor, un café', 'un café'], ['es', 'Un café por favor', 'un café'], ['es', 'por favor', 'por favor'], ['es', 'Un favor', 'un favor'],
  ['pt', 'Um café, por favor', 'um café'], ['fr', 'Un café, s’il vous plaît', 'un café'], ['fr', 'Un café, s’il te plaît', 'un café'],
  ['de', 'Einen Kaffee, bitte', 'einen kaffee bitte'],
])('%s: %s is %s', (language, text, rest) => {
  expect(withoutCourtesy(tokensOf(text.replaceAll('’', "'"), language), language).map(({ lower }) => lower).join(' ')).toBe(rest)
})

test.each([
  ['en', 'Hello, where is it', 'where is it'], ['en', 'Good morning, a coffee', 'a coffee'], ['en', 'Good coffee', 'good coffee'], ['en', 'hello', 'hello'], ['en', 'Say hello', 'say hello'],
  ['es', 'Buenos días, un café', 'un café'], ['de', 'Hallo, wo ist es', 'hallo wo ist es'],
])('%s: %s is %s without its greeting', (language, text, rest) => {
  expect(withoutGreeting(tokensOf(text, language), language).map(({ lower }) => lower).join(' ')).toBe(rest)
})
