// A private PostgreSQL and Redis for one simulation, gone when it is over.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { seedCurriculum } from '../../src/exercises/curriculum/seed.ts';
import { startPostgres } from '../../src/local/postgres.ts';
import { startRedis } from '../../src/local/redis.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openStore } from '../../src/store/postgres.ts';

export interface Ground {
  databaseUrl: string;
  redisUrl: string;
  stop(): Promise<void>;
}

const ours = path.resolve(import.meta.dirname, '../../.charla');

/** Starts both servers in a folder of this process, with the present schema. Nothing has to survive a power cut here. */
export async function openGround(log: (line: string) => void): Promise<Ground> {
  const folder = path.join(ours, `simulate-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const starts = await Promise.allSettled([
    startPostgres({ dir: path.join(folder, 'postgres'), log, durable: false }),
    startRedis({ dir: path.join(folder, 'redis'), cache: path.join(ours, 'cache'), log }),
  ]);
  const stop = async () => {
    await Promise.all(starts.map((start) => (start.status === 'fulfilled' ? start.value.stop() : null)));
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  };
  const [postgres, redis] = starts;
  try {
    if (postgres.status === 'rejected') throw postgres.reason;
    if (redis.status === 'rejected') throw redis.reason;
    await furnish(postgres.value.url);
    return { databaseUrl: postgres.value.url, redisUrl: redis.value.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
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
