// The effect `recordScene`: a role-play is over, whatever came of it.
import { randomUUID } from 'node:crypto';
import type { Context } from '../../machines/vocabulary.ts';
import type { Statement } from '../store/postgres.ts';
import type { RecordEffect } from './records.ts';

const insertRuns: Statement = {
  name: 'insert-scene-runs',
  text: `
    insert into scene_runs (id, user_id, scene, outcome, turns, beats, understood, corrections, begun_at, ended_at)
    select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::int[], $6::int[], $7::int[], $8::jsonb[], $9::timestamptz[], $10::timestamptz[])`,
};

/** Writes the context's `scene`. It is no lesson: no day and no mastery gains by it. */
export const recordScene: RecordEffect = async (run, asked) => {
  const rows = asked.flatMap(({ userId, context, at }) => {
    const { scene } = context as unknown as Context;
    return scene?.outcome ? [{ userId, at, ...scene, outcome: scene.outcome }] : [];
  });
  await run(insertRuns, [
    rows.map(() => randomUUID()),
    rows.map((r) => r.userId),
    rows.map((r) => r.id),
    rows.map((r) => r.outcome),
    rows.map((r) => r.turns),
    rows.map((r) => r.said.length),
    rows.map((r) => r.said.filter(({ own }) => own).length),
    rows.map((r) => JSON.stringify(r.corrections)),
    rows.map((r) => new Date(r.begunAt).toISOString()),
    rows.map((r) => new Date(r.at).toISOString()),
  ]);
};
