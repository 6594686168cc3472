// The exercises of a test's database on a shelf.
import { loadExercises } from '../../src/exercises/load.ts';
import { createShelf, type Shelf } from '../../src/exercises/shelf.ts';
import type { Store } from '../../src/store/postgres.ts';

/** @param broken gathers the ids of rows that cannot be read */
export const shelfOf = ({ knex }: Store, broken: string[] = []): Shelf => createShelf((ids) => loadExercises(knex, ids), (id) => broken.push(id));
