// Proves that commands are whole messages in the interface's language.

import { expect, test } from 'vitest'
import { COMMAND_WORDS, readCommand } from '../../src/grading/commands.ts'
import { grade } from '../../src/grading/grade.ts'

test('every listed word is its command in its interface, in any typing', () => {
  for (const [language, table] of Object.entries(COMMAND_WORDS)) {
    for (const [command, words] of Object.entries(table)) {
      for (const word of words) for (const typed of [word, word.toUpperCase(), ` *${word}*! `, `/${word}`, `${word}.`]) expect([typed, readCommand(typed, language)]).toEqual([typed, command])
    }
  }
})

test('no word stands for two commands in one interface', () => {
  for (const [language, table] of Object.entries(COMMAND_WORDS)) {
    const all = [...Object.entries(table), ...(language === 'en' ? [] : Object.entries(COMMAND_WORDS['en'] ?? {}))].flatMap(([command, words]) => words.map((word) => [word, command]))
    for (const [word, command] of all) expect(all.filter(([other]) => other === word).every(([, same]) => same === command)).toBe(true)
  }
})

test('only the whole message counts, and only the words of this interface', () => {
  expect(readCommand('stop it please')).toBeNull()
  expect(readCommand('para', 'en')).toBeNull()
  expect(readCommand('para', 'es')).toBe('stop')
  expect(readCommand('Arrêter', 'fr')).toBe('stop')
  expect(readCommand('help', 'pt')).toBe('help')
  expect(readCommand('help', '__proto__')).toBe('help')
})

test('a word that the open exercise expects is an answer', () => {
  const open = { type: 'fill_blank', language: 'en', accepted: ['stop'], context: 'The bus ___ is here.' } as const
  expect(grade({ ...open, answer: 'STOP' }).verdict).toBe('correct')
  expect(grade({ ...open, answer: 'menu' }).verdict).toBe('command')
  expect(grade({ type: 'multiple_choice', language: 'en', accepted: ['help'], options: ['help', 'menu'], answer: 'menu' }).verdict).toBe('wrong')
})
