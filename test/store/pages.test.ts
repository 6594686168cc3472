// Pages give every row once and in order, each only when it is asked for; rounds end with their queue.
import { expect, test } from 'vitest';
import { beforeAllIds, inRounds, pagesOf } from '../../src/store/pages.ts';
import type { Statement, Store } from '../../src/store/postgres.ts';

const statement: Statement = { name: 'of-a-test', text: '' };
interface Row { user_id: string; kind: string }
const keyOf = ({ user_id, kind }: Row) => [user_id, kind];

/** A table of rows in the order of their keys, and what it was asked. */
function table(rows: readonly Row[]) {
  const asked: unknown[][] = [];
  const run = (async (_statement: Statement, values: unknown[]) => {
    asked.push(values);
    const size = Number(values.at(-1));
    const after = values.slice(0, -1).join('/');
    return rows.filter((row) => keyOf(row).slice(0, values.length - 1).join('/') > after).slice(0, size);
  }) as Store['run'];
  return { run, asked };
}
const people = (count: number): Row[] => Array.from({ length: count }, (_, i) => ({ user_id: `a${i}`, kind: 'daily' }));

async function all(store: Pick<Store, 'run'>, size: number): Promise<string[][]> {
  const pages: string[][] = [];
  for await (const page of pagesOf<Row>(store, statement, size)) pages.push(page.map((row) => row.user_id));
  return pages;
}

test.each([[5, 2, [['a0', 'a1'], ['a2', 'a3'], ['a4']]], [4, 2, [['a0', 'a1'], ['a2', 'a3']]], [2, 10, [['a0', 'a1']]], [0, 10, []]])('%i rows by %i are %j', async (count, size, pages) => {
  expect(await all(table(people(count)), size)).toEqual(pages);
});

test('the first page comes after a key before all ids, the next after the last row', async () => {
  const store = table(people(3));
  await all(store, 2);
  expect(store.asked).toEqual([[beforeAllIds, 2], ['a1', 2]]);
});

test('a key of two columns leaves out no row of one id', async () => {
  const rows = ['daily', 'streak-saver', 'weekly'].map((kind) => ({ user_id: 'a0', kind }));
  const seen: string[] = [];
  for await (const page of pagesOf<Row>(table(rows), statement, 2, [beforeAllIds, ''], keyOf)) seen.push(...page.map(({ kind }) => kind));
  expect(seen).toEqual(['daily', 'streak-saver', 'weekly']);
});

test('the next page is read when the one before has been dealt with', async () => {
  const store = table(people(4));
  const pages = pagesOf<Row>(store, statement, 2);
  await pages.next();
  expect(store.asked).toHaveLength(1);
});

test.each([[[2, 2, 1, 2], Infinity, 5], [[2, 0, 2], Infinity, 2], [[0], Infinity, 0], [[2, 2, 2, 2], 3, 6]])('rounds of two that find %j, %d at most, find %d in all', async (finds, mostRounds, all) => {
  const left = [...finds];
  expect(await inRounds(2, async () => left.shift()!, mostRounds)).toBe(all);
});
