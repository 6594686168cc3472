// The launcher installs what is missing, stops at the first failure, counts honestly, and leaves nothing running.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isRunning } from '../../src/local/folder.ts';

const local = path.resolve(import.meta.dirname, '../../src/local');
let project: string;
/** Everything started, so that a test that fails leaves nothing running either. */
let started: (number | undefined)[];

// A small project around the real launcher, with stand-ins for npm and for the tools it calls.
beforeEach(() => {
  started = [];
  project = mkdtempSync(path.join(os.tmpdir(), 'charla-launch-test-'));
  for (const name of ['launch.cjs', 'tether.cjs']) cpSync(path.join(local, name), path.join(project, 'src/local', name));
  writeLock('1.0.0');
  write('npm-cli.js', `
    const fs = require('fs');
    fs.appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
    for (const name of ['typescript', 'vitest']) {
      const command = name === 'typescript' ? 'tsc' : name;
      fs.mkdirSync('node_modules/' + name, { recursive: true });
      fs.writeFileSync('node_modules/' + name + '/package.json', JSON.stringify({ bin: { [command]: 'bin.js' } }));
      fs.writeFileSync('node_modules/' + name + '/bin.js', "require('../../" + command + ".js')");
    }`);
  write('tsc.js', '');
  write('vitest.js', '');
});
afterEach(() => {
  for (const pid of started) if (pid !== undefined && isRunning(pid)) process.kill(pid, 'SIGKILL');
  rmSync(project, { recursive: true, force: true });
});

const write = (name: string, text: string) => writeFileSync(path.join(project, name), text);
const npmCalls = () => readFileSync(path.join(project, 'npm-calls'), 'utf8').trim().split('\n');

function writeLock(version: string): void {
  write('package-lock.json', JSON.stringify({ packages: { '': { optionalDependencies: {} }, 'node_modules/vitest': { version } } }));
}

function startNode(args: string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const child = spawn(process.execPath, args, {
    cwd: os.tmpdir(),
    env: { PATH: process.env['PATH'], npm_execpath: path.join(project, 'npm-cli.js'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child.pid);
  return child;
}

const launcher = () => path.join(project, 'src/local/launch.cjs');
const launch = (...args: string[]) => startNode([launcher(), ...args]);

async function finish(child: ChildProcess): Promise<{ code: number; said: string }> {
  let said = '';
  child.stdout?.on('data', (part) => (said += part));
  child.stderr?.on('data', (part) => (said += part));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said: said.trim() };
}

const run = (...args: string[]) => finish(launch(...args));

/** Stand-in for vitest that reports these results and exits with `code`. */
function vitestReports(report: object, code: number): void {
  write('vitest.js', `
    const file = process.argv.find((a) => a.startsWith('--outputFile.json=')).split('=')[1];
    require('fs').writeFileSync(file, ${JSON.stringify(JSON.stringify(report))});
    process.exit(${code});`);
}

test('a Node that is too old gets one friendly sentence and no stack', async () => {
  const script = `Object.defineProperty(process, 'version', { value: 'v18.19.0' }); require(${JSON.stringify(path.join(local, 'launch.cjs'))})`;
  const { code, said } = await finish(startNode(['-e', script]));
  expect(code).toBe(1);
  expect(said).toMatch(/^Charla needs Node\.js 20 or newer, and this is v18\.19\.0\..*$/);
});

test('packages are installed once, and again only when the lock file changes', async () => {
  await run('check');
  await run('check');
  expect(npmCalls()).toHaveLength(1);
  expect(npmCalls()[0]).toMatch(/^ci --include=dev --include=optional --ignore-scripts /);
  writeLock('2.0.0');
  await run('check');
  expect(npmCalls()).toHaveLength(2);
});

test('an install made by hand is recognised, and an incomplete one completed', async () => {
  const hidden = (version: string) =>
    write('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/vitest': { version } } }));
  await run('check');
  writeLock('2.0.0');
  hidden('2.0.0');
  await run('check');
  expect(npmCalls()).toHaveLength(1);
  writeLock('3.0.0');
  await run('check');
  expect(npmCalls()).toHaveLength(2);
});

test('a type error stops before the tests and counts as one failure', async () => {
  write('tsc.js', "console.log('a.ts(1,1): error'); process.exit(2)");
  write('vitest.js', "console.log('vitest ran')");
  const { code, said } = await run('test');
  expect(code).toBe(2);
  expect(said).toContain('a.ts(1,1): error');
  expect(said).not.toContain('vitest ran');
  expect(said.split('\n').at(-1)).toBe('0 passed, 1 failed');
});

