// A word that comes too early is found; one that is known, explained, a name, or the only new one is not.
import { describe, expect, test } from 'vitest';
import { readCurriculumFile } from '../../../src/exercises/curriculum/file.ts';
import { wordFaults } from '../../../src/exercises/curriculum/word-levels.ts';
import { wordsEn } from '../../../src/exercises/curriculum/words-en.ts';
import { wordsEs } from '../../../src/exercises/curriculum/words-es.ts';
import { wordsOf } from '../../../src/grading/words.ts';
import type { CurriculumFile } from '../../../src/exercises/curriculum/file.ts';

const english: CurriculumFile = { ...readCurriculumFile('es-en/small-talk.a1.json'), theory: 'Se dice *goodbye*.' };
const spanish: CurriculumFile = { ...readCurriculumFile('en-es/small-talk.a1.json'), theory: 'Say *adiós*.' };

describe('a fault', () => {
  test.each([
    ['a word two levels up', english, 'She is negotiating the price.', 'uses "negotiating", a word of B1'],
    ['a word of no list', english, 'I see a platypus.', 'uses "platypus", which is in no list'],
    ['a word of no dictionary', english, 'I am verry happy.', 'uses "verry", which is in no list and no dictionary'],
    ['a second new word', english, 'The frog is in the basket.', 'uses more than 1 word above A1: frog, basket'],
    ['a word of no list at the start', english, 'Platypus is a word.', 'uses "platypus", which is in no list'],
    ['a form of a word two levels up', spanish, 'Ellos negociaban el precio.', 'uses "negociaban", a word of B1'],
    ['a word above the highest list but one', { ...english, level: 'A2' as const }, 'I see a platypus.', 'which is in no list'],
  ])('%s', (_what, file, text, sentence) => {
    expect(wordFaults(file, [text]).join('\n')).toContain(sentence);
  });
});

describe('no fault', () => {
  test.each([
    ['words of the level in their regular forms', english, "My sister's friends walked to the cheaper shops."],
    ['a capital, a short form and curly quotes', english, 'Isn’t it “late”? They’re twenty-two.'],
    ['names inside and at the start', english, 'Lima is nice, and so is Chimborazo.'],
    ['one word of the next level', english, 'The frog is in the garden.'],
    ['a word that the theory explains, in another form', { ...english, theory: 'Se dice *negotiate*.' }, 'She is negotiating.'],
    ['a rare word at the highest list', { ...english, level: 'B1' as const }, 'I see a platypus.'],
    ['irregular forms', spanish, '¿Quieres venir? Sí, voy contigo.'],
  ])('%s', (_what, file, text) => {
    expect(wordFaults(file, [text])).toEqual([]);
  });

  test('in a level above the lists or a language without lists, where nothing can be said', () => {
    expect(wordFaults({ ...english, level: 'B2' }, ['A platypus negotiates.'])).toEqual([]);
    expect(wordFaults({ ...english, targetLanguage: 'de' }, ['Das Schnabeltier.'])).toEqual([]);
  });
});

test('what is new is counted over the whole exercise, not sentence by sentence', () => {
  expect(wordFaults(english, ['I see a frog.', 'It has a basket.'])).toEqual(['uses more than 1 word above A1: frog, basket']);
});

test('nearly every listed word is one of its language', () => {
  for (const [language, lists] of [['en', wordsEn], ['es', wordsEs]] as const) {
    const words = Object.values(lists).join(' ').split(/\s+/u);
    const unknown = words.filter((word) => /^\p{L}+$/u.test(word) && !wordsOf(language)!.has(word.normalize('NFC')));
    expect(words.length, language).toBeGreaterThan(1500);
    // British spellings, names and dishes; anything more is a slip of the pen.
    expect(unknown.length, unknown.join(' ')).toBeLessThan(words.length / 50);
  }
});
