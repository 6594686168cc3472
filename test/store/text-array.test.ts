// Arrays of text arrive at PostgreSQL exactly as they were sent.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeTextArray, textArraysIn } from '../../src/store/text-array.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => { world = await openWorld('text-array'); });
afterAll(() => world.close());

const echo = { name: 'echo-texts', text: 'select t, n from unnest($1::text[], $2::bigint[]) with ordinality as v(t, m, n) order by n' };
const come = async (texts: readonly (string | null)[]) => (await world.store.run<{ t: string | null }>(echo, [texts, texts.map((_, i) => i)])).map(({ t }) => t);

test.each([
  ['nothing', []],
  ['empty text and nulls', ['', null, 'NULL', null]],
  ['quotes, braces, commas and backslashes', ['{"a":"b\\"c"}', '{x,y}', '\\', '""', "'"]],
  ['other scripts and emoji', ['¿Qué tal?', 'ção', '日本語', '👩🏽‍🏫', '\u202eabc']],
  ['spaces and line ends', ['  a  ', '\r\n', '\t']],
  ['long ones', ['x'.repeat(300_000), '"'.repeat(10_000)]],
] as const)('an array with %s', async (_, texts) => {
  expect(await come(texts)).toEqual(texts);
});

test('half a surrogate pair, which no encoding holds, becomes the replacement character', async () => {
  expect(await come(['a\ud83db'])).toEqual(['a\ufffdb']);
});

test('a null character is refused, as in any other text', async () => {
  await expect(come(['a\0b'])).rejects.toThrow(/invalid byte sequence/u);
});

test('the arrays of text in a statement are found, whatever their order', () => {
  expect(textArraysIn('select $2::text[], $1::uuid[], $11::text[], $2::text[], $3::text')).toEqual([1, 10]);
  expect(textArraysIn('select 1')).toEqual([]);
});

test('the bytes are those of PostgreSQL’s own binary form', async () => {
  const texts = ['a', null, 'é"'];
  const [row] = await world.rows<{ bytes: string }>(`select encode(array_send('{a,NULL,"é\\""}'::text[]), 'hex') as bytes`);
  expect(encodeTextArray(texts).toString('hex')).toBe(row!.bytes);
});
