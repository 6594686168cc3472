// `npm run jobs`: each scheduled job with its last run, its next one and its last error; while the engine is up or down.
import { PgBoss } from 'pg-boss';
import { report } from '../src/report.ts';
import type { Job } from './job.ts';
import { lastRuns, type JobRun } from './run-job.ts';
import { jobs } from './table.ts';

/** The next time a schedule comes up after `now`, ISO. Asks nobody: it is arithmetic. */
export function nextRun(cron: string, now: number): string {
  // No connection is made: nothing is started.
  const boss = new PgBoss({ connectionString: 'postgres://nowhere' });
  return boss.previewSchedule(cron, { tz: 'UTC', from: new Date(now), count: 1 })[0]!.toISOString();
}

const seconds = (at: Date | null): string => (at === null ? '–' : `${at.toISOString().slice(0, 19)}Z`);

// What an earlier run did is not what this one did.
function became({ started_at: begun, finished_at: finished, failed_at: failed, outcome }: JobRun): string {
  if (finished && finished >= begun && outcome !== null) return outcome;
  return failed && failed >= begun ? 'failed' : 'not finished';
}

/** The lines of the list. */
export function listed(all: readonly Job[], runs: ReadonlyMap<string, JobRun>, now: number): string[] {
  return all.flatMap(({ name, cron, about }) => {
    const run = runs.get(name);
    const standing = run?.failed_at && run.failed_at >= (run.finished_at ?? run.failed_at);
    return [
      `${name}  (${cron} UTC): ${about}`,
      `  last run   ${run ? `${seconds(run.started_at)}, ${became(run)}` : 'never'}`,
      `  next run   ${seconds(new Date(nextRun(cron, now)))}`,
      `  last error ${run?.failed_at ? `${seconds(run.failed_at)}${standing ? '' : ', mended since'}: ${run.error}` : 'none'}`,
    ];
  });
}

if (import.meta.main) {
  await report(async (store, tell) => {
    for (const line of listed(jobs, await lastRuns(store), Date.now())) tell(line);
  });
}