test.each([
  ['passes', { numPassedTests: 3, numFailedTests: 0 }, [], 0, '3 passed, 0 failed'],
  ['failures and skips', { numPassedTests: 3, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }, [], 1, '3 passed, 2 failed, 2 skipped'],
  ['a file that does not load', { numPassedTests: 3, numFailedTests: 1 }, [{ status: 'failed', assertionResults: [] }], 1, '3 passed, 2 failed'],
  ['an error outside of any test', { numPassedTests: 3, numFailedTests: 0 }, [], 1, '3 passed, 1 failed'],
])('the closing line counts %s', async (_, counts, testResults, code, line) => {
  vitestReports({ numPendingTests: 0, numTodoTests: 0, ...counts, testResults }, code);
  const result = await run('test');
  expect(result.said.split('\n').at(-1)).toBe(line);
  expect(result.code).toBe(code);
});

test('a test run that reports nothing is a failure', async () => {
  write('vitest.js', 'process.exit(3)');
  const { code, said } = await run('test');
  expect([code, said.split('\n').at(-1)]).toEqual([3, '0 passed, 1 failed']);
});

test('a missing tool and a missing program are named', async () => {
  await run('check');
  rmSync(path.join(project, 'node_modules/vitest'), { recursive: true });
  expect(await run('test')).toMatchObject({ code: 1, said: expect.stringContaining('The command "vitest" is missing. Run npm ci.') });
  expect(await run('src/nowhere.ts')).toEqual({ code: 1, said: 'There is no src/nowhere.ts to run.' });
});

test('a program gets its arguments and the .env file, and its exit code is ours', async () => {
  write('.env', 'FROM_FILE=yes\n');
  write('program.ts', 'const said: string[] = process.argv.slice(2); console.log(said.join(), process.env.FROM_FILE); process.exit(5);');
  const { code, said } = await run('program.ts', '--json', 'two');
  expect(code).toBe(5);
  expect(said).toContain('--json,two yes');
});

const PATIENT = `
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => { console.log('got', signal); process.exit(signal === 'SIGINT' ? 7 : 8); });
  setInterval(() => {}, 1000);
  console.log('pid', process.pid);`;

/** The numbers that a program and those around it print as "pid 123", once there are `count` of them. */
function pidsSaid(child: ChildProcess, count: number): Promise<number[]> {
  return new Promise((resolve) => {
    let said = '';
    child.stdout?.on('data', (part) => {
      said += part;
      const pids = [...said.matchAll(/pid (\d+)\n/g)].map((match) => Number(match[1]));
      if (pids.length < count) return;
      started.push(...pids);
      resolve(pids);
    });
  });
}

test.each([['SIGINT', 7], ['SIGTERM', 8]] as const)('%s reaches the program, which decides the exit code', async (signal, code) => {
  write('program.ts', PATIENT);
  const child = launch('program.ts');
  const done = finish(child);
  await pidsSaid(child, 1);
  child.kill(signal);
  expect(await done).toMatchObject({ code, said: expect.stringContaining(`got ${signal}`) });
});

test('killed with SIGKILL, the launcher takes the program along', async () => {
  write('program.ts', PATIENT);
  const child = launch('program.ts');
  const pids = await pidsSaid(child, 1);
  child.kill('SIGKILL');
  await expect.poll(() => pids.map(isRunning), { timeout: 10_000 }).toEqual([false]);
});

test.each([
  ['directly', ''],
  ['through a shell', ', shell: "/bin/sh"'],
])('when npm, which started it %s, is killed, the launcher and the program end too', async (_, option) => {
  write('program.ts', PATIENT);
  await run('check');
  // The colon keeps the shell from giving its place to the launcher.
  const command = `${process.execPath} ${launcher()} program.ts; :`;
  const [file, args] = option === '' ? [process.execPath, [launcher(), 'program.ts']] : [command, []];
  const npm = startNode(['-e', `
    const child = require('child_process').spawn(${JSON.stringify(file)}, ${JSON.stringify(args)}, { stdio: 'inherit'${option} });
    console.log('pid', child.pid);
    setInterval(() => {}, 1000);`], { npm_lifecycle_event: 'start' });
  const pids = await pidsSaid(npm, 2);
  expect(pids.map(isRunning)).toEqual([true, true]);
  npm.kill('SIGKILL');
  await expect.poll(() => pids.map(isRunning), { timeout: 10_000 }).toEqual([false, false]);
});
