// A corner of its own for each test: a fresh, migrated database and an empty Redis database that nobody else uses.
import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { inject } from 'vitest';
import { databaseUrl, REDIS_COUNTER, REDIS_RETURNED, TEMPLATE } from './setup.ts';

export type Corner = {
  databaseUrl: string;
  /** With the database's number as its path. */
  redisUrl: string;
  /** Drops the database, also under open connections, and empties the Redis database. */
  close(): Promise<void>;
};

/** Makes a corner. `name` is for people who look at the server meanwhile: letters, digits and hyphens. */
export async function corner(name: string): Promise<Corner> {
  const database = `charla_${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_').slice(0, 40)}_${randomBytes(6).toString('hex')}`;
  const redis = new Redis(inject('redisUrl'));
  const number = await freshNumber(redis);
  await onServer(`CREATE DATABASE ${database} TEMPLATE ${TEMPLATE}`);
  const redisUrl = new URL(inject('redisUrl'));
  redisUrl.pathname = `/${number}`;
  let closing: Promise<void> | undefined;
  return {
    databaseUrl: databaseUrl(inject('serverUrl'), database),
    redisUrl: redisUrl.href,
    close: () => (closing ??= close()),
  };

  async function close(): Promise<void> {
    await onServer(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    await redis.pipeline().select(number).flushdb().select(0).lpush(REDIS_RETURNED, number).exec();
    await redis.quit();
  }
}

/** Unused numbers first, so that a latecomer of a closed corner seldom meets the next one. */
async function freshNumber(redis: Redis): Promise<number> {
  const [, count] = (await redis.config('GET', 'databases')) as [string, string];
  for (;;) {
    const next = await redis.incr(REDIS_COUNTER);
    const number = next < Number(count) ? next : Number((await redis.rpop(REDIS_RETURNED)) ?? 0);
    if (number === 0) throw new Error(`All ${count} databases of this Redis are in use: close corners when a test ends.`);
    await redis.select(number);
    const size = await redis.dbsize();
    await redis.select(0);
    // On a Redis that was given to us, a database with something in it is somebody's.
    if (size === 0) return number;
  }
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: inject('serverUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
