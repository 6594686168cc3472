// The table of errors: complete, consistent, and every code is used somewhere.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { errors, type ErrorEntry } from '../src/errors.ts';

const entries = Object.entries(errors) as [string, ErrorEntry][];

test('codes are a place and a fault', () => {
  for (const [code] of entries) expect(code).toMatch(/^[a-z]+:[a-z-]+$/);
});

test('every code says what happened in a sentence that names nobody', () => {
  for (const [code, { says }] of entries) expect(says, code).toMatch(/^[A-Z].*\.$/);
});

test('who may try again gets a 5xx, who may not a 4xx', () => {
  for (const [code, { status, retry, fault }] of entries) {
    if (status === 0) continue;
    expect(status >= 500, code).toBe(retry);
    expect(fault === 'caller', code).toBe(status < 500);
  }
});

test('the codes of the webhook have the statuses that WhatsApp\'s retries depend on', () => {
  expect(Object.fromEntries(entries.filter(([code]) => code.startsWith('webhook:')).map(([code, { status }]) => [code, status]))).toEqual({
    'webhook:unsigned': 401, 'webhook:too-large': 413, 'webhook:not-json': 400, 'webhook:wrong-token': 403, 'webhook:not-stored': 503,
  });
});

test('every code over HTTP is used', () => {
  const source = path.resolve(import.meta.dirname, '../src');
  const code = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && file !== 'errors.ts').map((file) => readFileSync(path.join(source, file), 'utf8')).join('\n');
  expect(entries.filter(([name, { status }]) => status !== 0 && !code.includes(`'${name}'`)).map(([name]) => name)).toEqual([]);
});
