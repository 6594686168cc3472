// The list tells of each job what ran, what comes and what went wrong, from the table alone.
import { expect, test } from 'vitest';
import { listed, nextRun } from '../../jobs/list.ts';
import { jobs } from '../../jobs/table.ts';

const now = Date.parse('2026-11-22T23:59:30Z');
const at = (iso: string) => new Date(iso);

test.each([['* * * * *', '2026-11-23T00:00:00.000Z'], ['20 3 * * *', '2026-11-23T03:20:00.000Z'], ['*/10 * * * *', '2026-11-23T00:00:00.000Z']])('%s comes next at %s', (cron, next) => {
  expect(nextRun(cron, now)).toBe(next);
});

test('every job is listed, also one that has never run', () => {
  const lines = listed(jobs, new Map(), now);
  for (const { name } of jobs) expect(lines.some((line) => line.startsWith(`${name} `))).toBe(true);
  expect(lines.filter((line) => line.includes('never'))).toHaveLength(jobs.length);
});

test('an error that a later run mended is told as such', () => {
  const [one] = jobs;
  const run = { name: one!.name, started_at: at('2026-11-22T23:59:00Z'), finished_at: at('2026-11-22T23:59:01Z'), outcome: 'fine', failed_at: at('2026-11-22T10:00:00Z'), error: 'away' };
  expect(listed([one!], new Map([[one!.name, run]]), now).slice(1)).toEqual([
    '  last run   2026-11-22T23:59:00Z, fine', '  next run   2026-11-23T00:00:00Z', '  last error 2026-11-22T10:00:00Z, mended since: away',
  ]);
});

test('a run that failed, or is under way, is not told with what an earlier one did', () => {
  const [one] = jobs;
  const before = { name: one!.name, started_at: at('2026-11-22T23:59:00Z'), finished_at: at('2026-11-22T23:58:01Z'), outcome: 'fine', failed_at: null, error: null };
  const told = (run: typeof before | { failed_at: Date; error: string }) => listed([one!], new Map([[one!.name, { ...before, ...run }]]), now)[1];
  expect(told(before)).toBe('  last run   2026-11-22T23:59:00Z, not finished');
  expect(told({ failed_at: at('2026-11-22T23:59:02Z'), error: 'away' })).toBe('  last run   2026-11-22T23:59:00Z, failed');
  expect(told({ failed_at: at('2026-11-22T23:57:00Z'), error: 'away' })).toBe('  last run   2026-11-22T23:59:00Z, not finished');
});
