// Runs one job and writes down what became of it, so that the list of jobs can tell without pg-boss.
import type { Statement, Store } from '../src/store/postgres.ts';
import type { Job, JobGround } from './job.ts';

const begun: Statement = { name: 'job-begun', text: 'insert into job_runs (name, started_at) values ($1, $2) on conflict (name) do update set started_at = excluded.started_at' };
const done: Statement = { name: 'job-done', text: 'update job_runs set finished_at = $2, outcome = $3 where name = $1' };
const broke: Statement = { name: 'job-broke', text: 'update job_runs set failed_at = $2, error = $3 where name = $1' };

const longestNote = 500;

/** What is known of a job's runs; null for what has not happened yet. */
export interface JobRun {
  name: string;
  started_at: Date;
  finished_at: Date | null;
  outcome: string | null;
  failed_at: Date | null;
  error: string | null;
}

/** Runs it. Rejects with the job's own error, which is written down. @param redact takes phone numbers and quoted values out of an error's words */
export async function runJob(job: Job, ground: JobGround, redact: (text: string) => string): Promise<string> {
  const at = () => new Date(ground.now()).toISOString();
  await ground.store.run(begun, [job.name, at()]);
  try {
    const outcome = await job.run(ground);
    await ground.store.run(done, [job.name, at(), outcome.slice(0, longestNote)]);
    return outcome;
  } catch (error) {
    // When the database is away there is nowhere to write it.
    await ground.store.run(broke, [job.name, at(), redact(error instanceof Error ? error.message : String(error)).replaceAll('\0', '').slice(0, longestNote)]).catch(() => {});
    throw error;
  }
}

const readRuns: Statement = { name: 'job-runs', text: 'select name, started_at, finished_at, outcome, failed_at, error from job_runs' };

/** The last runs by the job's name. */
export async function lastRuns(store: Store): Promise<Map<string, JobRun>> {
  return new Map((await store.run<JobRun>(readRuns, [])).map((run) => [run.name, run]));
}
