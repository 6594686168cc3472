// What was given is used as it is; what was not is started, and does not outlive its owner.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, onTestFailed, test, vi } from 'vitest';
import { isRunning } from '../../src/local/folder.ts';
import { localServers } from '../../src/local/servers.ts';

const cache = path.resolve(import.meta.dirname, '../../.charla/cache');
// Each makes a cluster or two, which takes a second, and on a machine with much else to do ten.
vi.setConfig({ testTimeout: 90_000 });

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'charla-servers-test-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('servers that are given are not started', async () => {
  const given = { databaseUrl: 'postgres://elsewhere/db', redisUrl: 'redis://elsewhere' };
  const servers = await localServers({ ...given, dir: path.join(dir, 'local'), log: () => {} });
  expect(servers).toMatchObject(given);
  await servers.stop();
  expect(existsSync(path.join(dir, 'local'))).toBe(false);
});

test('when one cannot be started the other is stopped, and the reason is told', async () => {
  const where = { dir, cache, durable: false, log: () => {} };
  const first = await localServers({ ...where, databaseUrl: 'postgres://elsewhere/db' });
  await expect(localServers(where)).rejects.toThrow(/Another Charla/);
  expect(existsSync(path.join(dir, 'postgres', 'data', 'postmaster.pid'))).toBe(false);
  await first.stop();
});

test('killed with SIGKILL, an owner leaves neither server behind, and the next start works', async () => {
  const owner = spawn(process.execPath, [path.join(import.meta.dirname, 'owner.ts'), dir, cache], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = (await once(owner.stdout, 'data')) as [Buffer];
  const pids = JSON.parse(String(line)) as number[];
  onTestFailed(() => pids.filter(isRunning).forEach((pid) => process.kill(pid, 'SIGKILL')));
  expect(pids.map(isRunning)).toEqual([true, true]);
  owner.kill('SIGKILL');
  await expect.poll(() => pids.map(isRunning), { timeout: 10_000 }).toEqual([false, false]);
  const again = await localServers({ dir, cache, durable: false, log: () => {} });
  await again.stop();
});
