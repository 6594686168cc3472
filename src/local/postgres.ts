// A private PostgreSQL in a folder of its own, for `npm start` and `npm test` when DATABASE_URL is not set.
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isRunning, readIfThere, remembered, takeFolder } from './folder.ts';
import { freePort } from './port.ts';
import { type Binaries, canEnter, exe, findPostgres, type Identity } from './postgres-binaries.ts';
import { type Supervised, supervise } from './supervise.ts';

/** `nobody`: PostgreSQL refuses to run as root. The user need not exist by name. */
const NOBODY: Identity = { uid: 65534, gid: 65534 };

export type LocalServer = Supervised & {
  /** Where it answers, with the password. */
  url: string;
};

/**
 * Starts PostgreSQL in `dir` (made when missing) on 127.0.0.1 and keeps it running until `stop`, also when it is
 * killed. The port and the password are chosen once and remembered in `dir`.
 * `durable: false` trades safety in a power cut for speed and is meant for tests.
 */
export async function startPostgres(options: {
  dir: string;
  log: (line: string) => void;
  durable?: boolean;
}): Promise<LocalServer> {
  const dir = path.resolve(options.dir);
  const durable = options.durable ?? true;
  const { log } = options;
  const identity = process.getuid?.() === 0 ? NOBODY : undefined;
  const data = path.join(dir, 'data');
  const postmaster = path.join(data, 'postmaster.pid');
  const running = { workFolder: data, endSignal: 'SIGINT' as const, pidFiles: [path.join(dir, 'pid'), postmaster] as const };

  const undo = [await takeFolder({ folder: dir, log, ...running })];
  try {
    const programs = findPostgres(identity);
    undo.push(programs.discard);
    const password = remembered(path.join(dir, 'password'));
    if (!existsSync(data)) createCluster({ data, identity, programs, password, durable });
    refuseOtherVersion(data, programs.major);
    const port = await freePort(path.join(dir, 'port'));
    const server = await supervise({
      name: 'PostgreSQL',
      folder: dir,
      command: path.join(programs.bin, exe('postgres')),
      args: ['-D', seenFrom(data, identity), '-p', String(port), ...settings(durable).flatMap((s) => ['-c', s])],
      ...(identity && { identity }),
      isReady: (pid) => {
        const lines = readIfThere(postmaster)?.split('\n');
        return lines?.[0] === String(pid) && lines[7]?.trim() === 'ready';
      },
      log,
      ...running,
    });
    const exited = server.exited.then(() => undo.reverse().forEach((step) => step()));
    return {
      url: addressOf(password, port),
      get pid() {
        return server.pid;
      },
      stop: () => server.stop().then(() => exited),
      exited,
    };
  } catch (fault) {
    undo.reverse().forEach((step) => step());
    throw fault;
  }
}

const addressOf = (password: string, port: number | string): string => `postgres://charla:${password}@127.0.0.1:${port}/charla`;

/** Where the PostgreSQL answers that another process keeps running in `dir` now; undefined when there is none. */
export function runningPostgres(dir: string): string | undefined {
  const [owner, password, port] = ['owner', 'password', 'port'].map((name) => readIfThere(path.join(dir, name))?.trim());
  return owner && password && port && isRunning(Number.parseInt(owner, 10)) ? addressOf(password, port) : undefined;
}

function refuseOtherVersion(data: string, major: number): void {
  const made = readIfThere(path.join(data, 'PG_VERSION'))?.trim();
  if (made === String(major)) return;
  throw new Error(
    `The database in ${data} was made by PostgreSQL ${made}, and this is PostgreSQL ${major}. ` +
      'Move that folder away to begin with an empty database, or set DATABASE_URL.',
  );
}

function settings(durable: boolean): string[] {
  return [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    'shared_buffers=256MB',
    'wal_compression=off',
    'max_wal_size=2GB',
    // Logs that are written anew instead of made: at nine o'clock a new one each second held up everybody's commit for 40 ms.
    'min_wal_size=512MB',
    'checkpoint_timeout=15min',
    'autovacuum=on',
    'timezone=UTC',
    'log_timezone=UTC',
    `fsync=${durable ? 'on' : 'off'}`,
    `full_page_writes=${durable ? 'on' : 'off'}`,
    `synchronous_commit=${durable ? 'on' : 'off'}`,
  ];
}

/** Makes the cluster aside and moves it into place when it is complete, so that a run killed here leaves no half. */
function createCluster(at: {
  data: string;
  identity: Identity | undefined;
  programs: Binaries;
  password: string;
  durable: boolean;
}): void {
  const draft = `${at.data}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (at.identity !== undefined) chownSync(draft, at.identity.uid, at.identity.gid);
  const place = seenFrom(draft, at.identity);
  // The built-in provider sorts and folds case alike on every system, whatever locales it has installed.
  const locale =
    at.programs.major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      : ['--locale=C.UTF-8'];
  const run = (program: string, args: string[], input: string) => {
    const done = spawnSync(path.join(at.programs.bin, exe(program)), args, {
      ...at.identity,
      cwd: draft,
      input,
      encoding: 'utf8',
      windowsHide: true,
    });
    if (done.status !== 0) throw new Error(`${program} failed: ${done.error?.message ?? done.stderr}`);
  };
  const sync = at.durable ? [] : ['--no-sync'];
  run('initdb', ['-D', place, '-U', 'charla', '-A', 'trust', '-E', 'UTF8', ...locale, ...sync, '--no-instructions'], '');
  const alone = ['--single', '-D', place, ...(at.durable ? [] : ['-c', 'fsync=off']), 'postgres'];
  run('postgres', alone, `ALTER ROLE charla PASSWORD '${at.password}';\nCREATE DATABASE charla;\n`);
  // Every local user can reach a loopback port, and this role is a superuser: only who can read our folder gets in.
  writeFileSync(path.join(draft, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n');
  renameSync(draft, at.data);
}

// Below a folder that `nobody` may not enter, only the working directory itself can be reached, and this names it.
function seenFrom(folder: string, identity: Identity | undefined): string {
  return process.platform === 'linux' && !canEnter(folder, identity) ? '/proc/self/cwd' : folder;
}
