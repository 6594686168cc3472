// Goes through what is too much for one answer or one transaction: a page at a time, or in rounds.
import type { Statement, Store } from './postgres.ts';

/** An id before all others. */
export const beforeAllIds = '00000000-0000-0000-0000-000000000000';

/**
 * The pages of a statement, none of them empty; a page is read when the one before has been dealt with.
 * @param statement takes the key that its page comes after, then `size`; orders by that key
 * @param size rows of a page, at most
 * @param before a key before all others
 * @param keyOf the key of a row
 */
export async function* pagesOf<Row extends { user_id: string }>(
  store: Pick<Store, 'run'>, statement: Statement, size: number, before: readonly unknown[] = [beforeAllIds], keyOf = (row: Row): readonly unknown[] => [row.user_id],
): AsyncGenerator<Row[], void> {
  for (let after = before; ;) {
    const rows = await store.run<Row>(statement, [...after, size]);
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    after = keyOf(rows.at(-1)!);
  }
}

/**
 * Repeats work that takes up to `limit` rows out of a queue until it finds fewer.
 * @param work does one round and says how many rows it found
 * @param mostRounds ends it all the same where rows may come back
 * @returns how many rows were found in all
 */
export async function inRounds(limit: number, work: () => Promise<number>, mostRounds = Infinity): Promise<number> {
  let all = 0;
  for (let round = 0, found = limit; found >= limit && round < mostRounds; round++) all += found = await work();
  return all;
}
