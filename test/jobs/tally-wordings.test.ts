// What reminders led to is added up by the job, and the choice learns from it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tallyWordingsJob } from '../../jobs/tally-wordings.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => { world = await openWorld('tally'); });
afterAll(() => world.close());

test('it adds what is over, and nothing a second time', async () => {
  const { id } = await world.learner();
  const now = Date.parse('2026-11-24T12:00:01Z');
  await world.rows(`insert into reminder_choices (user_id, chosen_at, wording, eligible, penalty, shown_at, reward_at) values ($1, $2, 'plain', '{plain,short}', 0.5, $3, $4)`, [id, '2026-11-24T09:00:00Z', '2026-11-24T09:00:00Z', '2026-11-24T09:30:00Z']);
  const run = () => tallyWordingsJob.run({ store: world.store, now: () => now, retentionDays: 90, remindersPerSecond: 100, templateReach: 100 });
  expect([await run(), await run()]).toEqual(['1 added', '0 added']);
  expect(await world.rows('select wording, shown, rewards, penalties from wording_tallies')).toEqual([{ wording: 'plain', shown: 1, rewards: 1, penalties: 0.5 }]);
});
