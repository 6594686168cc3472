// The exercises that this process has at hand, already parsed, so that a turn needs no query to ask one.
import { LRUCache } from 'lru-cache';
import { readExercise } from './exercise.ts';
import type { Exercise, ExerciseRow } from './exercise.ts';

/** About 3 KB each with its theory, so a full shelf is some 15 MB. */
const mostExercises = 5000;

export type Shelf = {
  /** The exercise, if it has been fetched and not been pushed out since. */
  get: (id: string) => Exercise | undefined;
  /** Fetches what is missing. Ids that do not exist, or whose row cannot be read, stay absent; load errors are thrown. */
  prefetch: (ids: readonly string[]) => Promise<void>;
};

/**
 * What `pick` chooses, chosen again without the exercises that cannot be had, until all of it can. Rejects when they
 * cannot be looked for.
 * @param idsOf the exercises that a choice speaks of
 */
export async function pickAtHand<T>(shelf: Shelf, pick: (without: ReadonlySet<string>) => T, idsOf: (picked: T) => readonly string[]): Promise<T> {
  const without = new Set<string>();
  for (;;) {
    const picked = pick(without);
    const ids = idsOf(picked);
    await shelf.prefetch(ids);
    const missing = ids.filter((id) => !without.has(id) && shelf.get(id) === undefined);
    if (missing.length === 0) return picked;
    for (const id of missing) without.add(id);
  }
}

/**
 * `load` gets the ids that are missing and returns their rows in any order.
 * `broken` is told, once, of a row that could not be read; such a row never stops the others.
 */
export function createShelf(
  load: (ids: string[]) => Promise<ExerciseRow[]>,
  broken: (id: string, error: unknown) => void,
): Shelf {
  const exercises = new LRUCache<string, Exercise>({ max: mostExercises });
  const told = new LRUCache<string, true>({ max: mostExercises });
  const underWay = new Map<string, Promise<void>>();

  async function fetch(ids: string[]): Promise<void> {
    for (const row of await load(ids)) {
      try {
        exercises.set(row.id, readExercise(row));
      } catch (error) {
        // It is looked for again with every turn that speaks of it.
        if (!told.has(row.id)) broken(row.id, error);
        told.set(row.id, true);
      }
    }
  }

  return {
    get: (id) => exercises.get(id),
    async prefetch(ids) {
      const missing = [...new Set(ids)].filter((id) => !exercises.has(id));
      const fresh = missing.filter((id) => !underWay.has(id));
      if (fresh.length > 0) {
        const fetching = fetch(fresh).finally(() => fresh.forEach((id) => underWay.delete(id)));
        fresh.forEach((id) => underWay.set(id, fetching));
      }
      // Many learners reach the same exercise at once: they share one query.
      await Promise.all(missing.map((id) => underWay.get(id)));
    },
  };
}
