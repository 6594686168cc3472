// The whole program as a process of its own, in a fresh tree, so that a test can stop and start it as a person would.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Corner, corner } from '../corner.ts';

const root = path.resolve(import.meta.dirname, '../..');
const PARTS = ['src', 'machines', 'migrations', 'jobs', 'knexfile.ts', 'package.json'];

export interface Program {
  /** The phone's page, which stays the same over restarts. */
  readonly phoneUrl: string;
  /** The base of the simulator's control API. */
  readonly apiUrl: string;
  /** Starts it and waits for the line with the link. */
  start(): Promise<void>;
  /** Ends it with this signal and waits until it is gone. Resolves with its exit code; null when the signal ended it. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
  /** What it has written so far, of all its lives. */
  log(): string;
  /** Ends it, if need be, and removes its tree and its corner. */
  close(): Promise<void>;
}

/** A program of its own on a fresh database, without WhatsApp's keys. Not started yet. */
export async function freshProgram(name: string): Promise<Program> {
  const place = await corner(name);
  const tree = freshTree();
  const port = await freePort();
  let child: ReturnType<typeof launch> | undefined;
  let log = '';
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> => {
    const ending = child;
    child = undefined;
    if (ending === undefined) return null;
    const gone = ending.exitCode === null && ending.signalCode === null ? once(ending, 'exit') : undefined;
    ending.kill(signal);
    await gone;
    return ending.exitCode;
  };
  return {
    phoneUrl: `http://127.0.0.1:${port}/simulator/`,
    apiUrl: `http://127.0.0.1:${port}/simulator/api`,
    log: () => log,
    end,
    async start() {
      const started = (child = launch(tree, place, port));
      const from = log.length;
      const up = new Promise<void>((resolve, reject) => {
        const hear = (bytes: Buffer) => {
          log += String(bytes);
          if (/\/simulator\b/.test(log.slice(from))) resolve();
        };
        started.stderr!.on('data', hear);
        started.stdout!.on('data', hear);
        started.once('exit', () => reject(new Error(`the program ended at once:\n${log.slice(from)}`)));
      });
      await up;
    },
    async close() {
      await end('SIGKILL');
      rmSync(tree, { recursive: true, force: true });
      await place.close();
    },
  };
}

// A copy, because the phone's memory lies in the tree: a test must neither see nor spoil that of the person at work here.
function freshTree(): string {
  const tree = mkdtempSync(path.join(tmpdir(), 'charla-end-to-end-'));
  for (const part of PARTS) if (existsSync(path.join(root, part))) cpSync(path.join(root, part), path.join(tree, part), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(tree, 'node_modules'), 'junction');
  return tree;
}

function launch(tree: string, place: Corner, port: number) {
  const { PATH, HOME, TMPDIR } = process.env;
  return spawn(process.execPath, ['--require', path.join(tree, 'src/local/tether.cjs'), path.join(tree, 'src/main.ts')], {
    cwd: tree,
    env: { PATH, HOME, TMPDIR, PORT: String(port), DATABASE_URL: place.databaseUrl, REDIS_URL: place.redisUrl, LOG_LEVEL: 'warn' },
    // The fourth is the tether: when the test's process dies, so does this one.
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
}

/** A port that is free now; kept over restarts, so that an open page finds the program again. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
