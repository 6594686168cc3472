// Texts are shortened to Meta’s limits at a word and never inside a letter; ids are kept exactly or refused.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BubbleFault, checkId, checkUnique, fit, shorten } from '../../../src/channels/whatsapp/limits.ts';

const graphemes = (text: string) => [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);

describe('shortening', () => {
  test('leaves what fits alone, counted in code points', () => {
    expect(shorten('🍕🍕🍕', 3)).toBe('🍕🍕🍕');
    expect(shorten('', 3)).toBe('');
  });

  test('ends before a word', () => {
    expect(shorten('Hoy vamos a practicar el pasado', 22)).toBe('Hoy vamos a practicar…');
    expect(shorten('Hoy vamos a practicar el pasado', 20)).toBe('Hoy vamos a…');
  });

  test('cuts inside a word only when the word is most of the text', () => {
    expect(shorten('a Donaudampfschifffahrt', 10)).toBe('a Donauda…');
  });

  test('drops a flag or a family whole', () => {
    expect(shorten('España 🇪🇸🇪🇸', 9)).toBe('España…');
    expect(shorten('👩‍👩‍👧👩‍👩‍👧', 8)).toBe('👩‍👩‍👧…');
  });

  test('never exceeds its limit, never splits a grapheme, and only ever drops the end', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 }).map((t) => t.toWellFormed());
    fc.assert(fc.property(text, fc.integer({ min: 1, max: 30 }), (whole, limit) => {
      const short = shorten(whole, limit);
      expect([...short].length).toBeLessThanOrEqual(limit);
      if (short === whole) return;
      const kept = short.slice(0, -1);
      expect(short.endsWith('…')).toBe(true);
      expect(whole.startsWith(kept)).toBe(true);
      expect(graphemes(whole).slice(0, graphemes(kept).length).join('').trimEnd()).toBe(kept);
    }), { numRuns: 1000 });
  });
});

test('fitting cleans, notes what it cut, and faults what is blank', () => {
  const note = { shortened: false };
  expect(fit('text', 'a\0b\ud83d', 10, note)).toBe('ab\ufffd');
  expect(note.shortened).toBe(false);
  expect(fit('text', 'uno dos tres', 8, note)).toBe('uno dos…');
  expect(note.shortened).toBe(true);
  expect(() => fit('buttons[0].title', ' \n', 20, note)).toThrow(new BubbleFault('buttons[0].title', 'empty'));
});

test('an id is kept exactly or refused', () => {
  expect(checkId('id', 'a b', 3)).toBe('a b');
  for (const id of ['', ' a', 'a ', 'abcd', 'a\0', '\ud83d']) expect(() => checkId('buttons[0].id', id, 3)).toThrow('buttons[0].id');
});

test('a repeated value is named by its place', () => {
  checkUnique('buttons', 'id', ['a', 'b']);
  expect(() => checkUnique('buttons', 'id', ['a', 'b', 'a'])).toThrow('buttons[2].id: used twice');
});
