// The job `recompute-mastery`: lets what learners know fade by night as it fades on reading.
import { recomputeMastery } from '../src/learning/topic-mastery.ts';
import { formatInstant } from '../src/learners/calendar.ts';
import type { Job } from './job.ts';

export const recomputeMasteryJob: Job = {
  name: 'recompute-mastery',
  cron: '20 3 * * *',
  about: 'writes down how well each topic is remembered',
  run: async ({ store, now }) => `${await recomputeMastery(store, formatInstant(now()))} topics`,
};
