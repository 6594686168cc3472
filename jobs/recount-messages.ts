// The job `recount-messages`: counts what each learner was sent on the date of theirs that is over.
import { recountMessages } from '../src/learning/daily-messages.ts';
import { formatInstant } from '../src/learners/calendar.ts';
import type { Job } from './job.ts';

export const recountMessagesJob: Job = {
  name: 'recount-messages',
  cron: '50 3 * * *',
  about: 'counts yesterday’s messages to each learner',
  async run({ store, now }) {
    const at = formatInstant(now());
    let learners = 0;
    for (let after: string | null | undefined; after !== null; ) {
      const batch = await recountMessages(store, { ...(after !== undefined && { after }), at });
      learners += batch.learners;
      after = batch.last;
    }
    return `${learners} learners`;
  },
};
