// What a bench or a simulation stands on: a private PostgreSQL, a private Redis, and a fresh database for each run.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { seedCurriculum } from '../../src/exercises/curriculum/seed.ts';
import { isRunning } from '../../src/local/folder.ts';
import { startPostgres, type LocalServer } from '../../src/local/postgres.ts';
import { startRedis } from '../../src/local/redis.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/postgres.ts';

const ours = path.resolve(import.meta.dirname, '../../.charla');
/** Below it each run has a folder by its process id. */
export const benchFolder = path.join(ours, 'bench');

export interface Ground {
  postgres: LocalServer;
  redis: LocalServer;
  folder: string;
  /** A migrated, seeded database and an empty Redis database that nobody used before. */
  fresh(): Promise<{ databaseUrl: string; redisUrl: string }>;
  stop(): Promise<void>;
}

/** Brings a database to the present schema and puts the curriculum into it. */
export async function furnish(databaseUrl: string): Promise<void> {
  const store = openStore(databaseUrl, 1);
  try {
    await migrate(store.knex);
    await seedCurriculum(store.knex);
  } finally {
    await store.close();
  }
}

/**
 * Starts both servers in a folder of this process.
 * @param log told when a server comes back after a crash
 * @param durable whether what is committed has to survive a power cut, which is part of what a bench measures
 */
export async function openGround(log: (line: string) => void, durable = true): Promise<Ground> {
  removeDeadRuns();
  const folder = path.join(benchFolder, String(process.pid));
  mkdirSync(folder, { recursive: true });
  const starts = await Promise.allSettled([
    startPostgres({ dir: path.join(folder, 'postgres'), log, durable }),
    startRedis({ dir: path.join(folder, 'redis'), cache: path.join(ours, 'cache'), log, databases: 1024 }),
  ]);
  const stop = async () => {
    await Promise.all(starts.map((start) => (start.status === 'fulfilled' ? start.value.stop() : null)));
    remove(folder);
  };
  const [postgres, redis] = starts;
  if (postgres.status === 'rejected' || redis.status === 'rejected') {
    await stop();
    throw postgres.status === 'rejected' ? postgres.reason : (redis as PromiseRejectedResult).reason;
  }
  try {
    const template = await database(postgres.value.url, 'bench_template');
    await furnish(template);
  } catch (error) {
    await stop();
    throw error;
  }
  let runs = 0;
  return {
    postgres: postgres.value, redis: redis.value, folder, stop,
    async fresh() {
      runs += 1;
      const redisUrl = new URL(redis.value.url);
      redisUrl.pathname = `/${runs}`;
      return { databaseUrl: await database(postgres.value.url, `bench_${runs}`, 'bench_template'), redisUrl: redisUrl.href };
    },
  };
}

async function database(serverUrl: string, name: string, template = 'template1'): Promise<string> {
  const server = openStore(serverUrl, 1);
  try {
    await server.knex.raw(`create database ${name} template ${template}`);
  } finally {
    await server.close();
  }
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** A run that was killed could not remove its folder; its servers ended by themselves when it died. */
function removeDeadRuns(): void {
  for (const name of existsSync(benchFolder) ? readdirSync(benchFolder) : []) {
    if (/^\d+$/.test(name) && !isRunning(Number(name))) remove(path.join(benchFolder, name));
  }
}

// Tried again for a while, because a server that has just lost its owner may still be writing its last files.
const remove = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
