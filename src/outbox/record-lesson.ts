// The effect `recordLesson`: a lesson is finished; the learner's own date gains it.
import type { Context } from '../../machines/vocabulary.ts';
import { creditLessons } from '../experiments/reminder-choices.ts';
import { formatInstant } from '../learners/calendar.ts';
import { followLessons } from '../learners/reminders.ts';
import { dateOfLesson } from '../learning/streaks.ts';
import type { Statement } from '../store/postgres.ts';
import type { RecordEffect } from './records.ts';

const countLessons: Statement = {
  name: 'count-lessons',
  text: `
    insert into daily_stats as d (user_id, date, messages_sent, lessons_completed, streak_active)
    select user_id, date, 0, count(*), true from unnest($1::uuid[], $2::date[]) as v(user_id, date) group by user_id, date order by user_id
    on conflict (user_id, date) do update set lessons_completed = d.lessons_completed + excluded.lessons_completed, streak_active = true`,
};

/** Counts the lesson for the learner's own date, the one that the streak counts it for. */
export const recordLesson: RecordEffect = async (run, asked) => {
  const dates = asked.map(({ context, at }) => {
    const { lesson, zoneStays } = context as unknown as Context;
    const begunAt = formatInstant(Math.min(lesson?.begunAt ?? at, at));
    return dateOfLesson({ begunAt, finishedAt: formatInstant(at) }, zoneStays).date;
  });
  await run(countLessons, [asked.map((a) => a.userId), dates]);
  await followLessons(run, asked);
  await creditLessons(run, asked);
};
