// The effect `recordAttempt`: one exercise answered or skipped; the attempt is kept, and when the exercise comes back.
import { randomUUID } from 'node:crypto';
import type { Context } from '../../machines/vocabulary.ts';
import { cardColumns, rowAfter, type CardRow, type Done } from '../learning/cards.ts';
import type { Statement } from '../store/postgres.ts';
import type { RecordEffect } from './records.ts';

// One round trip for both: the attempts go in, the cards as they are come back.
const insertAttempts: Statement = {
  name: 'insert-attempts',
  text: `
    with attempts as (
      insert into user_exercise_history (id, user_id, exercise_id, user_input, is_correct, judge_feedback, response_time_ms, created_at)
      select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::bool[], $6::text[], $7::int[], $8::timestamptz[])
    )
    select ${cardColumns}
    from unnest($9::uuid[], $10::uuid[]) as v(user_id, exercise_id)
    cross join lateral (select * from review_cards r where r.user_id = v.user_id and r.exercise_id = v.exercise_id) c`,
};

const keepCards: Statement = {
  name: 'keep-cards',
  text: `
    insert into review_cards (user_id, exercise_id, stability, difficulty, due, state, step, reps, lapses, reviewed_at, asked_at, verdict)
    select * from unnest($1::uuid[], $2::uuid[], $3::float8[], $4::float8[], $5::timestamptz[], $6::varchar[], $7::smallint[], $8::int[], $9::int[], $10::timestamptz[], $11::timestamptz[], $12::varchar[])
    on conflict (user_id, exercise_id) do update set stability = excluded.stability, difficulty = excluded.difficulty, due = excluded.due, state = excluded.state,
      step = excluded.step, reps = excluded.reps, lapses = excluded.lapses, reviewed_at = excluded.reviewed_at, asked_at = excluded.asked_at, verdict = excluded.verdict`,
};

const longestResponseMs = 2 ** 31 - 1;
const timestamp = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

/**
 * Writes the context's `lesson.last`: into the history unless it was skipped, and into the learner's cards. `almost`
 * counts as correct; the verdict and the grader's note are kept as feedback.
 */
export const recordAttempt: RecordEffect = async (run, asked) => {
  const rows = asked.flatMap(({ userId, context, at }) => {
    const { lesson } = context as unknown as Context;
    return lesson?.last ? [{ ...lesson.last, userId, at }] : [];
  });
  if (rows.length === 0) return;
  const attempts = rows.filter((r) => r.note !== 'skipped');
  const before = await run<CardRow>(insertAttempts, [
    attempts.map(() => randomUUID()),
    attempts.map((r) => r.userId),
    attempts.map((r) => r.exercise),
    attempts.map((r) => r.text),
    attempts.map((r) => r.verdict !== 'wrong'),
    attempts.map((r) => [r.verdict, r.note].filter(Boolean).join(': ')),
    attempts.map((r) => Math.max(0, Math.min(Math.round(r.tookMs), longestResponseMs))),
    attempts.map((r) => timestamp(r.at)),
    rows.map((r) => r.userId),
    rows.map((r) => r.exercise),
  ]);
  const name = (userId: string, exercise: string) => `${userId} ${exercise}`;
  const cards = new Map(before.map((card) => [name(card.user_id, card.exercise_id), card]));
  // In the order they were given, so that an exercise answered twice in one batch is reviewed twice.
  for (const row of rows) {
    const done: Done = { ...row, read: row.asked ?? 0, written: [...row.text].length, hints: row.hints ?? 0 };
    const key = name(row.userId, row.exercise);
    cards.set(key, rowAfter(cards.get(key) ?? null, done));
  }
  const of = <T>(value: (card: CardRow) => T) => [...cards.values()].map(value);
  await run(keepCards, [
    of((c) => c.user_id), of((c) => c.exercise_id), of((c) => c.stability), of((c) => c.difficulty), of((c) => timestamp(c.due)), of((c) => c.state),
    of((c) => c.step), of((c) => c.reps), of((c) => c.lapses), of((c) => timestamp(c.reviewed_at)), of((c) => timestamp(c.asked_at)), of((c) => c.verdict),
  ]);
};
