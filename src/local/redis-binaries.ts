// Finds a Redis to run: the system's, else the distribution's package unpacked into our cache, else Docker's.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

/** How to run the server on the configuration file `redis.conf` in its working directory. */
export type RedisProgram = {
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Whether the server sees the network of a container, where our port is 6379 and loopback is the container's own. */
  inContainer: boolean;
};

/**
 * The first of these that works here: `redis-server` or `valkey-server` on PATH; on Debian and Ubuntu the
 * distribution's package, downloaded and unpacked into `cache` without root; a running Docker engine.
 * Throws an error that names the one command for this system when there is none.
 */
export async function findRedis(at: { cache: string; work: string; port: number; log: (line: string) => void }): Promise<RedisProgram> {
  for (const command of ['redis-server', 'valkey-server']) {
    if (runs(command, {})) return { command, args: ['redis.conf'], env: {}, inContainer: false };
  }
  const refused: string[] = [];
  for (const attempt of [() => fromDistribution(at.cache, at.log), () => fromDocker(at.work, at.port)]) {
    const found = await attempt().catch((fault: Error) => void refused.push(fault.message));
    if (found !== undefined) return found;
  }
  throw new Error(`There is no Redis here. ${installAdvice()}, or set REDIS_URL.\n${refused.join('\n')}`.trim());
}

function runs(command: string, env: NodeJS.ProcessEnv): boolean {
  return spawnSync(command, ['--version'], { env: { ...process.env, ...env }, stdio: 'ignore' }).status === 0;
}

async function fromDistribution(cache: string, log: (line: string) => void): Promise<RedisProgram | undefined> {
  if (spawnSync('dpkg', ['--version'], { stdio: 'ignore' }).status !== 0) return undefined;
  const home = path.join(cache, 'redis');
  if (!existsSync(home)) {
    log("Redis: fetching the distribution's package into the project's cache");
    await unpack(home, cache);
  }
  const command = path.join(home, 'usr/bin/redis-server');
  const folders = globSync(['lib/*-linux-*', 'usr/lib/*-linux-*'], { cwd: home }).map((folder) => path.join(home, folder));
  const known = process.env['LD_LIBRARY_PATH'];
  const env = { LD_LIBRARY_PATH: [...folders, ...(known === undefined ? [] : [known])].join(':') };
  if (runs(command, env)) return { command, args: ['redis.conf'], env, inContainer: false };
  rmSync(home, { recursive: true, force: true });
  throw new Error(`The distribution's redis-server does not run from ${home}`);
}

async function unpack(home: string, cache: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  // Aside and under a name of its own: two runs may be doing this at once, and either result will do.
  const draft = mkdtempSync(path.join(cache, 'unpacking-'));
  try {
    // The system's package lists first; when they are missing or name what the mirror no longer has, fresh ones of ours.
    await download(draft, []).catch(async () => {
      const ours = ownLists(draft);
      await run('apt-get', [...ours, 'update'], draft).catch(() => '');
      await download(draft, ours);
    });
    const files = path.join(draft, 'files');
    for (const deb of globSync('*.deb', { cwd: draft })) await run('dpkg', ['-x', deb, files], draft);
    if (!existsSync(home)) renameSync(files, home);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function download(into: string, options: string[]): Promise<void> {
  // A simulated installation names what this system lacks; only programs and libraries are unpacked, not scripts.
  const plan = await run('apt-get', [...options, '-s', 'install', '--no-install-recommends', 'redis-server'], into);
  const lacking = [...plan.matchAll(/^Inst (\S+)/gm)].map((match) => match[1] ?? '');
  const wanted = lacking.filter((name) => /^(redis-|lib|lua-)/.test(name));
  if (!wanted.includes('redis-server')) throw new Error('apt-get offers no redis-server');
  await run('apt-get', [...options, '-o', 'APT::Sandbox::User=root', 'download', ...wanted], into);
}

function ownLists(folder: string): string[] {
  const lists = path.join(folder, 'apt/lists');
  const archives = path.join(folder, 'apt/cache');
  mkdirSync(path.join(lists, 'partial'), { recursive: true });
  mkdirSync(path.join(archives, 'archives/partial'), { recursive: true });
  return [`Dir::State::lists=${lists}`, `Dir::Cache=${archives}`, 'APT::Sandbox::User=root'].flatMap((o) => ['-o', o]);
}

async function fromDocker(work: string, port: number): Promise<RedisProgram | undefined> {
  if (spawnSync('docker', ['info'], { stdio: 'ignore', timeout: 10_000 }).status !== 0) return undefined;
  const name = `charla-redis-${port}`;
  spawnSync('docker', ['rm', '-f', name], { stdio: 'ignore' });
  const publish = ['--publish', `127.0.0.1:${port}:6379`, '--volume', `${work}:/data`, '--workdir', '/data'];
  const user = process.getuid === undefined ? [] : ['--user', `${process.getuid()}:${process.getgid?.() ?? 0}`];
  const args = ['run', '--rm', '--name', name, ...publish, ...user, 'redis:8-alpine', 'redis-server', 'redis.conf'];
  return { command: 'docker', args, env: {}, inContainer: true };
}

function installAdvice(): string {
  if (process.platform === 'darwin') return 'Run `brew install redis`';
  if (process.platform === 'win32') return 'Start Docker Desktop';
  const tools: [string, string][] = [
    ['apt-get', 'apt-get install redis-server'],
    ['dnf', 'dnf install valkey'],
    ['apk', 'apk add redis'],
    ['pacman', 'pacman -S valkey'],
    ['zypper', 'zypper install redis'],
  ];
  const root = process.getuid?.() === 0 ? '' : 'sudo ';
  const known = tools.find(([tool]) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).error === undefined);
  return known === undefined ? 'Install Redis or Valkey' : `Run \`${root}${known[1]}\``;
}

function run(command: string, args: string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, LC_ALL: 'C' };
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let complained = '';
    child.stdout.on('data', (part) => (said += part));
    child.stderr.on('data', (part) => (complained += part));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(said) : reject(new Error(`${command}: ${complained.trim()}`))));
  });
}
