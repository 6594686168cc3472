// The effect `recordReport`: a learner says that their last answer should have been accepted; somebody is to look at it.
import type { Context } from '../../machines/vocabulary.ts';
import type { Statement } from '../store/postgres.ts';
import type { RecordEffect } from './records.ts';

const insertReports: Statement = {
  name: 'insert-answer-reports',
  text: `
    insert into answer_reports (user_id, exercise_id, answer, verdict, note, best, reported_at)
    select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::varchar[], $5::varchar[], $6::text[], $7::timestamptz[])`,
};

/** Writes the context's `lesson.last`; nothing where there is none, it was skipped, counted as right, or is reported already. */
export const recordReport: RecordEffect = async (run, asked) => {
  const rows = asked.flatMap(({ userId, context, at }) => {
    const last = (context as unknown as Context).lesson?.last;
    return last && last.verdict !== 'correct' && last.note !== 'skipped' && !last.reported ? [{ ...last, userId, at }] : [];
  });
  if (rows.length === 0) return;
  await run(insertReports, [
    rows.map((r) => r.userId), rows.map((r) => r.exercise), rows.map((r) => r.text), rows.map((r) => r.verdict), rows.map((r) => r.note), rows.map((r) => r.best),
    rows.map((r) => new Date(r.at).toISOString()),
  ]);
};
