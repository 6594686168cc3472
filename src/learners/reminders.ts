// When each learner wants to hear of us: one row a learner and kind, with the next due instant and the local date it is for.
import type { Statement, Transaction } from '../store/postgres.ts';
import { formatInstant, localDate, localTime, nextFireOn } from './calendar.ts';
import { isQuiet } from './reminder-hours.ts';

type Run = Transaction['run'];

/** What reminders there are; each has a row of its own. */
const reminderKinds = ['daily', 'streak-saver'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** How long after a lesson the next reminder is due for who said “same time as today”: still inside WhatsApp's window of 24 hours. */
export const afterLessonMs = 23.5 * 3_600_000;

/** What a learner wants of the daily reminder from `at` (ms since the epoch) on. `time` is "HH:MM" local, or null for no reminder. */
export interface Wish {
  userId: string;
  zone: string;
  time: string | null;
  /** The time follows the last lesson. */
  followsLesson: boolean;
  at: number;
}

interface Row {
  user_id: string;
  zone: string;
  time: string;
  follows_lesson: boolean;
  due_at: Date;
}
/** A row: due at `dueAt` (ISO) for the local date `date`. */
export type Kept = Pick<Wish, 'userId' | 'zone' | 'followsLesson'> & { time: string; dueAt: string; date: string };

const drop: Statement = { name: 'drop-reminders', text: 'delete from reminders where user_id = any($1::uuid[]) and kind = $2' };

const read: Statement = {
  name: 'read-reminders',
  text: `select user_id, zone, to_char(local_time, 'HH24:MI') as time, follows_lesson, due_at from reminders where user_id = any($1::uuid[]) and kind = $2`,
};

const keep: Statement = {
  name: 'keep-reminders',
  text: `
    insert into reminders (user_id, kind, zone, local_time, follows_lesson, due_at, local_date)
    select user_id, $1, zone, time, follows, due, date
    from unnest($2::uuid[], $3::varchar[], $4::time[], $5::bool[], $6::timestamptz[], $7::date[]) as v(user_id, zone, time, follows, due, date)
    on conflict (user_id, kind) do update set zone = excluded.zone, local_time = excluded.local_time, follows_lesson = excluded.follows_lesson,
      due_at = excluded.due_at, local_date = excluded.local_date`,
};

/**
 * Brings the rows of the daily reminder in line with what learners want, in the transaction that saves it. A wish that changes nothing
 * leaves its row alone, so that a reminder which is due this minute is not lost to a change of something else.
 */
export async function keepReminders(run: Run, wishes: readonly Wish[]): Promise<void> {
  const none = wishes.filter((w) => w.time === null).map((w) => w.userId);
  await dropReminders(run, 'daily', none);
  const wanted = wishes.filter((w): w is Wish & { time: string } => w.time !== null);
  if (wanted.length === 0) return;
  const known = new Map((await run<Row>(read, [wanted.map((w) => w.userId), 'daily'])).map((row) => [row.user_id, row]));
  await putReminders(run, 'daily', wanted.flatMap((wish): Kept[] => {
    const row = known.get(wish.userId);
    const follows = wish.followsLesson && row?.follows_lesson === true;
    if (row && row.zone === wish.zone && (follows || (row.follows_lesson === wish.followsLesson && row.time === wish.time))) return [];
    // So many hours after the lesson stay so many hours, wherever the learner has gone meanwhile; where that is at night, the
    // hour stays instead.
    const same = row && follows ? dueIn(wish, row.due_at.getTime()) : null;
    if (same && !isQuiet(same.time)) return [same];
    const time = row && follows ? row.time : wish.time;
    const { at, date } = nextFireOn({ zone: wish.zone, time, after: formatInstant(wish.at) });
    return [{ ...wish, time, dueAt: at, date }];
  }));
}

/** Moves the reminder of who wants it after each lesson: 23.5 hours from the end of the last one. Others are left alone. */
export async function followLessons(run: Run, lessons: readonly { userId: string; at: number }[]): Promise<void> {
  const last = new Map(lessons.map((l) => [l.userId, l.at]));
  const rows = await run<Row>(read, [[...last.keys()], 'daily']);
  await putReminders(run, 'daily', rows.filter((row) => row.follows_lesson).map((row) => dueIn({ userId: row.user_id, zone: row.zone, followsLesson: true }, last.get(row.user_id)! + afterLessonMs)));
}

function dueIn({ userId, zone, followsLesson }: Pick<Wish, 'userId' | 'zone' | 'followsLesson'>, due: number): Kept {
  const dueAt = formatInstant(due);
  return { userId, zone, followsLesson, dueAt, time: localTime(zone, dueAt), date: localDate(zone, dueAt) };
}

/** Takes away these learners' reminders of one kind. */
export async function dropReminders(run: Run, kind: ReminderKind, userIds: readonly string[]): Promise<void> {
  if (userIds.length > 0) await run(drop, [userIds, kind]);
}

/** Writes rows as they are; at most one a learner. */
export async function putReminders(run: Run, kind: ReminderKind, rows: readonly Kept[]): Promise<void> {
  if (rows.length === 0) return;
  await run(keep, [kind, rows.map((r) => r.userId), rows.map((r) => r.zone), rows.map((r) => r.time), rows.map((r) => r.followsLesson), rows.map((r) => r.dueAt), rows.map((r) => r.date)]);
}
