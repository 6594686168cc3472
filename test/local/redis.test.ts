// The private Redis keeps what it was given, never evicts, comes back when it is killed, and goes when it should.
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isRunning } from '../../src/local/folder.ts';
import type { LocalServer } from '../../src/local/postgres.ts';
import { startRedis } from '../../src/local/redis.ts';

const cache = path.resolve(import.meta.dirname, '../../.charla/cache');
let dir: string;
let said: EventEmitter;
let server: LocalServer | undefined;
let client: Redis | undefined;

beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'charla-redis-test-'));
  said = new EventEmitter();
});
afterEach(async () => {
  client?.disconnect();
  await server?.stop();
  rmSync(dir, { recursive: true, force: true });
});

async function start(databases?: number): Promise<LocalServer> {
  const log = (line: string) => said.emit(line.replace(/ \(.*/, ''));
  return (server = await startRedis({ dir, cache, log, ...(databases && { databases }) }));
}

function connect(url: string): Redis {
  client?.disconnect();
  client = new Redis(url);
  client.on('error', () => {});
  return client;
}

test('it never evicts, appends to disk each second, listens on loopback only, and has as many databases as asked', async () => {
  const redis = connect((await start(40)).url);
  const shown: Record<string, unknown> = {};
  for (const name of ['maxmemory-policy', 'appendonly', 'appendfsync', 'bind', 'databases']) {
    shown[name] = ((await redis.config('GET', name)) as string[])[1];
  }
  expect(shown).toEqual({
    'maxmemory-policy': 'noeviction',
    appendonly: 'yes',
    appendfsync: 'everysec',
    bind: '127.0.0.1',
    databases: '40',
  });
});

test('address and keys are the same after a stop and a start, and in between nothing runs', async () => {
  const { url, pid, stop } = await start();
  await connect(url).set('kept', '7');
  await stop();
  expect(isRunning(pid)).toBe(false);
  expect((await start()).url).toBe(url);
  expect(await connect(url).get('kept')).toBe('7');
});

test('killed, it is back on the same address with its keys', async () => {
  const { url, pid } = await start();
  await connect(url).set('kept', '7');
  const back = once(said, 'Redis is up again');
  process.kill(pid, 'SIGKILL');
  await back;
  expect(server?.pid).not.toBe(pid);
  expect(await connect(url).get('kept')).toBe('7');
});

test('two starts in one folder: the second is refused and the first unharmed', async () => {
  const { url } = await start();
  await expect(startRedis({ dir, cache, log: () => {} })).rejects.toThrow(/^Another Charla \(process \d+\)/);
  expect(await connect(url).ping()).toBe('PONG');
});

test('nobody gets in without the password', async () => {
  const url = new URL((await start()).url);
  url.password = '';
  await expect(connect(url.href).get('kept')).rejects.toThrow(/NOAUTH/);
});
