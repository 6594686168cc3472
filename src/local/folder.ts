// One owner at a time for a service's folder, and nothing left running from an owner that died.
import { spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Claims `folder` for this process until the returned function is called.
 * Throws an error that names the other process when that one is still running; a dead owner's claim is taken over.
 */
export function claimFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const lock = path.join(folder, 'owner');
  const mine = `${process.pid} ${startedAt(process.pid)}\n`;
  for (;;) {
    try {
      writeFileSync(lock, mine, { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
    }
    const theirs = readIfThere(lock);
    if (theirs === undefined) continue;
    const pid = Number.parseInt(theirs, 10);
    // A claim without a number yet is one that is being written this instant: its owner counts as running.
    if (theirs.trim() === '' || (isRunning(pid) && theirs === `${pid} ${startedAt(pid)}\n`)) {
      throw new Error(
        `Another Charla (process ${theirs.trim() === '' ? 'just starting' : pid}) is using ${folder}. ` +
          'Stop that one first, or set DATABASE_URL and REDIS_URL to give this one its own.',
      );
    }
    removeStale(lock, theirs);
  }
}

/**
 * Claims `folder` (see `claimFolder`) and ends what an earlier owner left running in it (see `clearLeftovers`).
 * Returns the function that gives the folder back.
 */
export async function takeFolder(at: {
  folder: string;
  workFolder: string;
  pidFiles: readonly string[];
  endSignal: NodeJS.Signals;
  log: (line: string) => void;
}): Promise<() => void> {
  const release = claimFolder(at.folder);
  try {
    for (const pid of await clearLeftovers(at.workFolder, at.pidFiles, at.endSignal)) {
      at.log(`Ended process ${pid}, left in ${at.folder} by an earlier run`);
    }
    return release;
  } catch (fault) {
    release();
    throw fault;
  }
}

/** Removes a dead owner's claim; a claim that somebody else renewed meanwhile is put back. */
function removeStale(lock: string, seen: string): void {
  const aside = `${lock}.${randomUUID()}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  const taken = readIfThere(aside);
  if (taken !== undefined && taken !== seen) writeFileSync(lock, taken, { flag: 'wx' });
  rmSync(aside, { force: true });
}

/**
 * Stops the processes named in `pidFiles` whose working directory is `workFolder`, waits until they are gone, and
 * removes the files. A number that meanwhile belongs to some other program is left alone.
 * `signal` asks for a clean end; after 60 s the process is killed.
 */
export async function clearLeftovers(workFolder: string, pidFiles: readonly string[], signal: NodeJS.Signals): Promise<number[]> {
  const stopped: number[] = [];
  for (const file of pidFiles) {
    const pid = Number.parseInt(readIfThere(file) ?? '', 10);
    if (pid > 1 && worksIn(pid, workFolder)) {
      send(pid, signal);
      for (let waited = 0; worksIn(pid, workFolder); waited += 20) {
        if (waited === 60_000) send(pid, 'SIGKILL');
        await pause(20);
      }
      stopped.push(pid);
    }
    rmSync(file, { force: true });
  }
  return stopped;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (fault) {
    // It ended by itself between the look and the signal.
    if ((fault as NodeJS.ErrnoException).code !== 'ESRCH') throw fault;
  }
}

/** Whether process `pid` is running. A process of another user counts; one that only waits to be buried does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return statFields(pid)?.[0] !== 'Z';
}

/** The text of a file, or undefined when there is none. */
export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** The secret kept in `file`, made on first use and readable by its owner alone. */
export function remembered(file: string): string {
  const known = readIfThere(file);
  if (known !== undefined && known !== '') return known;
  const fresh = randomBytes(24).toString('base64url');
  writeFileSync(file, fresh, { mode: 0o600 });
  return fresh;
}

/** When a process started, in whatever unit the system keeps: with the pid it names one process, even after pids wrap. */
function startedAt(pid: number): string {
  if (process.platform === 'win32') return '';
  const fields = statFields(pid);
  if (fields !== undefined) return fields[19] ?? '';
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

// Linux's description of a process from its state on. Before it stands the program's name, which may hold spaces and
// brackets, so what counts is the last bracket.
function statFields(pid: number): string[] | undefined {
  const stat = readIfThere(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function worksIn(pid: number, folder: string): boolean {
  if (!isRunning(pid)) return false;
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
    } catch {
      return false;
    }
  }
  if (process.platform === 'win32') {
    const listed = spawnSync('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV'], { encoding: 'utf8' }).stdout ?? '';
    return /postgres|redis|valkey/i.test(listed);
  }
  const listed = spawnSync('lsof', ['-a', '-p', String(pid), '-d', 'cwd', '-Fn'], { encoding: 'utf8' }).stdout ?? '';
  return listed.split('\n').includes(`n${realpathSync(folder)}`);
}
