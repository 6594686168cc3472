// Only what was signed with our secret, byte for byte, is let in.
import { describe, expect, test } from 'vitest';
import { signBody, verifySignature } from '../../../src/channels/whatsapp/signature.ts';
import { absent, vectors } from './fixtures.ts';

const noVectors = absent('signature-kat.json');

describe.skipIf(noVectors)('known-answer vectors', () => {
  test.each(noVectors ? [] : vectors())('$name is $expect-ed', ({ raw_body, header, app_secret, expect: verdict }) => {
    expect(verifySignature(Buffer.from(raw_body, 'utf8'), header['X-Hub-Signature-256'], app_secret)).toBe(verdict === 'accept');
  });
});

const body = Buffer.from('{"text":"caf\\u00e9"}');
const header = signBody(body, 'secret');

test('a body signed here verifies, whether it was signed as bytes or as text', () => {
  expect(header).toMatch(/^sha256=[0-9a-f]{64}$/);
  expect(signBody(body.toString('utf8'), 'secret')).toBe(header);
  expect(verifySignature(body, header, 'secret')).toBe(true);
});

test('bytes are signed, not JSON: the same JSON written otherwise is refused', () => {
  expect(verifySignature(Buffer.from('{"text":"café"}'), header, 'secret')).toBe(false);
});

test('every single wrong hex digit is refused', () => {
  for (let i = 'sha256='.length; i < header.length; i++) {
    const wrong = header.slice(0, i) + (header[i] === '0' ? '1' : '0') + header.slice(i + 1);
    expect(verifySignature(body, wrong, 'secret')).toBe(false);
  }
});

test.each([
  ['missing', undefined],
  ['empty', ''],
  ['in upper case', `sha256=${header.slice(7).toUpperCase()}`],
  ['with another prefix', header.replace('sha256=', 'sha512=')],
  ['too long', `${header}0`],
  ['sent twice', `${header}, ${header}`],
  ['of 71 characters that are more bytes in UTF-8', 'sha256=' + 'é'.repeat(64)],
  ['of 71 characters beyond latin1', 'sha256=' + 'Ā'.repeat(64)],
])('a header that is %s is refused without throwing', (_what, wrong) => {
  expect(verifySignature(body, wrong, 'secret')).toBe(false);
});

test('an empty secret never verifies, not even what was signed with it', () => {
  expect(verifySignature(body, signBody(body, ''), '')).toBe(false);
});
