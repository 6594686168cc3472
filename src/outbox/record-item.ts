// The effect `recordItem`: one answer in a placement test, into the history of attempts; it is no review, and starts no card.
import { randomUUID } from 'node:crypto';
import type { Context } from '../../machines/vocabulary.ts';
import type { Statement } from '../store/postgres.ts';
import type { RecordEffect } from './records.ts';

const insertItems: Statement = {
  name: 'insert-item-attempts',
  text: `
    insert into user_exercise_history (id, user_id, exercise_id, user_input, is_correct, judge_feedback, response_time_ms, created_at)
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::bool[], $6::text[], $7::int[], $8::timestamptz[])`,
};

const longestResponseMs = 2 ** 31 - 1;

/** Writes the context's `placement.last`. The time runs from when the question was last put, so a pause of a week is not in it. */
export const recordItem: RecordEffect = async (run, asked) => {
  const rows = asked.flatMap(({ userId, context, at }) => {
    const { placement } = context as unknown as Context;
    return placement?.last ? [{ ...placement.last, userId, at }] : [];
  });
  await run(insertItems, [
    rows.map(() => randomUUID()),
    rows.map((r) => r.userId),
    rows.map((r) => r.exercise),
    rows.map((r) => r.text),
    rows.map((r) => r.verdict !== 'wrong'),
    rows.map((r) => ['placement', r.verdict, r.note].filter(Boolean).join(': ')),
    rows.map((r) => Math.max(0, Math.min(Math.round(r.tookMs), longestResponseMs))),
    rows.map((r) => new Date(r.at).toISOString()),
  ]);
};
