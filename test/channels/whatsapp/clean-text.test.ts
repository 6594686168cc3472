// Text of learners is storable and within its limit whatever came in, and means what it meant.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText, cutAt, TEXT_LIMIT } from '../../../src/channels/whatsapp/clean-text.ts';

describe('text that a learner wrote', () => {
  test('loses NUL, which PostgreSQL refuses, however it was escaped in the JSON', () => {
    expect(cleanText(JSON.parse('"a\\u0000b\\u0000"'))).toBe('ab');
  });

  test('has lone surrogates replaced and pairs kept', () => {
    expect(cleanText('a\ud83d b\udf55 🍕')).toBe('a\ufffd b\ufffd 🍕');
  });

  test('does not gain a pair when the NUL between two lone surrogates goes', () => {
    expect(cleanText('\ud83c\0\udf55').isWellFormed()).toBe(true);
  });

  test('is cut at 4,096 code points, never inside an emoji', () => {
    expect([...cleanText('x'.repeat(5000))]).toHaveLength(4096);
    const emoji = cleanText('🍕'.repeat(5000));
    expect([...emoji]).toHaveLength(4096);
    expect(emoji.isWellFormed()).toBe(true);
    expect(cleanText('🍕'.repeat(4096))).toBe('🍕'.repeat(4096));
  });

  test('keeps zero-width and bidirectional characters, line breaks and spaces', () => {
    const text = ' a\u200b\u200d\u202eb\u2066\n\tc ';
    expect(cleanText(text)).toBe(text);
  });

  test('is always storable and within its limit, whatever came in', () => {
    fc.assert(fc.property(fc.array(fc.nat(0xffff)), fc.nat(40), (units, limit) => {
      const clean = cleanText(String.fromCharCode(...units), limit);
      expect(clean).not.toContain('\0');
      expect(clean.isWellFormed()).toBe(true);
      expect([...clean].length).toBeLessThanOrEqual(limit);
    }));
  });
});

describe('a name', () => {
  test('is one trimmed line without control or bidirectional characters', () => {
    expect(cleanLine('  Ana\u0000\r\n\tMaría\u202e \u2028')).toBe('Ana María');
  });

  test('is cut at 100 code points', () => {
    expect([...cleanLine('ñ🍕'.repeat(100))!]).toHaveLength(100);
  });

  test('keeps what joins an emoji', () => {
    expect(cleanLine('👩‍👩‍👧')).toBe('👩‍👩‍👧');
  });

  test.each([[''], [' \u0007\n'], ['\u202e'], [null], [undefined], [7], [{}]])('%j is no name', (raw) => {
    expect(cleanLine(raw)).toBeNull();
  });
});

test('cutting equals taking the first code points', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, limit) => {
    const whole = text.toWellFormed();
    expect(cutAt(whole, limit)).toBe([...whole].slice(0, limit).join(''));
  }));
  expect(TEXT_LIMIT).toBe(4096);
});
