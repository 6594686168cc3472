// The job `tally-wordings`: adds what became of reminders to what the choice of their words learns from.
import { tallyChoices } from '../src/experiments/reminder-choices.ts';
import type { Job } from './job.ts';

export const tallyWordingsJob: Job = {
  name: 'tally-wordings',
  cron: '7 * * * *',
  about: 'adds up which words of reminders led to a lesson',
  run: async ({ store, now }) => `${await tallyChoices(store, now())} added`,
};
