// The table of scheduled jobs, one file each.
import type { Job } from './job.ts';
import { keepRetention } from './keep-retention.ts';
import { recomputeDueTimes } from './recompute-due-times.ts';
import { recomputeMasteryJob } from './recompute-mastery.ts';
import { recountMessagesJob } from './recount-messages.ts';
import { reestimateItemsJob } from './reestimate-items.ts';
import { rollOverStreaksJob } from './roll-over-streaks.ts';
import { sendRemindersJob } from './send-reminders.ts';
import { sweepStaleMail } from './sweep-stale-mail.ts';
import { tallyWordings } from './tally-wordings.ts';

export const jobs: readonly Job[] = [sendRemindersJob, rollOverStreaksJob, recomputeDueTimes, keepRetention, sweepStaleMail, tallyWordings, recomputeMasteryJob, recountMessagesJob, reestimateItemsJob];
