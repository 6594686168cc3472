// The job `recount-messages`: counts what each learner was sent on the date of theirs that is over.
import { recountMessages } from '../src/learning/daily-messages.ts';
import { formatInstant } from '../src/learners/calendar.ts';
import type { Job } from './job.ts';

export const recountMessagesJob: Job = {
  name: 'recount-messages',
  cron: '50 3 * * *',
  about: 'counts yesterday’s messages to each learner',
  run: async ({ store, now }) => `${await recountMessages(store, formatInstant(now()))} learners`,
};
