// Jobs run by the calendar, once for all schedulers; a run that fails is written down, a scheduler that dies is replaced, stopping is orderly.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Job } from '../../jobs/job.ts';
import { listed } from '../../jobs/list.ts';
import { lastRuns } from '../../jobs/run-job.ts';
import { sendReminders } from '../../jobs/send-reminders.ts';
import { startJobs, type JobsOptions } from '../../jobs/start.ts';
import { jobs as table } from '../../jobs/table.ts';
import { openLog } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics.ts';
import { openWorld, until, type World } from '../world.ts';
import { addLearners, letters } from './due.ts';

let world: World;
const errors: string[] = [];
const stops: (() => Promise<void>)[] = [];
beforeEach(async () => {
  world = await openWorld('jobs');
  errors.length = 0;
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await world.close();
});

const ground = () => ({ store: world.store, now: Date.now, retentionDays: 90, remindersPerSecond: 40, templateReach: 250 });
const start = async (jobs: readonly Job[], own: Partial<JobsOptions> = {}) => {
  const stop = await startJobs({ ...ground(), databaseUrl: world.corner.databaseUrl, jobs, lookEverySeconds: 1, log: openLog('silent'), metrics: createMetrics(), onError: (error, where) => void errors.push(`${where}: ${error.message}`), ...own });
  stops.push(stop);
  return stop;
};
const job = (run: Job['run'], own: Partial<Job> = {}): Job => ({ name: 'count', cron: '0 0 1 1 *', about: 'counts', atStart: true, run, ...own });

describe('the table', () => {
  test('agrees with the folder: one file a job, called as it is', () => {
    const files = readdirSync(path.resolve(import.meta.dirname, '../../jobs')).filter((name) => name.endsWith('.ts')).map((name) => name.slice(0, -3));
    expect(files.filter((name) => !['job', 'table', 'run-job', 'start', 'list'].includes(name)).toSorted()).toEqual(table.map(({ name }) => name).toSorted());
  });

  test('has at most a hundred schedules, each a cron of five parts', () => {
    expect(table.length).toBeLessThanOrEqual(100);
    for (const { cron, about } of table) expect([cron.split(' ').length, about === '']).toEqual([5, false]);
  });

  test('each runs on an empty database, and a second time', async () => {
    for (const one of [...table, ...table]) expect(await one.run(ground())).not.toBe('');
  });
});

test('a job runs once though two schedulers start it, and its outcome is listed', async () => {
  let runs = 0;
  const counting = job(async () => `${(runs += 1)} so far`);
  await Promise.all([start([counting]), start([counting])]);
  await until('its outcome is listed', async () => /last run {3}\d{4}-.*, \d so far/.test(listed([counting], await lastRuns(world.store), Date.parse('2026-11-22T12:00:00Z'))[1]!));
  expect(runs).toBeLessThanOrEqual(2);
});

test('a run that fails is told, counted, tried again and written down without a number in it', async () => {
  let tries = 0;
  await start([job(async () => {
    tries += 1;
    throw new Error('no answer from +34 600 123 456');
  })]);
  await until('it failed', async () => (await lastRuns(world.store)).get('count')?.failed_at != null);
  const run = (await lastRuns(world.store)).get('count')!;
  expect(run).toMatchObject({ error: 'no answer from …', finished_at: null });
  expect(errors[0]).toMatch(/^job count: /);
  expect(tries).toBeGreaterThan(0);
  expect(listed([job(async () => '')], new Map([['count', run]]), Date.now()).at(-1)).toMatch(/last error .*: no answer from …/);
});

test('a schedule that came due is run by whichever scheduler is there', async () => {
  const names: string[] = [];
  const everyMinute = (who: string) => job(async () => `by ${names.push(who)}`, { cron: '* * * * *', atStart: false });
  const stop = await start([everyMinute('first')]);
  await stop();
  await start([everyMinute('second')]);
  await until('the second ran it', () => names.includes('second'), 75);
  expect(names.filter((name) => name === 'second')).toHaveLength(1);
}, 90_000);

test('a scheduler killed in the middle of a run: another takes the work up, and nobody hears twice', async () => {
  const now = Date.parse('2026-11-24T08:00:00Z');
  await addLearners(world, Array.from({ length: 12 }, () => ({ kind: 'daily' as const, zone: 'Europe/Madrid', time: '09:00', followsLesson: false, at: now - 60_000 })), '2026-11-23T20:00:00Z');
  const dying = spawn(process.execPath, [path.join(import.meta.dirname, 'scheduler.ts')], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, SCHEDULER: JSON.stringify({ databaseUrl: world.corner.databaseUrl, now }) } });
  try {
    await Promise.race([once(dying.stdout, 'data'), once(dying, 'exit').then(() => { throw new Error('it ended by itself'); })]);
    const posted: number[] = [];
    const reminding = job(async ({ store }) => `${posted.push((await sendReminders({ store, now: () => now, perSecond: 1_000, reach: 0 })).posted)} runs`, { name: 'remind', atStart: false });
    await start([reminding]);
    expect(await letters(world)).toHaveLength(6);
    dying.kill('SIGKILL');
    await once(dying, 'exit');
    await until('another took it up', () => posted.length > 0, 60);
    expect(posted).toEqual([6]);
    const all = await letters(world);
    expect([all.length, new Set(all.map(({ user_id }) => user_id)).size]).toEqual([12, 12]);
  } finally {
    dying.kill('SIGKILL');
  }
}, 90_000);

test('a job that left the table is not called any more', async () => {
  const stop = await start([job(async () => 'a'), job(async () => 'b', { name: 'gone' })]);
  await stop();
  await start([job(async () => 'a')]);
  expect(await world.rows('select name from pgboss.schedule')).toEqual([{ name: 'count' }]);
});

test('stopping lets the run in hand end', async () => {
  let finish: () => void = () => {};
  let begun = false;
  const stop = await start([job(() => new Promise((resolve) => {
    begun = true;
    finish = () => resolve('done');
  }))]);
  await until('it began', () => begun);
  const stopping = stop();
  finish();
  await stopping;
  expect((await lastRuns(world.store)).get('count')!.outcome).toBe('done');
});
