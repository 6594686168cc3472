// A scheduler in a process of its own, for tests that kill it: it posts two batches of reminders, says so, and hangs.
import { sendReminders } from '../../jobs/send-reminders.ts';
import { startJobs } from '../../jobs/start.ts';
import { openLog } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics.ts';
import { openStore } from '../../src/store/postgres.ts';

const { databaseUrl, now } = JSON.parse(process.env.SCHEDULER!) as { databaseUrl: string; now: number };
const store = openStore(databaseUrl, 2);
let batches = 0;
const wait = async () => {
  batches += 1;
  if (batches < 2) return;
  process.stdout.write('half\n');
  await new Promise(() => {});
};
await startJobs({
  databaseUrl, store, now: () => now, retentionDays: 90, remindersPerSecond: 1_000, templateReach: 0, lookEverySeconds: 1,
  log: openLog('silent'), metrics: createMetrics(), onError: (error) => { throw error; },
  jobs: [{ name: 'remind', cron: '0 0 1 1 *', about: 'reminds', atStart: true, run: async () => `${(await sendReminders({ store, now: () => now, perSecond: 1_000, reach: 0, batch: 3, wait })).posted}` }],
});
