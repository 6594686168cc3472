// Frequency lists become headwords: common before rare, forms with their base, no names, nothing that is no word.
import { expect, test } from 'vitest';
import { headwordsOf } from '../../../src/exercises/curriculum/frequency.ts';
import { wordsOf } from '../../../src/grading/words.ts';

test.each([
  ['en', ['you', 'house', 'garden', 'negotiate'], ['houses', 'gardens', 'london', 'sarah', 'didn', 'x']],
  ['es', ['de', 'casa', 'lluvia', 'negociar'], ['casas', 'españa', 'x']],
])('%s: common before rare, without forms of an earlier headword, names and scraps', (language, inOrder, none) => {
  const headwords = headwordsOf(language)!;
  const places = inOrder.map((word) => headwords.indexOf(word));
  expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(none.filter((word) => headwords.includes(word))).toEqual([]);
});

test.each(['en', 'es'])('%s: reaches beyond the highest band, each headword once and in the dictionary', (language) => {
  const headwords = headwordsOf(language)!;
  expect(headwords.length).toBeGreaterThan(3_250);
  expect(new Set(headwords).size).toBe(headwords.length);
  expect(headwords.filter((word) => !wordsOf(language)!.has(word))).toEqual([]);
});

test('there is no list for a language that is not learnt', () => {
  expect([headwordsOf('de'), headwordsOf('fr'), headwordsOf('xx')]).toEqual([null, null, null]);
});
