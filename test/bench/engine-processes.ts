// Starts the engine's processes, knows them by their roles, kills and restarts them.
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

/** What an engine process tells once it is up. */
export interface EngineMessage {
  port: number;
}

export interface EngineProcess {
  readonly roles: string;
  readonly pid: number;
  readonly port: number;
  /** `SIGKILL`, and gone when this resolves. */
  kill(): Promise<void>;
  /** Starts it again, on the same port. */
  restart(): Promise<void>;
  /** Lets it finish its turns. Resolves with whether it ended by itself and well. */
  stop(): Promise<boolean>;
  /** Resolves with the signal or the code by which the present process ended. */
  ended(): Promise<NodeJS.Signals | number>;
}

export interface EngineSetting {
  machine: string;
  modelMs: number;
  /** `ROLES` of this process. */
  roles: string;
  /** 0 picks a free one. */
  port: number;
  databaseUrl: string;
  redisUrl: string;
  apiUrl: string;
  /** Where its log goes: a file descriptor. */
  log: number;
}

/** What the engine is set to unless the environment says otherwise. */
const defaults = {
  WHATSAPP_APP_SECRET: 'app-secret', WHATSAPP_VERIFY_TOKEN: 'verify-token', WHATSAPP_ACCESS_TOKEN: 'access-token', WHATSAPP_PHONE_NUMBER_ID: '1111',
  MESSAGES_PER_DAY: '1000000', LOG_LEVEL: 'warn',
};

/** Starts one engine process; resolves when it is ready. Rejects when it ends before that. */
export async function startEngineProcess(setting: EngineSetting): Promise<EngineProcess> {
  let port = setting.port;
  let child: ChildProcess;
  let ended: Promise<NodeJS.Signals | number>;

  const launch = async () => {
    const env = {
      ...defaults, ...process.env, ROLES: setting.roles, PORT: String(port),
      DATABASE_URL: setting.databaseUrl, REDIS_URL: setting.redisUrl, WHATSAPP_API_URL: setting.apiUrl,
    };
    child = spawn(process.execPath, [...process.execArgv.filter((flag) => /^--(max-semi-space|v8-pool)-size=/.test(flag)), path.join(import.meta.dirname, setting.machine === 'bare' ? 'bare-process.ts' : 'engine-process.ts'), setting.machine, String(setting.modelMs)], { env, stdio: ['ignore', setting.log, setting.log, 'ipc'] });
    const launched = child;
    ended = new Promise((resolve, reject) => {
      launched.once('exit', (code, signal) => resolve(signal ?? code ?? 1));
      launched.once('error', reject);
    });
    const ready = new Promise<EngineMessage>((resolve) => launched.once('message', (message) => resolve(message as EngineMessage)));
    const first = await Promise.race([ready, ended]);
    if (typeof first !== 'object') throw new Error(`The engine (${setting.roles}) did not start: ${first}`);
    port = first.port;
  };
  await launch();
  return {
    roles: setting.roles,
    get pid() {
      return child.pid!;
    },
    get port() {
      return port;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    restart: launch,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return false;
      child.kill('SIGTERM');
      return (await ended) === 0;
    },
    ended: () => ended,
  };
}

/** Which processes share the roles. */
export const rolesOf = { whole: ['web,worker,scheduler'], split: ['web', 'worker,scheduler'], apart: ['web', 'worker', 'scheduler'] } as const;
export type Layout = keyof typeof rolesOf;

/** Starts one process for each of `roles`; the port is the first one's, which takes the webhooks, and the others pick theirs. Rejects when one of them does not start; the others are stopped then. */
export async function startEngineProcesses(setting: Omit<EngineSetting, 'roles'>, roles: readonly string[]): Promise<EngineProcess[]> {
  const starts = await Promise.allSettled(roles.map((own, i) => startEngineProcess({ ...setting, roles: own, port: i === 0 ? setting.port : 0 })));
  const up = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  const failed = starts.find((start) => start.status === 'rejected');
  if (!failed) return up;
  await Promise.all(up.map((engine) => engine.stop()));
  throw failed.reason;
}
