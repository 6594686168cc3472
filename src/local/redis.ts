// A private Redis in a folder of its own, for `npm start` and `npm test` when REDIS_URL is not set.
import { mkdirSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { remembered, takeFolder } from './folder.ts';
import { freePort } from './port.ts';
import type { LocalServer } from './postgres.ts';
import { findRedis } from './redis-binaries.ts';
import { supervise } from './supervise.ts';

/**
 * Starts Redis in `dir` (made when missing) on 127.0.0.1 and keeps it running until `stop`, also when it is killed.
 * It never evicts (BullMQ's keys must stay) and appends to disk once a second. `cache` is where downloads are kept;
 * `databases` is how many numbered databases it has, 16 unless said.
 */
export async function startRedis(options: {
  dir: string;
  cache: string;
  log: (line: string) => void;
  databases?: number;
}): Promise<LocalServer> {
  const dir = path.resolve(options.dir);
  const { log } = options;
  const work = path.join(dir, 'data');
  mkdirSync(work, { recursive: true, mode: 0o700 });
  const pidFiles = [path.join(dir, 'pid'), path.join(work, 'redis.pid')] as const;
  const running = { workFolder: work, endSignal: 'SIGTERM' as const, pidFiles };

  const release = await takeFolder({ folder: dir, log, ...running });
  try {
    const password = remembered(path.join(dir, 'password'));
    const port = await freePort(path.join(dir, 'port'));
    const program = await findRedis({ cache: path.resolve(options.cache), work, port, log });
    const rules = {
      bind: program.inContainer ? '0.0.0.0' : '127.0.0.1',
      port: program.inContainer ? 6379 : port,
      requirepass: password,
      databases: options.databases ?? 16,
      'maxmemory-policy': 'noeviction',
      appendonly: 'yes',
      appendfsync: 'everysec',
      save: '""',
      pidfile: program.inContainer ? '""' : 'redis.pid',
    };
    // A file and not arguments, because every local user can read those and one of them is the password.
    const text = Object.entries(rules).map(([name, value]) => `${name} ${value}\n`).join('');
    writeFileSync(path.join(work, 'redis.conf'), text, { mode: 0o600 });
    const server = await supervise({
      name: 'Redis',
      folder: dir,
      command: program.command,
      args: program.args,
      env: program.env,
      isReady: () => answers(port, password),
      log,
      ...running,
    });
    const exited = server.exited.then(release);
    return {
      url: `redis://:${password}@127.0.0.1:${port}`,
      get pid() {
        return server.pid;
      },
      stop: () => server.stop().then(() => exited),
      exited,
    };
  } catch (fault) {
    release();
    throw fault;
  }
}

function answers(port: number, password: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    let said = '';
    const finish = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1_000, () => finish(false));
    socket.once('error', () => finish(false));
    socket.once('close', () => finish(false));
    socket.on('data', (part) => {
      said += part;
      // While it still reads its files from disk it answers -LOADING.
      if (said.includes('PONG')) finish(true);
      else if (/^-/m.test(said)) finish(false);
    });
  });
}
