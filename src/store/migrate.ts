// Brings a database to the present schema.
import type { Knex } from 'knex';
import { knexConfig } from '../../knexfile.ts';

/** Runs the migrations that are missing, one after another. Two processes that start at once take turns by knex's lock. @throws when one fails; it is rolled back then */
export async function migrate(knex: Knex): Promise<void> {
  await knex.migrate.latest(knexConfig('').migrations);
}
