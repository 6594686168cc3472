// `npm run bench`: runs the scenarios one after another, or only serves the engine for a driver from outside.
import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { benchFolder, openGround } from './ground.ts';
import { helpText, readOptions, type BenchOptions } from './options.ts';
import { jsonLine, tableHead, tableRow } from './report.ts';
import { run, type Measured } from './run.ts';
import { scenarios, type Scenario } from './scenarios.ts';
import { serve } from './serve.ts';
import type { StepCost } from './step-cost.ts';

const stepScenario = { name: 'step', about: 'One pure step of a lesson: parse, transition, serialise.' };
const barOfStep = 60;
const all = [...scenarios, stepScenario];

/** A scenario as the command line wants it. */
function adapted(scenario: Scenario, options: BenchOptions): Scenario {
  const users = options.users ?? scenario.users;
  return {
    ...scenario, users, messages: options.msgs ?? scenario.messages,
    active: options.active ?? (options.users === null ? scenario.active : Math.min(users, scenario.active)),
    modelMs: options.modelMs ?? scenario.modelMs,
    layout: options.split && scenario.victim === null ? 'split' : scenario.layout,
  };
}

/** In a process of its own, so that nothing else has warmed or filled it. */
function stepCost(options: BenchOptions): string {
  const done = spawnSync(process.execPath, [path.join(import.meta.dirname, 'step-cost.ts')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const cost = JSON.parse(done.stdout) as StepCost;
  const met = cost.medianUs <= barOfStep;
  if (options.json) return JSON.stringify({ scenario: 'step', median_us: cost.medianUs, p99_us: cost.p99Us, session_bytes: cost.sessionBytes, bar: `≤ ${barOfStep} µs`, met });
  return `step: median ${cost.medianUs} µs, p99 ${cost.p99Us} µs, session of ${cost.sessionBytes} bytes; bar: ${met ? '✓' : '✗'} ≤ ${barOfStep} µs`;
}

async function bench(options: BenchOptions): Promise<number> {
  const wanted = (name: string) => options.only === null || options.only.includes(name);
  const unknown = options.only?.filter((name) => !all.some((scenario) => scenario.name === name)) ?? [];
  if (unknown.length > 0) throw new Error(`No scenario is called ${unknown.join(' or ')}. There are: ${all.map(({ name }) => name).join(', ')}`);
  const chosen = scenarios.filter(({ name }) => wanted(name)).map((scenario) => adapted(scenario, options));
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  let wrong = false;
  if (chosen.length > 0) {
    mkdirSync(benchFolder, { recursive: true });
    const logFile = path.join(benchFolder, 'engine.log');
    const log = openSync(logFile, 'w');
    const ground = await openGround(tell);
    let stopping: Promise<void> | undefined;
    const stop = () => (stopping ??= ground.stop());
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop().finally(() => process.exit(130)));
    try {
      if (!options.json) console.log(tableHead);
      for (const scenario of chosen) {
        const runs: Measured[] = [];
        for (let i = 0; i < options.runs; i++) {
          const measured = await run(scenario, { ground, log, statuses: options.statuses });
          runs.push(measured);
          if (options.json) console.log(jsonLine(measured));
        }
        if (!options.json) console.log(tableRow(runs));
        if (runs.some(({ verdict, users }) => verdict.right < users)) wrong = true;
      }
    } finally {
      await stop();
      closeSync(log);
    }
    if (wrong) tell(`Some learner did not get exactly the right replies. The engine's log: ${path.relative(process.cwd(), logFile)}`);
  }
  if (wanted(stepScenario.name)) console.log(stepCost(options));
  return wrong ? 1 : 0;
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(helpText(all));
    return 0;
  }
  return options.serve === null ? bench(options) : serve(options);
}

main().then((code) => process.exit(code), (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (process.env['LOG_LEVEL'] === 'debug' ? error.stack : error.message) : String(error)}\n`);
  process.exit(1);
});
