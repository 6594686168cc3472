// The effect `recordPlacement`: a placement test is over; its answers are what difficulties are learned from.
import type { Context } from '../../machines/vocabulary.ts';
import type { Statement } from '../store/postgres.ts';
import type { RecordEffect } from './records.ts';

// One test a row, its answers as arrays: columns of arrays cannot be unnested side by side, so they travel as JSON.
const insertPlacements: Statement = {
  name: 'insert-placements',
  text: `
    insert into placements (user_id, source_lang, target_lang, level, theta, se, exercise_ids, correct, begun_at, finished_at)
    select user_id, source, target, level::cefr_level, theta, se,
      array(select (one ->> 'id')::uuid from jsonb_array_elements(answers) with ordinality as e(one, n) order by n),
      array(select (one ->> 'correct')::boolean from jsonb_array_elements(answers) with ordinality as e(one, n) order by n),
      begun_at, finished_at
    from unnest($1::uuid[], $2::varchar[], $3::varchar[], $4::text[], $5::float8[], $6::float8[], $7::jsonb[], $8::timestamptz[], $9::timestamptz[])
      as v(user_id, source, target, level, theta, se, answers, begun_at, finished_at)`,
};

/** Writes the context's `placement` with its result; answers that the grader could not settle are left out. */
export const recordPlacement: RecordEffect = async (run, asked) => {
  const rows = asked.flatMap(({ userId, context, at }) => {
    const { placement, profile } = context as unknown as Context;
    if (!placement?.result || profile.targetLanguage === null) return [];
    const counted = new Set(placement.items.map(({ id }) => id));
    return [{ userId, at, begunAt: placement.begunAt, source: profile.nativeLanguage, target: profile.targetLanguage, ...placement.result, answers: placement.answers.filter(({ id }) => counted.has(id)) }];
  });
  await run(insertPlacements, [
    rows.map((r) => r.userId), rows.map((r) => r.source), rows.map((r) => r.target),
    rows.map((r) => r.level), rows.map((r) => r.theta), rows.map((r) => r.se),
    rows.map((r) => JSON.stringify(r.answers)),
    rows.map((r) => new Date(r.begunAt).toISOString()), rows.map((r) => new Date(r.at).toISOString()),
  ]);
};
