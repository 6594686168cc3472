// Runs a report from the command line on this folder's database: the one that is given, the one an engine here keeps running, or its private one.
import path from 'node:path';
import { readConfig } from './config.ts';
import { runningPostgres } from './local/postgres.ts';
import { localServers } from './local/servers.ts';
import { migrate } from './store/migrate.ts';
import { openStore, type Store } from './store/postgres.ts';

/**
 * Opens the database for `work` and leaves nothing running that was not. A database that was given stays as it is; the
 * private one may be new, and gets its tables.
 * @param work is given the database, and what prints a line
 * @throws when the database cannot be reached, and what `work` throws
 */
export async function report(work: (store: Store, tell: (line: string) => void) => Promise<void>): Promise<void> {
  const config = readConfig(process.env);
  const tell = (line: string) => void process.stdout.write(`${line}\n`);
  const dir = path.resolve(import.meta.dirname, '../.charla');
  // Who reads it may have seen enough, as `head` does.
  process.stdout.on('error', () => {});
  // No report looks into Redis.
  const servers = await localServers({ databaseUrl: config.DATABASE_URL ?? runningPostgres(path.join(dir, 'postgres')), redisUrl: config.REDIS_URL ?? 'redis://unused', dir, log: tell });
  const store = openStore(servers.databaseUrl, 1);
  try {
    if (config.DATABASE_URL === undefined) await migrate(store.knex);
    await work(store, tell);
  } finally {
    await store.close();
    await servers.stop();
  }
}
