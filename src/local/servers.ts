// Brings up the servers that this machine was not given: a private PostgreSQL, a private Redis, both, or neither.
import path from 'node:path';
import { type LocalServer, startPostgres } from './postgres.ts';
import { startRedis } from './redis.ts';

export type LocalServers = {
  databaseUrl: string;
  redisUrl: string;
  /** Stops what was started here; what was given is left alone. */
  stop: () => Promise<void>;
};

/**
 * Starts a private server for each URL that is missing, in `dir/postgres` and `dir/redis`, and returns both URLs.
 * `cache` keeps downloads (default `dir/cache`). `durable` and `databases`: see `startPostgres` and `startRedis`.
 */
export async function localServers(options: {
  databaseUrl?: string | undefined;
  redisUrl?: string | undefined;
  dir: string;
  cache?: string;
  durable?: boolean;
  databases?: number;
  log: (line: string) => void;
}): Promise<LocalServers> {
  const { dir, log, durable = true, databases = 16, cache = path.join(dir, 'cache') } = options;
  const starts = await Promise.allSettled([
    options.databaseUrl ? undefined : startPostgres({ dir: path.join(dir, 'postgres'), log, durable }),
    options.redisUrl ? undefined : startRedis({ dir: path.join(dir, 'redis'), cache, log, databases }),
  ]);
  const up = starts.flatMap((start) => (start.status === 'fulfilled' && start.value ? [start.value] : []));
  const stop = async () => void (await Promise.all(up.map((server: LocalServer) => server.stop())));
  const failed = starts.find((start) => start.status === 'rejected');
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  const [postgres, redis] = starts.map((start) => (start.status === 'fulfilled' ? start.value?.url : undefined));
  return { databaseUrl: options.databaseUrl || postgres || '', redisUrl: options.redisUrl || redis || '', stop };
}
