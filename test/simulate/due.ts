// What falls due by itself while nobody writes: timers of the conversation, and the jobs of the calendar by their own schedules.
import type { Job, JobGround } from '../../jobs/job.ts';
import { jobs } from '../../jobs/table.ts';
import type { Store } from '../../src/store/postgres.ts';

const earliest = {
  name: 'simulate-due',
  text: 'select (select min(due_at) from reminders) as reminder, (select min(next_timer_at) from sessions) as timer',
};

/** When the next reminder and the next timer are due, ms since the epoch; Infinity when none is. */
export async function readDue(store: Store): Promise<{ reminder: number; timer: number }> {
  const [row] = await store.run<{ reminder: Date | null; timer: Date | null }>(earliest, []);
  return { reminder: row?.reminder?.getTime() ?? Infinity, timer: row?.timer?.getTime() ?? Infinity };
}

const minuteMs = 60_000;

/** How often a schedule comes up, ms: every minute, every n minutes, hourly, or else daily. */
export function periodOf(cron: string): number {
  const [minute = '', hour] = cron.split(' ');
  if (minute.startsWith('*')) return Number(minute.slice(2) || 1) * minuteMs;
  return (hour === '*' ? 1 : 24) * 60 * minuteMs;
}

/** Makes what runs every job whose period has passed since it last ran. @returns whether any ran */
export function jobRunner(ground: JobGround, all: readonly Job[] = jobs): () => Promise<boolean> {
  const ranAt = new Map<string, number>();
  return async () => {
    const due = all.filter(({ name, cron }) => ground.now() - (ranAt.get(name) ?? -Infinity) >= periodOf(cron));
    for (const job of due) {
      ranAt.set(job.name, ground.now());
      await job.run(ground);
    }
    return due.length > 0;
  };
}
