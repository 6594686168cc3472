// Folding leaves letters, digits and single blanks, and is done when it was done once.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folded } from '../../src/grading/folded.ts';

test.each([['¿Qué  tal?', 'que tal'], ['I’m 15!', 'i m 15'], ['ÇA va…', 'ca va'], ['ｆｕｌｌ', 'full'], ['🦜 !', ''], ['', '']])('%j is %j', (text, plain) => {
  expect(folded(text)).toBe(plain);
});

test('nothing but letters, digits and single blanks is left, and folding again changes nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
    expect(folded(text)).toMatch(/^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u);
    expect(folded(folded(text))).toBe(folded(text));
  }), { seed: 7 });
});
