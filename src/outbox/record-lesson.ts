// The effect `recordLesson`: a lesson is finished; the learner's own date gains it.
import type { Context } from '../../machines/vocabulary.ts';
import { localDate } from '../learners/calendar.ts';
import { followLessons } from '../learners/reminders.ts';
import type { Statement } from '../store/postgres.ts';
import type { RecordEffect } from './records.ts';

const countLessons: Statement = {
  name: 'count-lessons',
  text: `
    insert into daily_stats as d (user_id, date, messages_sent, lessons_completed, streak_active)
    select user_id, date, 0, count(*), true from unnest($1::uuid[], $2::date[]) as v(user_id, date) group by user_id, date order by user_id
    on conflict (user_id, date) do update set lessons_completed = d.lessons_completed + excluded.lessons_completed, streak_active = true`,
};

/** Counts the lesson for the date on which it was begun in the learner's zone, as the streak rules have it for one that ends within the hour. */
export const recordLesson: RecordEffect = async (run, asked) => {
  const dates = asked.map(({ context, at }) => {
    const { lesson, profile } = context as unknown as Context;
    const begun = lesson && at - lesson.begunAt <= 3_600_000 ? lesson.begunAt : at;
    return localDate(profile.zone, new Date(begun).toISOString());
  });
  await run(countLessons, [asked.map((a) => a.userId), dates]);
  await followLessons(run, asked);
};
