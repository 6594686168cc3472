// Mail that was held back for long is put before its machine again; mail that nobody takes is told.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { releaseStale, sweepStaleMailJob } from '../../jobs/sweep-stale-mail.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => { world = await openWorld('stale'); });
beforeEach(() => world.empty());
afterAll(() => world.close());

async function mailbox(state: { held: boolean; minutes: number }): Promise<string> {
  const { id } = await world.learner();
  await world.rows(`insert into mailboxes (user_id, mail_posted, held, ready_at) values ($1, 1, $2, now() - $3 * interval '1 minute')`, [id, state.held, state.minutes]);
  return id;
}

test('held mail is let go after a quarter of an hour and not before', async () => {
  const id = await mailbox({ held: true, minutes: 20 });
  await mailbox({ held: true, minutes: 10 });
  expect(await releaseStale(world.store)).toEqual({ released: 1, waiting: 0 });
  expect(await world.rows('select user_id from mailboxes where not held')).toEqual([{ user_id: id }]);
});

test('mail that waits and is not taken fails the job, with a number and no name', async () => {
  await mailbox({ held: false, minutes: 20 });
  await mailbox({ held: false, minutes: 1 });
  await expect(sweepStaleMailJob.run({ store: world.store, now: Date.now, retentionDays: 90, remindersPerSecond: 1, templateReach: 1 })).rejects.toThrow('mail of 1 learners has waited');
});
