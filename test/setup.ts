// Before the first test: PostgreSQL, Redis and a migrated template database; after the last, nothing of them is left.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Redis } from 'ioredis';
import knex from 'knex';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { knexConfig } from '../knexfile.ts';
import { isRunning } from '../src/local/folder.ts';
import { localServers } from '../src/local/servers.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server's maintenance database; tests get their own from `corner`. */
    serverUrl: string;
    redisUrl: string;
  }
}

export const TEMPLATE = 'charla_template';
/** In Redis database 0: the last number handed out, and the numbers given back. */
export const REDIS_COUNTER = 'charla:test:corners';
export const REDIS_RETURNED = 'charla:test:returned';

const root = path.resolve(import.meta.dirname, '..');
const ours = path.join(root, '.charla');

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  removeDeadRuns();
  const dir = path.join(ours, `test-${process.pid}`);
  const servers = await localServers({
    databaseUrl: process.env['DATABASE_URL'],
    redisUrl: process.env['REDIS_URL'],
    dir,
    cache: path.join(ours, 'cache'),
    durable: false,
    databases: 1024,
    log: (line) => console.log(line),
  });
  let over: Promise<void> | undefined;
  const teardown = () => (over ??= servers.stop().finally(() => remove(dir)));
  try {
    await makeTemplate(servers.databaseUrl);
    await forgetNumbers(servers.redisUrl);
  } catch (fault) {
    await teardown();
    throw fault;
  }
  project.provide('serverUrl', servers.databaseUrl);
  project.provide('redisUrl', servers.redisUrl);
  return teardown;
}

/** A run that was killed could not remove its folder; its servers ended by themselves when it died. */
function removeDeadRuns(): void {
  for (const name of existsSync(ours) ? readdirSync(ours) : []) {
    const pid = Number(/^test-(\d+)$/.exec(name)?.[1]);
    if (pid > 0 && (pid === process.pid || !isRunning(pid))) remove(path.join(ours, name));
  }
}

// Tried again for a while, because a server that has just lost its owner may still be writing its last files.
function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

async function makeTemplate(serverUrl: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${TEMPLATE}`);
  } finally {
    await client.end();
  }
  const database = knex(knexConfig(databaseUrl(serverUrl, TEMPLATE)));
  try {
    await database.migrate.latest();
  } finally {
    await database.destroy();
  }
}

async function forgetNumbers(redisUrl: string): Promise<void> {
  const redis = new Redis(redisUrl);
  await redis.del(REDIS_COUNTER, REDIS_RETURNED);
  await redis.quit();
}

/** The URL of database `name` on the server that `serverUrl` points to. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
