// Webhooks are escaped and signed the way Meta does it.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { signatureOf, webhookBytes } from '../../src/simulator/webhook-bytes.ts';
import { SECRET, world } from './set-up.ts';

const KNOWN = join(import.meta.dirname, '../../../shared/fixtures/whatsapp/signature-kat.json');
const known = existsSync(KNOWN);
if (!known) console.log('shared signature fixtures are not here: known answers are skipped');

const openssl = ((): boolean => {
  try {
    return execFileSync('openssl', ['version']).length > 0;
  } catch {
    console.log('no openssl here: the independent computation is skipped');
    return false;
  }
})();

test('non-ASCII becomes lower-case \\uXXXX, astral characters as two, slashes \\/', () => {
  expect(webhookBytes({ a: 'Ñ/é', b: '👋' }).toString('latin1')).toBe(String.raw`{"a":"\u00d1\/\u00e9","b":"\ud83d\udc4b"}`);
});

test('escaped bytes still say the same thing', () => {
  const value = { text: 'a/b\\ñ "q" \n 👩‍🏫 \u2028', n: 1 };
  expect(JSON.parse(webhookBytes(value).toString())).toEqual(value);
});

test.skipIf(!openssl)('the signature is what openssl computes over the same bytes', () => {
  const bytes = webhookBytes({ text: '¿Qué tal, Ñíguez? 👋 a/b' });
  const printed = execFileSync('openssl', ['dgst', '-sha256', '-hmac', SECRET, '-hex'], { input: bytes }).toString();
  expect(signatureOf(bytes, SECRET)).toBe(`sha256=${printed.trim().split(/\s+/).at(-1)}`);
});

describe.skipIf(!known)('known answers', () => {
  type Vector = { name: string; app_secret: string; raw_body: string; header: Record<string, string>; expect: string };
  const vectors = known ? (JSON.parse(readFileSync(KNOWN, 'utf8')).vectors as Vector[]).filter((one) => one.expect === 'accept') : [];
  test.each(vectors.map((one) => [one.name, one] as const))('%s', (_name, vector) => {
    expect(signatureOf(Buffer.from(vector.raw_body), vector.app_secret)).toBe(vector.header['X-Hub-Signature-256']);
  });
});

test('what arrives is signed over exactly the bytes that arrive, and they are plain ASCII', async () => {
  const set = await world();
  set.ana.say('¿Cómo estás? 👋');
  await set.app.arrived(1);
  const [one] = set.app.received;
  await set.stop();
  expect(one!.raw.every((byte) => byte < 0x80)).toBe(true);
  expect(one!.raw.toString()).toContain(String.raw`\u00bfC\u00f3mo est\u00e1s? \ud83d\udc4b`);
  expect(one!.signature).toBe(signatureOf(one!.raw, SECRET));
  expect(signatureOf(webhookBytes(JSON.parse(one!.raw.toString())), SECRET)).toBe(one!.signature);
  expect(signatureOf(Buffer.from(JSON.stringify(JSON.parse(one!.raw.toString()))), SECRET)).not.toBe(one!.signature);
});
