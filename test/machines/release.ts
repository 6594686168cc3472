// `npm run release`: writes down the present chart and its golden sessions, so that every later release can prove what becomes of them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Context } from '../../machines/vocabulary.ts';
import type { Chart } from '../../src/conversation/chart.ts';
import type { Session } from '../../src/conversation/session.ts';
import { conversationChart } from '../../src/conversation/script.ts';
import { walk } from './walk.ts';

const folder = path.resolve(import.meta.dirname, '../../machines/released');

/** Fingerprints of the charts that were released, by version. */
export type Versions = Readonly<Record<string, string>>;

/** What is recorded of releases in a folder. */
export interface Recorded {
  versions: Versions;
  /** The golden sessions of a version, or null when there are none. */
  goldenOf(version: number): Session[] | null;
}

/** Reads what is recorded. */
export function recordedIn(dir = folder): Recorded {
  const read = (name: string): unknown => (existsSync(path.join(dir, name)) ? JSON.parse(readFileSync(path.join(dir, name), 'utf8')) : null);
  return {
    versions: (read('versions.json') ?? {}) as Versions,
    goldenOf: (version) => read(`v${version}.sessions.json`) as Session[] | null,
  };
}

const whatToDo = 'Bump conversationVersion, add a migration to machines/released/migrations.ts, and run npm run release.';

/** What is wrong with a chart beside what was released, in sentences; empty when it may be released. */
export function faultsOf({ version, fingerprint, migrations }: Pick<Chart, 'version' | 'fingerprint' | 'migrations'>, { versions, goldenOf }: Recorded): string[] {
  const faults: string[] = [];
  const known = versions[version];
  if (known === undefined) faults.push(`Version ${version} is not recorded. Run npm run release.`);
  else if (known !== fingerprint) faults.push(`The chart of version ${version} has changed. ${whatToDo}`);
  const highest = Math.max(...Object.keys(versions).map(Number));
  if (version < highest) faults.push(`Version ${highest} was released, and this is ${version}. ${whatToDo}`);
  for (let earlier = 1; earlier <= version; earlier++) {
    if (earlier < version && versions[earlier] === undefined) faults.push(`Version ${earlier} is not recorded.`);
    if (versions[earlier] !== undefined && (goldenOf(earlier) ?? []).length === 0) faults.push(`Version ${earlier} has no golden sessions.`);
    if (earlier < version && migrations[earlier] === undefined) faults.push(`Nothing says how sessions of version ${earlier} become sessions of version ${earlier + 1}. ${whatToDo}`);
  }
  return faults;
}

/** One session of each resting state, once before and once after onboarding, with a lesson in each stage; and an aside from each place that one comes back to. */
export function goldenSessions(): Session[] {
  const chosen = new Map<string, Session>();
  for (const { session } of walk().values()) {
    const { onboarded, lesson } = session.temp_data as unknown as Context;
    const stage = lesson === null ? 'none' : lesson.index >= lesson.exercises.length ? 'over' : lesson.index + 1 === lesson.exercises.length ? 'last' : 'open';
    const key = JSON.stringify([session.current_flow, session.step, onboarded, stage, session.current_flow === 'help' ? session.historyValue : null]);
    if (!chosen.has(key)) chosen.set(key, session);
  }
  return [...chosen].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, session]) => session);
}

/**
 * Records a chart and its golden sessions in a folder; what is recorded already stays as it is.
 * @param golden makes the sessions, when they are needed
 * @throws when this version is recorded with another fingerprint, or a version above it is recorded
 */
export function release({ version, fingerprint }: Pick<Chart, 'version' | 'fingerprint'>, golden: () => Session[], dir = folder): 'recorded' | 'known' {
  const { versions, goldenOf } = recordedIn(dir);
  if (Object.keys(versions).some((other) => Number(other) > version)) throw new Error(`A version above ${version} is recorded. ${whatToDo}`);
  if (versions[version] !== undefined && versions[version] !== fingerprint) throw new Error(`Version ${version} is recorded with another chart. ${whatToDo}`);
  if (versions[version] !== undefined && goldenOf(version) !== null) return 'known';
  const sessions = golden().map((session) => JSON.stringify(session));
  writeFileSync(path.join(dir, `v${version}.sessions.json`), `[\n${sessions.join(',\n')}\n]\n`);
  writeFileSync(path.join(dir, 'versions.json'), `${JSON.stringify({ ...versions, [version]: fingerprint }, null, 2)}\n`);
  return 'recorded';
}

if (import.meta.main) {
  const { version, fingerprint } = conversationChart;
  try {
    console.log(`Version ${version} (${fingerprint}): ${release(conversationChart, goldenSessions)}`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
