// The job `sweep-stale-mail`: mail that has been held back for long is put before its machine again.
import type { Statement, Store } from '../src/store/postgres.ts';
import type { Job } from './job.ts';

/** No state holds mail for longer than its timeout, which is seconds. */
const staleMinutes = 15;

// The machine is asked once more: if it still waits, it holds the mail again.
const release: Statement = {
  name: 'release-stale-mail',
  text: `
    with stale as (
      select user_id from mailboxes where held and mail_posted > mail_taken and ready_at < now() - interval '${staleMinutes} minutes' and lease_until < now()
      order by user_id for update skip locked
    )
    update mailboxes m set held = false, ready_at = now() from stale s where m.user_id = s.user_id returning 1`,
};
const oldest: Statement = {
  name: 'oldest-waiting-mail',
  text: `
    select count(*)::int as waiting from mailboxes
    where ((mail_posted > mail_taken and not held) or urgent_posted > urgent_taken) and ready_at < now() - interval '${staleMinutes} minutes'`,
};

/** Lets held mail be looked at again. `waiting`: mailboxes whose mail nobody has taken for a quarter of an hour, which means that no worker runs. */
export async function releaseStale(store: Store): Promise<{ released: number; waiting: number }> {
  const [late] = await store.run<{ waiting: number }>(oldest, []);
  return { released: (await store.run(release, [])).length, waiting: late!.waiting };
}

export const sweepStaleMailJob: Job = {
  name: 'sweep-stale-mail',
  cron: '*/10 * * * *',
  about: 'puts mail that was held back for long before its machine again',
  async run({ store }) {
    const { released, waiting } = await releaseStale(store);
    if (waiting > 0) throw new Error(`mail of ${waiting} learners has waited for ${staleMinutes} minutes: does a worker run?`);
    return `${released} released`;
  },
};
