// A free reply is understood as what it says, with slips and other words around it, and never as its opposite.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recognise, type Intent } from '../../src/grading/intents.ts'

const drinks: Intent[] = [
  { id: 'tea', phrases: ["I'd like a tea, please."], keys: ['tea'] },
  { id: 'coffee', phrases: ['A coffee, please.'], keys: ['coffee|latte', 'something strong'] },
  { id: 'nothing', phrases: ['No, thank you.'], keys: ['no thanks', 'nothing', 'not thirsty'] },
]
const says = (reply: string, intents: readonly Intent[] = drinks, language = 'en', uiLanguage = 'es') => {
  const found = recognise({ intents, language, uiLanguage, reply })
  return found.intent ?? found.why
}

describe('a reply is understood', () => {
  it.each([
    ["I'd like a tea, please.", 'tea'], ['i would like a TEA please', 'tea'], ['Hello! Tea for me, thank you very much.', 'tea'], ['cofee please', 'coffee'],
    ['coffe', 'coffee'], ['Do you have something really strong?', 'coffee'], ['No, thank you.', 'nothing'], ["I'm not thirsty", 'nothing'], ['No thanks', 'nothing'],
    ['A “tea”, please 🙏', 'tea'], ['*tea*', 'tea'],
  ])('%j says %s', (reply, intent) => expect(says(reply)).toBe(intent))

  it.each([['No tea, coffee please', 'coffee'], ["I don't like coffee, but tea is fine", 'tea'], ['Tea with milk and without sugar', 'tea']])('after a denial of something else: %j says %s', (reply, intent) => {
    expect(says(reply)).toBe(intent)
  })

  it('in Spanish, accents left out', () => {
    const cafe: Intent[] = [{ id: 'cafe', phrases: ['Un café, por favor.'], keys: ['café'] }, { id: 'te', phrases: [], keys: ['té'] }]
    expect([says('un cafe por favor', cafe, 'es', 'en'), says('quiero café', cafe, 'es', 'en'), says('no quiero café, té', cafe, 'es', 'en')]).toEqual(['cafe', 'cafe', 'te'])
  })

  it('by the longest key of several', () => {
    const ways: Intent[] = [{ id: 'straight', phrases: [], keys: ['straight'] }, { id: 'then-left', phrases: [], keys: ['straight left'] }]
    expect([says('go straight', ways), says('go straight and then turn left', ways)]).toEqual(['straight', 'then-left'])
  })
})

describe('a reply is not understood', () => {
  it.each([
    ["I don't want tea", 'unknown'], ['not tea', 'unknown'], ['I never drink coffee', 'unknown'], ['I hate coffee', 'unknown'], ['tea no', 'unknown'], ['anything except tea', 'unknown'],
    ['tea or coffee?', 'several'], ['quiero un café, por favor', 'other_language'], ['чай, пожалуйста', 'other_language'], ['sea', 'unknown'], ['team', 'unknown'], ['👍', 'empty'], ['', 'empty'],
  ])('%j: %s', (reply, why) => expect(says(reply)).toBe(why))

  it('for anything at all, and never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 4_096 }), (reply) => typeof says(reply) === 'string'), { numRuns: 200 })
  })
})

describe('an open intent', () => {
  const told: Intent[] = [{ id: 'well', phrases: [], keys: ['great'] }, { id: 'told', phrases: [], keys: [], open: 4 }]
  it('takes what nothing else does, long enough and in the language', () => {
    expect(['It was great', 'we painted the kitchen blue', 'the kitchen', 'pintamos la cocina de azul', 'xqz wvb zzk qqq'].map((reply) => says(reply, told))).toEqual(['well', 'told', 'unknown', 'other_language', 'unknown'])
  })
  it('takes no question and no request, but a question given back', () => {
    expect(['where is the red kitchen', 'is it the blue kitchen?', 'can I have the blue kitchen', 'we painted the kitchen. And you?'].map((reply) => says(reply, told))).toEqual(['unknown', 'unknown', 'unknown', 'told'])
  })
  it('that has to hold a word takes nothing without it', () => {
    const over: Intent[] = [{ id: 'over', phrases: [], keys: [], open: 3, holding: ['went|~ed'] }]
    expect(['we painted it blue', 'we did not paint but slept', 'we paint it blue', 'the red kitchen'].map((reply) => says(reply, over))).toEqual(['over', 'unknown', 'unknown', 'unknown'])
  })
})

describe('a name', () => {
  it('is taken where one is asked for, and nothing else is', () => {
    const name: Intent[] = [{ id: 'name', phrases: [], keys: [], name: true }]
    expect(['Ana', 'Juan Pablo', 'i am kenji', 'no', 'a table for two', 'hello', 'small'].map((reply) => says(reply, name))).toEqual(['name', 'name', 'name', 'unknown', 'unknown', 'unknown', 'unknown'])
  })
})

describe('a bare yes, no or thanks', () => {
  const ways: Intent[] = [{ id: 'yes', phrases: [], keys: ['yes|sure'] }, { id: 'no', phrases: [], keys: ['no'] }, { id: 'bye', phrases: [], keys: ['thanks|thank'] }]
  it('answers at the head of a reply and is a word like any other inside', () => {
    expect(['Yes, I think so', 'oh well, sure', 'Hi Rose! Yes, I am', 'I have no plans', 'the way is no problem', 'That is it, thanks', 'I would like a double room for tonight, thank you'].map((reply) => says(reply, ways))).toEqual(['yes', 'yes', 'yes', 'unknown', 'unknown', 'bye', 'unknown'])
  })
})

describe('the words of a tight key', () => {
  it('stand side by side', () => {
    const slip: Intent[] = [{ id: 'slip', phrases: [], keys: ['i like a'], tight: true }]
    expect([says('I like a coffee', slip), says('I would like a coffee', slip)]).toEqual(['slip', 'unknown'])
  })
})

it('a reply takes less than five milliseconds, once its phrases are known', () => {
  const replies = ["I'd like a tea, please.", 'Hello! I would want a big cofee with milk and two sugars please', "I don't want tea", 'x '.repeat(2_000)]
  for (const reply of replies) says(reply)
  const took = Array.from({ length: 200 }, (_, i) => {
    const from = performance.now()
    says(replies[i % replies.length]!)
    return performance.now() - from
  }).toSorted((a, b) => a - b)
  expect(took[100]).toBeLessThan(5)
})
