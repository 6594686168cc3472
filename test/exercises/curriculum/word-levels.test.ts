// A word that is heard too seldom for its level is found; one that is known, explained, allowed, a name, or the only new one is not.
import { describe, expect, test } from 'vitest';
import { readCurriculumFile } from '../../../src/exercises/curriculum/file.ts';
import { earlyWords, wordFaults } from '../../../src/exercises/curriculum/word-levels.ts';
import type { CurriculumFile } from '../../../src/exercises/curriculum/file.ts';

const english: CurriculumFile = { ...readCurriculumFile('es-en/small-talk.a1.json'), theory: 'Se dice *goodbye*.' };
const spanish: CurriculumFile = { ...readCurriculumFile('en-es/small-talk.a1.json'), theory: 'Say *adiós*.' };

describe('a fault', () => {
  test.each([
    ['a word two levels up', english, 'She has a frog.', 'uses "frog", a word of B1'],
    ['a word above all bands', english, 'She is negotiating the price.', 'uses "negotiating", which is heard too seldom for any level'],
    ['a word of no list', english, 'I see a platypus.', 'uses "platypus", which is heard too seldom for any level'],
    ['a word of no dictionary', english, 'I am verry happy.', 'uses "verry", which is in no list and no dictionary'],
    ['a second new word', english, 'The guitar is in the garden.', 'uses more than 1 word above A1: guitar, garden'],
    ['a rare word at the start', english, 'Platypus is a word.', 'uses "platypus"'],
    ['a rare word in a short form', english, "The platypus's here.", 'uses "platypus"'],
    ['a rare word joined to a common one', english, 'It is a platypus-house.', 'uses "platypus-house"'],
    ['a form of a word two levels up', spanish, 'Ellos negociaban el precio.', 'uses "negociaban", a word of B1'],
    ['a word above the highest band but one', { ...english, level: 'A2' as const }, 'I see a platypus.', 'heard too seldom'],
    ['a second rare word at the highest band', { ...english, level: 'B1' as const }, 'A platypus met a hedgehog.', 'uses more than 1 word above B1: platypus, hedgehog'],
    ['an allowance of a higher level beside another new word', english, 'The prawns are in the garden.', 'uses more than 1 word above A1: prawns, garden'],
  ])('%s', (_what, file, text, sentence) => {
    expect(wordFaults(file, [text]).join('\n')).toContain(sentence);
  });
});

describe('no fault', () => {
  test.each([
    ['words of the level in their regular forms', english, "My sister's friends walked to the cheaper shops."],
    ['a capital, short forms and curly quotes', english, 'Isn’t it “late”? They’re twenty-two. I can’t and won’t wait.'],
    ['British spelling', english, "It's my favourite colour."],
    ['names inside and at the start', english, 'Lima is nice, and so is Chimborazo.'],
    ['one word of the next level', english, 'My friend is in the garden.'],
    ['a word that is allowed', english, 'Can I have a fork?'],
    ['a word that the theory explains, in another form', { ...english, theory: 'Se dice *negotiate*.' }, 'She is negotiating.'],
    ['one rare word at the highest band', { ...english, level: 'B1' as const }, 'I see a platypus.'],
    ['irregular forms', spanish, '¿Quieres venir? Sí, voy contigo.'],
  ])('%s', (_what, file, text) => {
    expect(wordFaults(file, [text])).toEqual([]);
  });

  test('in a level above the bands or a language without a list, where nothing can be said', () => {
    expect(wordFaults({ ...english, level: 'B2' }, ['A platypus negotiates.'])).toEqual([]);
    expect(earlyWords({ ...english, level: 'B2' }, ['A platypus negotiates.'])).toBeNull();
    expect(wordFaults({ ...english, targetLanguage: 'de' }, ['Das Schnabeltier.'])).toEqual([]);
  });
});

test('what is new is counted over the whole exercise, not sentence by sentence', () => {
  expect(wordFaults(english, ['I see a garden.', 'It has a guitar.'])).toEqual(['uses more than 1 word above A1: garden, guitar']);
});
