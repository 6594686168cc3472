// Proves that the tiers come in order: a better reading always costs less.

import { expect, test } from 'vitest'
import { compare } from '../../src/grading/tiers.ts'
import { tokensOf } from '../../src/grading/tokens.ts'
import { wordsOf } from '../../src/grading/words.ts'

const setting = { language: 'en', words: wordsOf('en'), strict: false, headOfSentence: true, following: [] }
const run = (answer: string, accepted: string) => compare(tokensOf(answer, 'en'), answer, accepted, setting)

test('from the same words to another sentence, each tier costs more than the one before', () => {
  const accepted = "I don't want two grey chickens at the farm"
  const ladder = [
    "i don't want two grey chickens at the farm", 'I do not want 2 gray chickens at the farm', "I don't want two grey chikens at the farm", "I don't want two grey chickens at farm",
    "I don't want two grey kitchens at the farm", "I want two grey chickens at the farm", 'We sail tomorrow',
  ].map((answer) => run(answer, accepted))
  expect(ladder.map((step) => step.verdict)).toEqual(['correct', 'correct', 'almost', 'almost', 'wrong', 'wrong', 'wrong'])
  for (let at = 1; at < ladder.length; at++) expect(ladder[at]?.cost).toBeGreaterThan(ladder[at - 1]?.cost ?? 0)
})

test('two typos are forgiven, three are not', () => {
  expect(run('I wnat to go to the baech', 'I want to go to the beach').verdict).toBe('almost')
  expect(run('I wnat to go to teh baech', 'I want to go to the beach')).toMatchObject({ verdict: 'wrong', note: 'too_many_slips' })
})

test.each([["couldn't", "cuoldn't"], ["couldn't", "coudn't"], ["wasn't", "wsan't"], ["doesn't", "doens't"], ["haven't", "havne't"], ["I don't know him", "I dno't know him"]])('a slip inside a short form is a slip: %s, %s', (accepted, answer) => {
  expect(run(answer, accepted)).toMatchObject({ verdict: 'almost', note: 'typo' })
})

test.each([["couldn't", 'could'], ['could', "coudn't"], ["wasn't", "weren't"], ["hasn't", "hadn't"], ["doesn't", "don't"], ["won't", 'want'], ["He doesn't know", 'He does know']])('another short form, or none, is no slip: %s, %s', (accepted, answer) => {
  expect(run(answer, accepted).verdict).toBe('wrong')
})
