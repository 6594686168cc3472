// The table of scheduled jobs, one file each.
import type { Job } from './job.ts';
import { keepRetentionJob } from './keep-retention.ts';
import { recomputeDueTimesJob } from './recompute-due-times.ts';
import { recomputeMasteryJob } from './recompute-mastery.ts';
import { recountMessagesJob } from './recount-messages.ts';
import { reestimateItemsJob } from './reestimate-items.ts';
import { rollOverStreaksJob } from './roll-over-streaks.ts';
import { sendRemindersJob } from './send-reminders.ts';
import { sweepStaleMailJob } from './sweep-stale-mail.ts';
import { tallyWordingsJob } from './tally-wordings.ts';

export const jobs: readonly Job[] = [sendRemindersJob, rollOverStreaksJob, recomputeDueTimesJob, keepRetentionJob, sweepStaleMailJob, tallyWordingsJob, recomputeMasteryJob, recountMessagesJob, reestimateItemsJob];
