// Jobs of the calendar run by their schedules, as often as virtual time lets them.
import { expect, test } from 'vitest';
import type { Job } from '../../jobs/job.ts';
import { jobs } from '../../jobs/table.ts';
import { jobRunner, periodOf } from './due.ts';

test('every job of the table has a period that is told from its schedule', () => {
  expect(['* * * * *', '*/15 * * * *', '5 * * * *', '20 3 * * *'].map(periodOf)).toEqual([60_000, 900_000, 3_600_000, 86_400_000]);
  expect(jobs.filter(({ cron }) => !/^(\*(\/\d+)? \*|\d+ (\*|\d+)) \* \* \*$/u.test(cron)).map(({ name }) => name)).toEqual([]);
});

test('a job runs at once, and again when its period has passed and not before', async () => {
  let now = 0;
  const ran: string[] = [];
  const job = (name: string, cron: string): Job => ({ name, cron, about: '', run: async () => (ran.push(`${name} at ${now / 60_000}`), '') });
  const run = jobRunner({ now: () => now } as Parameters<typeof jobRunner>[0], [job('often', '* * * * *'), job('quarterly', '*/15 * * * *')]);
  for (const minute of [0, 0.5, 1, 16]) {
    now = minute * 60_000;
    await run();
  }
  expect(ran).toEqual(['often at 0', 'quarterly at 0', 'often at 1', 'often at 16', 'quarterly at 16']);
});
