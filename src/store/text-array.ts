// Arrays of text in PostgreSQL's binary form: sessions and messages travel without being escaped here and unescaped there.

const textOid = 25;
const isNull = -1;

/**
 * Encodes a one-dimensional `text[]` as `array_recv` of PostgreSQL's src/backend/utils/adt/arrayfuncs.c reads it:
 * dimensions, whether nulls are among them, the type's oid, length and lower bound, then each length and its bytes.
 */
export function encodeTextArray(values: readonly (string | null)[]): Buffer {
  const sizes = values.map((value) => (value === null ? 0 : Buffer.byteLength(value)));
  const array = Buffer.allocUnsafe(values.length === 0 ? 12 : 20 + 4 * values.length + sizes.reduce((sum, size) => sum + size, 0));
  array.writeInt32BE(values.length === 0 ? 0 : 1, 0);
  array.writeInt32BE(values.includes(null) ? 1 : 0, 4);
  array.writeInt32BE(textOid, 8);
  if (values.length === 0) return array;
  array.writeInt32BE(values.length, 12);
  array.writeInt32BE(1, 16);
  let at = 20;
  values.forEach((value, i) => {
    array.writeInt32BE(value === null ? isNull : sizes[i]!, at);
    at += 4;
    if (value !== null) at += array.write(value, at);
  });
  return array;
}

/** Which parameters of a statement are arrays of text: the places, from 0, of every `$n::text[]`. */
export function textArraysIn(statement: string): number[] {
  return [...new Set([...statement.matchAll(/\$(\d+)::text\[\]/g)].map(([, n]) => Number(n) - 1))];
}
