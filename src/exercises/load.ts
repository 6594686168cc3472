// Reads exercises with their topics and notes, by id, in one statement.
import type { Knex } from 'knex';
import type { ExerciseRow } from './exercise.ts';

/** The rows with these ids (UUIDs), in no particular order; ids that do not exist are simply absent. */
export async function loadExercises(knex: Knex, ids: readonly string[]): Promise<ExerciseRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await knex.raw<{ rows: ExerciseRow[] }>(
    `select e.id, t.slug as "topicSlug", json_build_object('en', t.name_en, 'es', t.name_es) as "topicNames",
            e.difficulty_level as level, e.exercise_type as type,
            e.source_lang as "sourceLanguage", e.target_lang as "targetLanguage",
            e.exercise_introduction as introduction, e.theory, e.exercise_input as input,
            e.expected_output as expected, n.why, coalesce(n.accepted, '{}') as accepted
       from exercises e
       join curriculum_topics t on t.id = e.topic_id
       left join exercise_notes n on n.exercise_id = e.id
      where e.id = any(?::uuid[])`,
    [[...ids]],
  );
  return rows;
}
