// A service's folder has one owner, and a dead owner's leavings are neither an obstacle nor a licence to kill.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimFolder, clearLeftovers, isRunning } from '../../src/local/folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'charla-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a folder in use is refused with the owner named, and free once it is given back', () => {
  const release = claimFolder(folder);
  expect(() => claimFolder(folder)).toThrow(`Another Charla (process ${process.pid}) is using ${folder}`);
  release();
  claimFolder(folder)();
});

test('the claim of a process that is gone is taken over', async () => {
  const gone = spawn(process.execPath, ['-e', '']);
  await once(gone, 'exit');
  writeFileSync(path.join(folder, 'owner'), `${gone.pid} 1\n`);
  claimFolder(folder)();
});

test('a claim whose number now belongs to another process is taken over', () => {
  claimFolder(folder);
  const claim = readFileSync(path.join(folder, 'owner'), 'utf8');
  writeFileSync(path.join(folder, 'owner'), claim.replace(/ .*/, ' an earlier start'));
  claimFolder(folder)();
});

test.runIf(process.platform === 'linux')('an owner that is dead but not yet buried does not count as running', async () => {
  // The shell becomes a program that never waits for its child, so the child stays a zombie.
  const parent = spawn('/bin/sh', ['-c', 'sh -c "echo \\$\\$; exec sleep 600" & exec sleep 600'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const child = Number(line);
  expect(isRunning(child)).toBe(true);
  process.kill(child, 'SIGKILL');
  await expect.poll(() => isRunning(child)).toBe(false);
  expect(existsSync(`/proc/${child}`)).toBe(true);
  parent.kill();
});

test('a process that works in the folder is ended and awaited, and its file removed', async () => {
  const work = path.join(folder, 'work');
  mkdirSync(work);
  const left = spawn('/bin/sh', ['-c', 'echo; exec sleep 600'], { cwd: work, stdio: ['ignore', 'pipe', 'ignore'] });
  await once(left.stdout, 'data');
  const file = path.join(folder, 'pid');
  writeFileSync(file, `${left.pid}\n`);
  const ended = once(left, 'exit');
  expect(await clearLeftovers(work, [file], 'SIGTERM')).toEqual([left.pid]);
  expect(await ended).toEqual([null, 'SIGTERM']);
  expect(existsSync(file)).toBe(false);
});

test('a process elsewhere that carries a remembered number is left alone', async () => {
  const stranger = spawn('/bin/sh', ['-c', 'echo; exec sleep 600'], { cwd: os.tmpdir(), stdio: ['ignore', 'pipe', 'ignore'] });
  await once(stranger.stdout, 'data');
  const file = path.join(folder, 'pid');
  writeFileSync(file, `${stranger.pid}\n`);
  try {
    expect(await clearLeftovers(folder, [file], 'SIGKILL')).toEqual([]);
    expect(isRunning(stranger.pid ?? 0)).toBe(true);
    expect(existsSync(file)).toBe(false);
  } finally {
    stranger.kill();
  }
});
