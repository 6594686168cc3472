// Keeps one private server process running: watches it, restarts it, and never lets it outlive its owner.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { clearLeftovers } from './folder.ts';

/** What to run and how to know that it is up. */
export type Plan = {
  /** The server's name in messages. */
  name: string;
  /** Where pid and log are kept; claimed by the caller. */
  folder: string;
  /** The server's working directory; a leftover is recognised by it, so it must be this server's alone. */
  workFolder: string;
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  /** Run as this user (an owner that is root gives its rights away). */
  identity?: { uid: number; gid: number };
  /** The signal by which the server ends cleanly without waiting for its clients. */
  endSignal: 'SIGINT' | 'SIGTERM';
  /** Where the server's pid is written: first by us, then by the server itself. */
  pidFiles: readonly [string, ...string[]];
  /** Asked every 20 ms after a start: does process `pid` answer? */
  isReady: (pid: number) => boolean | Promise<boolean>;
  log: (line: string) => void;
};

export type Supervised = {
  /** The server's process now; another one after a restart. */
  readonly pid: number;
  /** Ends the server cleanly and waits for it. May be called more than once. */
  stop(): Promise<void>;
  /** Resolves when the server has ended for good, which only `stop` brings about. */
  exited: Promise<void>;
};

type Run = { pid: number; ended: Promise<void>; letGo: () => void };

/** A first start may have to replay a long log after a power cut, hence minutes. */
const START_TIMEOUT_MS = 300_000;
const LOG_LIMIT_BYTES = 10_000_000;

// The owner holds the other end of descriptor 3. When the owner ends, however brutally, the read ends and the server
// gets its signal. The server itself inherits neither that descriptor nor the owner's terminal.
const TETHER = `
"$@" 3<&- >&2 & server=$!
echo $server
( read -r _ <&3; kill -s "$0" $server ) >/dev/null 2>&1 & watch=$!
wait $server; status=$?
kill $watch 2>/dev/null
exit $status`;

/**
 * Starts the server described by `plan` and keeps it up until `stop`: a server that dies is started again at once.
 * Throws when the first start fails, with the end of the server's log.
 */
export async function supervise(plan: Plan): Promise<Supervised> {
  // One after the other, and all of them before `exited`: one that is still at it would end the next owner's server.
  let cleared: Promise<unknown> = Promise.resolve();
  const clear = () => (cleared = cleared.then(() => clearLeftovers(plan.workFolder, plan.pidFiles, plan.endSignal)));
  let stopping = false;
  let run = await launch(plan);

  async function keepUp(): Promise<void> {
    for (let wait = 50; ; ) {
      await run.ended;
      if (stopping) return;
      plan.log(`${plan.name} ended unexpectedly; starting it again`);
      await clear();
      try {
        run = await launch(plan);
        if (stopping) run.letGo();
        plan.log(`${plan.name} is up again (process ${run.pid})`);
        wait = 50;
      } catch (fault) {
        plan.log(String(fault));
        if (stopping) return;
        await pause(wait);
        wait = Math.min(wait * 2, 2_000);
      }
    }
  }

  // The tether's shell may itself have been killed, so the end of the run is not yet the end of the server.
  const exited = keepUp().then(clear).then(() => undefined);
  return {
    get pid() {
      return run.pid;
    },
    stop() {
      if (stopping) return exited;
      stopping = true;
      run.letGo();
      // Besides the tether, in case that has been killed; this way also kills a server that does not end.
      void clear();
      return exited;
    },
    exited,
  };
}

async function launch(plan: Plan): Promise<Run> {
  const logFile = path.join(plan.folder, 'log');
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT_BYTES) truncateSync(logFile);
  const logFd = openSync(logFile, 'a', 0o600);
  const logStart = statSync(logFile).size;
  const child = start(plan, logFd);
  closeSync(logFd);
  let over: string | undefined;
  const ended = new Promise<void>((resolve) => {
    child.once('error', (fault) => resolve(void (over = fault.message)));
    child.once('exit', (code, signal) => resolve(void (over = `exit ${signal ?? code}`)));
  });
  const letGo = () => (process.platform === 'win32' ? void child.kill() : (child.stdio[3]?.destroy(), undefined));
  void ended.then(letGo);

  const pid = await firstLine(child, ended);
  if (pid !== undefined) writeFileSync(plan.pidFiles[0], `${pid}\n`);
  for (const from = Date.now(); over === undefined && Date.now() - from < START_TIMEOUT_MS; await pause(20)) {
    if (pid !== undefined && (await plan.isReady(pid))) return { pid, ended, letGo };
  }
  letGo();
  const said = readFileSync(logFile).subarray(logStart).toString().trim().split('\n').slice(-5).join('\n');
  throw new Error(`${plan.name} did not start (${over ?? 'no answer'}; log: ${logFile})\n${said}`);
}

function start(plan: Plan, logFd: number): ChildProcess {
  const options = { cwd: plan.workFolder, detached: true, windowsHide: true, ...plan.identity };
  const env = { ...process.env, ...plan.env };
  if (process.platform === 'win32') {
    return spawn(plan.command, plan.args, { ...options, env, detached: false, stdio: ['ignore', logFd, logFd] });
  }
  const shellArgs = ['-c', TETHER, plan.endSignal.slice(3), plan.command, ...plan.args];
  return spawn('/bin/sh', shellArgs, { ...options, env, stdio: ['ignore', 'pipe', logFd, 'pipe'] });
}

async function firstLine(child: ChildProcess, ended: Promise<void>): Promise<number | undefined> {
  if (child.stdout === null) return child.pid;
  let text = '';
  const line = new Promise<number>((resolve) => {
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (text.includes('\n')) resolve(Number.parseInt(text, 10));
    });
  });
  return Promise.race([line, ended.then(() => undefined)]);
}
