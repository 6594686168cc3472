// The job `roll-over-streaks`: settles the streaks that broke since the last look; reading one gives the same before and after.
import { rollOverStreaks } from '../src/learning/store-streaks.ts';
import { inRounds } from '../src/store/pages.ts';
import type { Job } from './job.ts';

const batch = 1_000;
/** What a change of zone has moved is looked at again and again: a run ends all the same. */
const mostBatches = 1_000;

export const rollOverStreaksJob: Job = {
  name: 'roll-over-streaks',
  cron: '*/15 * * * *',
  about: 'settles streaks that broke at a learner’s midnight',
  run: async ({ store, now }) => `${await inRounds(batch, () => rollOverStreaks(store, now(), batch), mostBatches)} looked at`,
};
