// How long a batch waits for company.
import { expect, test } from 'vitest';
import { companyMs } from '../../src/mailbox/company.ts';

test('a handful waits for nobody', () => {
  for (const size of [0, 1, 5]) expect(companyMs(size, 10)).toBe(0);
});

test('the larger the last batch, the longer the wait, up to its longest', () => {
  const waits = [6, 20, 50, 100, 200, 1_000].map((size) => companyMs(size, 10));
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(waits[0]).toBeGreaterThan(0);
  expect(waits.at(-1)).toBe(10);
});
