// Runs the table of jobs by pg-boss: any number of schedulers may do so, each run is one process's, and one that dies is replaced.
import { PgBoss } from 'pg-boss';
import { listTemplates } from '../src/learners/templates.ts';
import { redactText, type Logger } from '../src/log.ts';
import type { Metrics } from '../src/metrics.ts';
import type { Job, JobGround } from './job.ts';
import { runJob } from './run-job.ts';
import { jobs as all } from './table.ts';

export interface JobsOptions extends JobGround {
  databaseUrl: string;
  log: Logger;
  metrics: Pick<Metrics, 'jobSeconds' | 'jobRuns'>;
  onError(error: Error, where: string): void;
  jobs?: readonly Job[];
  /** How often schedules and queues are looked at, seconds. */
  lookEverySeconds?: number;
}

/** Connections of pg-boss's own; jobs work over the process's. */
const connections = 2;
/** A process that gives no sign for so many looks is taken for dead, and its run goes to another; pg-boss wants ten seconds at least. */
const beats = 4;
const leastHeartbeatSeconds = 10;
const stopWithinMs = 5_000;

/**
 * Starts the jobs. What came due while nobody ran is done once and not as often as it was missed.
 * @returns lets the runs in hand end and stops
 * @throws when PostgreSQL cannot be reached
 */
export async function startJobs({ databaseUrl, log, metrics, onError, jobs = all, lookEverySeconds = 5, ...ground }: JobsOptions): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    connectionString: databaseUrl, max: connections, application_name: 'charla-jobs', schema: 'pgboss',
    cronMonitorIntervalSeconds: lookEverySeconds, cronWorkerIntervalSeconds: lookEverySeconds,
    superviseIntervalSeconds: lookEverySeconds, monitorIntervalSeconds: lookEverySeconds,
  });
  boss.on('error', (error) => onError(error as Error, 'pg-boss'));
  await boss.start();
  await listTemplates(ground.store);
  const heartbeatSeconds = Math.max(leastHeartbeatSeconds, beats * lookEverySeconds);
  // Of a run that waits there is never a second; one that is under way may have a follower, since a process may die over it.
  for (const job of jobs) await boss.createQueue(job.name, { policy: 'short', retryLimit: 2, retryDelay: lookEverySeconds, heartbeatSeconds, deleteAfterSeconds: 86_400 });
  for (const job of jobs) {
    await boss.work(job.name, { pollingIntervalSeconds: lookEverySeconds, batchSize: 1 }, async () => {
      const begun = performance.now();
      const outcome = await runJob(job, ground, redactText).catch((error: Error) => {
        metrics.jobRuns.inc({ job: job.name, outcome: 'failed' });
        onError(error, `job ${job.name}`);
        throw error;
      });
      metrics.jobSeconds.observe({ job: job.name }, (performance.now() - begun) / 1000);
      metrics.jobRuns.inc({ job: job.name, outcome: 'done' });
      log.debug({ job: job.name, outcome }, 'job done');
    });
    await boss.schedule(job.name, job.cron, null, { tz: 'UTC', missed: 'once' });
    if (job.atStart) await boss.send(job.name, null);
  }
  // A job that is no longer in the table would be called for ever.
  const known = new Set(jobs.map((job) => job.name));
  for (const { name } of await boss.getSchedules()) if (!known.has(name)) await boss.unschedule(name);
  return () => boss.stop({ graceful: true, timeout: stopWithinMs });
}
