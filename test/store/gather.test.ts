// Who asks at the same time shares one answer, and nobody gets another's.
import { expect, test } from 'vitest';
import { gather } from '../../src/store/gather.ts';

function asked() {
  const calls: string[][] = [];
  const find = gather<string>(async (names) => {
    calls.push([...names]);
    if (names.includes('broken')) throw new Error('away');
    return new Map(names.filter((name) => name !== 'nobody').map((name) => [name, `the ${name}`]));
  });
  return { calls, find };
}

test('names asked for in one round of the event loop are loaded together, each once', async () => {
  const { calls, find } = asked();
  expect(await Promise.all([find('a'), find('b'), find('a')])).toEqual(['the a', 'the b', 'the a']);
  expect(calls).toEqual([['a', 'b']]);
});

test('who asks after the load has begun is answered by the next one', async () => {
  const { calls, find } = asked();
  await find('a');
  expect(await find('b')).toBe('the b');
  expect(calls).toEqual([['a'], ['b']]);
});

test('what is not there is undefined', async () => {
  expect(await asked().find('nobody')).toBeUndefined();
});

test('a load that fails is heard of by all who asked, and by nobody later', async () => {
  const { find } = asked();
  const both = await Promise.allSettled([find('a'), find('broken')]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await find('a')).toBe('the a');
});
