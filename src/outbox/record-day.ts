// The effect `recordDay`: after a lesson, how many messages its learner was sent today, by their own calendar.
import type { Context } from '../../machines/vocabulary.ts';
import { localDate } from '../learners/calendar.ts';
import { keepMessageCounts } from '../learning/daily-messages.ts';
import type { RecordEffect } from './records.ts';

/** Counted from the log once a lesson and not with each message, which would cost a write more for every one; the night settles the rest. */
export const recordDay: RecordEffect = async (run, asked) => {
  const days = asked.map(({ userId, context, at }) => {
    const { zone } = (context as unknown as Context).profile;
    return { userId, zone, date: localDate(zone, new Date(at).toISOString()) };
  });
  await keepMessageCounts(run, [...new Map(days.map((day) => [`${day.userId} ${day.date}`, day])).values()]);
};
