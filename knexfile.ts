// How knex reaches the database and finds the migrations: used by its command line, by start-up and by the tests.
import path from 'node:path';
import type { Knex } from 'knex';

/**
 * The knex configuration for one database.
 * `databaseUrl` is a Postgres connection string; nothing connects until the first query.
 */
export function knexConfig(databaseUrl: string): Knex.Config {
  return {
    client: 'pg',
    connection: databaseUrl,
    migrations: {
      // Absolute, because the programs that migrate are started from different folders.
      directory: path.join(import.meta.dirname, 'migrations'),
      loadExtensions: ['.ts'],
      extension: 'ts',
    },
  };
}

/** What knex's command line reads. Looked up at connection time, so that importing this file needs no environment. */
const fromEnvironment: Knex.Config = {
  ...knexConfig(''),
  connection: () => {
    const databaseUrl = process.env['DATABASE_URL'];
    // Without this, pg would silently try whatever listens on localhost:5432.
    if (!databaseUrl) throw new Error('DATABASE_URL is not set: it names the Postgres database to migrate');
    return { connectionString: databaseUrl };
  },
};

export default fromEnvironment;
