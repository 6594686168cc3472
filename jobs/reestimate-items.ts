// The job `reestimate-items`: learns from finished placement tests how difficult their questions are.
import { reestimateItems } from '../src/learning/reestimate-items.ts';
import type { Job } from './job.ts';

export const reestimateItemsJob: Job = {
  name: 'reestimate-items',
  cron: '20 4 * * *',
  about: 'estimates the difficulty of placement questions from the answers',
  run: async ({ store, now }) => `${await reestimateItems(store, now())} difficulties`,
};
