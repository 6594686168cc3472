// The private PostgreSQL keeps what it was given, comes back when it is killed, and goes when it should.
import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { isRunning } from '../../src/local/folder.ts';
import { findPostgres } from '../../src/local/postgres-binaries.ts';
import { type LocalServer, runningPostgres, startPostgres } from '../../src/local/postgres.ts';

let dir: string;
let lines: string[];
let said: EventEmitter;
let server: LocalServer | undefined;

// One cluster for the file, because making one takes longer than all the rest.
beforeAll(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'charla-postgres-test-'));
  chmodSync(dir, 0o755);
});
beforeEach(() => {
  lines = [];
  said = new EventEmitter();
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function start(durable = false, where = dir): Promise<LocalServer> {
  const log = (line: string) => {
    lines.push(line);
    said.emit(line.replace(/ \(.*/, ''));
  };
  return (server = await startPostgres({ dir: where, durable, log }));
}

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: statement, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

test('address and rows are the same after a stop and a start, and in between nothing runs', async () => {
  const first = await start();
  await ask(first.url, 'CREATE TABLE kept_moved AS SELECT 7 AS n');
  const { pid, url } = first;
  await first.stop();
  expect(isRunning(pid)).toBe(false);
  const second = await start();
  expect(second.url).toBe(url);
  expect(await ask(second.url, 'SELECT n FROM kept_moved')).toEqual([7]);
});

test('killed, it is back on the same address with every committed row', async () => {
  const { url, pid } = await start(true);
  await ask(url, 'CREATE TABLE kept_crashed AS SELECT generate_series(1, 1000) AS n');
  const back = once(said, 'PostgreSQL is up again');
  const killedAt = performance.now();
  process.kill(pid, 'SIGKILL');
  await back;
  // Usually 0.2 s; the bound leaves room for a busy machine.
  expect(performance.now() - killedAt).toBeLessThan(10_000);
  expect(server?.pid).not.toBe(pid);
  expect(await ask(url, 'SELECT count(*)::int FROM kept_crashed')).toEqual([1000]);
});

test('killed and stopped at once, it stays down and the folder is free', async () => {
  const { pid, stop } = await start();
  process.kill(pid, 'SIGKILL');
  await stop();
  const again = await start();
  expect(await ask(again.url, 'SELECT 1')).toEqual([1]);
});

test('another process finds out where it answers, for as long as it runs', async () => {
  const { url } = await start();
  expect(runningPostgres(dir)).toBe(url);
  await server!.stop();
  expect(runningPostgres(dir)).toBeUndefined();
});

test('two starts in one folder: the second is refused and the first unharmed', async () => {
  const { url } = await start();
  await expect(startPostgres({ dir, durable: false, log: () => {} })).rejects.toThrow(/^Another Charla \(process \d+\)/);
  expect(await ask(url, 'SELECT 1')).toEqual([1]);
});

test('a server left running without an owner is ended by the next start', async () => {
  const { url } = await start();
  await ask(url, 'CREATE TABLE kept_orphan AS SELECT 7 AS n');
  await server?.stop();
  const identity = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;
  const { bin, discard } = findPostgres(identity);
  const data = path.join(dir, 'data');
  const args = ['-D', data, '-p', new URL(url).port, '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
  const left = spawn(path.join(bin, 'postgres'), args, { ...identity, stdio: ['ignore', 'ignore', 'pipe'] });
  const ready = new Promise<void>((resolve) => {
    left.stderr.on('data', (part) => String(part).includes('ready to accept') && resolve());
  });
  await ready;
  const ended = once(left, 'exit');
  const again = await start();
  expect(await ended).toEqual([0, null]);
  expect(lines).toContain(`Ended process ${left.pid}, left in ${dir} by an earlier run`);
  expect(again.url).toBe(url);
  expect(await ask(again.url, 'SELECT n FROM kept_orphan')).toEqual([7]);
  discard();
});

test('a stale pid file that names a living stranger neither stops the start nor harms the stranger', async () => {
  await (await start()).stop();
  writeFileSync(path.join(dir, 'data', 'postmaster.pid'), `${process.pid}\n${dir}\n1\n1\n\n127.0.0.1\n1 1\nready\n`);
  expect(await ask((await start()).url, 'SELECT 1')).toEqual([1]);
});

test('it is durable unless told otherwise, answers on loopback only, and to nobody without the password', async () => {
  const { url } = await start(true);
  const settings = ['fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses', 'server_encoding', 'shared_preload_libraries'];
  const shown = await ask(url, `SELECT ${settings.map((name) => `current_setting('${name}')`).join()}`);
  expect(shown).toEqual(['on', 'on', 'on', '127.0.0.1', 'UTF8', '']);
  expect(await ask(url, "SELECT lower('ÑÉ')")).toEqual(['ñé']);
  const stranger = new URL(url);
  stranger.password = 'guess';
  await expect(ask(stranger.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
});

test('a database of another major version is named and left untouched', async () => {
  await (await start()).stop();
  const file = path.join(dir, 'data', 'PG_VERSION');
  const version = readFileSync(file, 'utf8');
  writeFileSync(file, '9\n');
  await expect(start()).rejects.toThrow(/made by PostgreSQL 9, and this is PostgreSQL \d+/);
  expect(readFileSync(file, 'utf8')).toBe('9\n');
  writeFileSync(file, version);
  expect(await ask((await start()).url, 'SELECT 1')).toEqual([1]);
});

test.runIf(process.getuid?.() === 0)('as root it also works below a folder that only root may enter', async () => {
  const hidden = path.join(dir, 'hidden');
  chmodSync(dir, 0o700);
  const { url, pid } = await start(true, hidden);
  await ask(url, 'CREATE TABLE kept_hidden_one AS SELECT 7 AS n');
  const back = once(said, 'PostgreSQL is up again');
  process.kill(pid, 'SIGKILL');
  await back;
  expect(await ask(url, 'SELECT n FROM kept_hidden_one')).toEqual([7]);
});
