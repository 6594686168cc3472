// Learners come from a seed: the same one gives the same people, another one others, and nobody shares a number.
import { expect, test } from 'vitest';
import { personOf } from './person.ts';

const traits = (seed: number) => Array.from({ length: 300 }, (_, n) => JSON.stringify(personOf(seed, n)));

test('a seed gives the same learners again, and another seed others', () => {
  expect(traits(1)).toEqual(traits(1));
  expect(traits(2)).not.toEqual(traits(1));
});

test('a thousand learners have a thousand numbers', () => {
  expect(new Set(Array.from({ length: 1000 }, (_, n) => personOf(1, n).phone)).size).toBe(1000);
});
