// Starts an engine in a child process that a test may kill.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { APP_SECRET, NUMBER_ID, VERIFY_TOKEN, type World } from '../world.ts';

export interface Child {
  port: number;
  /** Ends it with this signal and waits until it is gone. Resolves with its exit code; null when a signal ended it. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
}

/** Starts one and waits until it serves. @param port 0 for a free one @param stuck its jobs never end */
export async function startChild(world: World, roles: readonly ('web' | 'worker' | 'scheduler')[], port = 0, stuck = false): Promise<Child> {
  const options = { databaseUrl: world.corner.databaseUrl, redisUrl: world.corner.redisUrl, roles, port, graphUrl: world.graph.url, appSecret: APP_SECRET, verifyToken: VERIFY_TOKEN, numberId: NUMBER_ID, stuck };
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'worker.ts')], { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ENGINE: JSON.stringify(options) } });
  const gone = once(child, 'exit') as Promise<[number | null]>;
  const [line] = (await Promise.race([once(child.stdout, 'data'), gone.then(() => { throw new Error('the child ended at once'); })])) as [Buffer];
  return {
    port: Number(String(line)),
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      return (await gone)[0];
    },
  };
}
