// PostgreSQL's programs are found, usable by the user who will run them, and their copies do not pile up.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { claimFolder } from '../../src/local/folder.ts';
import { canEnter, exe, findPostgres } from '../../src/local/postgres-binaries.ts';

const nobody = { uid: 65534, gid: 65534 };
const asRoot = process.getuid?.() === 0;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'charla-binaries-test-'));
  vi.stubEnv('TMPDIR', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

test('the programs found start, and say the version that we read', () => {
  const { bin, major } = findPostgres(undefined);
  const said = spawnSync(path.join(bin, exe('initdb')), ['--version'], { encoding: 'utf8' });
  expect(said.stdout).toMatch(new RegExp(`\\(PostgreSQL\\) ${major}\\.`));
});

test.runIf(asRoot)('a folder is entered only when each one above it lets this user pass', () => {
  mkdirSync(path.join(folder, 'inner'), { mode: 0o755 });
  expect(canEnter(path.join(folder, 'inner'), nobody)).toBe(false);
  expect(canEnter('/usr/bin', nobody)).toBe(true);
});

test('a copy of a run that is gone is removed, one in use or without a claim is not', async () => {
  const [dead, used, fresh] = ['dead', 'used', 'fresh'].map((name) => path.join(folder, `charla-programs-${name}`)) as [string, string, string];
  const gone = spawn(process.execPath, ['-e', '']);
  await once(gone, 'exit');
  for (const copy of [dead, used, fresh]) mkdirSync(copy);
  writeFileSync(path.join(dead, 'owner'), `${gone.pid} 1\n`);
  claimFolder(used);
  findPostgres(undefined);
  expect([dead, used, fresh].map((copy) => existsSync(copy))).toEqual([false, true, true]);
});
