// `--serve`: the engine with a bench machine on PORT, until somebody stops it, for a driver from outside.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isRunning } from '../../src/local/folder.ts';
import { rolesOf, startEngineProcesses, type EngineProcess } from './engine-processes.ts';
import { benchFolder, furnish, openGround } from './ground.ts';
import type { BenchOptions } from './options.ts';

const machines = ['echo', 'lesson'];

interface Standing {
  pid: number;
  databaseUrl: string;
  redisUrl: string;
}

/** Starts the engine and resolves with the process's exit code when it has been stopped. */
export async function serve({ serve: machine, pidfile, modelMs, split }: BenchOptions): Promise<number> {
  if (machine === null || !machines.includes(machine)) throw new Error(`--serve takes ${machines.join(' or ')}, not "${machine}"`);
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  const port = Number(process.env['PORT'] ?? 3000);
  const asked = stopAsked();

  // Keyed by port: a second engine on the same port is the first one's successor after a kill.
  const note = path.join(benchFolder, `serving-${machine}-${port}.json`);
  const given = givenUrls() ?? standing(note);
  const ground = given === null ? await openGround(tell) : null;
  const urls = given ?? (await ground!.fresh());
  if (ground) {
    mkdirSync(benchFolder, { recursive: true });
    writeFileSync(note, JSON.stringify({ pid: process.pid, ...urls } satisfies Standing), { mode: 0o600 });
  }
  let engines: EngineProcess[] = [];
  try {
    if (given) await furnish(urls.databaseUrl);
    engines = await startEngineProcesses({
      machine, modelMs: modelMs ?? 0, port, ...urls, apiUrl: process.env['WHATSAPP_API_URL'] ?? 'http://127.0.0.1:4900/v25.0', log: 2,
    }, split ? rolesOf.split : [process.env['ROLES'] ?? rolesOf.whole[0]]);
    const pids = engines.map(({ pid }) => pid);
    if (pidfile !== null) writeFileSync(pidfile, `${pids.join('\n')}\n`);
    tell(`The ${machine} engine is up on port ${engines[0]!.port} (process ${pids.join(' and ')})`);

    const over = Promise.all(engines.map((engine) => engine.ended()));
    const how = await Promise.race([asked, over]);
    if (Array.isArray(how)) {
      const killed = how.some((end) => typeof end === 'string');
      if (!ground || !killed) return killed ? 137 : Math.max(...how.map(Number));
      tell('The engine was killed. PostgreSQL and Redis stay up; the same command starts it again.');
      await asked;
      return 0;
    }
    return 0;
  } finally {
    await Promise.all(engines.map((engine) => engine.stop()));
    if (ground) {
      rmSync(note, { force: true });
      await ground.stop();
    }
  }
}

function givenUrls(): { databaseUrl: string; redisUrl: string } | null {
  const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl } = process.env;
  if (!databaseUrl && !redisUrl) return null;
  if (!databaseUrl || !redisUrl) throw new Error('DATABASE_URL and REDIS_URL are set both or neither');
  return { databaseUrl, redisUrl };
}

/** The servers of an earlier engine on this port whose owner is still there. */
function standing(note: string): { databaseUrl: string; redisUrl: string } | null {
  try {
    const { pid, ...urls } = JSON.parse(readFileSync(note, 'utf8')) as Standing;
    if (isRunning(pid)) return urls;
    rmSync(note);
    return null;
  } catch {
    return null;
  }
}

/** Resolves when somebody asks this process to stop. */
function stopAsked(): Promise<'stop'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve('stop'));
  });
}
