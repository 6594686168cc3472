// Puts the curriculum files into the database; doing it again changes nothing.
import type { Knex } from 'knex';
import { insertExercises } from '../insert.ts';
import { verificationHash } from '../verification-hash.ts';
import { curriculumPaths, newExercise, readCurriculumFile, topicId } from './file.ts';
import type { NewExercise } from '../insert.ts';
import type { CurriculumFile } from './file.ts';

/**
 * Stores every topic, exercise and note of the curriculum, all or none, in a few statements.
 * Rows that are already there are brought up to date where the files changed and left untouched where they did not.
 * An exercise that left the files stays, because learners have answered it.
 * Throws `ExerciseRefused` when a file breaks the rules.
 */
export async function seedCurriculum(
  knex: Knex,
  files: readonly CurriculumFile[] = curriculumPaths().map((name) => readCurriculumFile(name)),
): Promise<{ topics: number; exercises: number }> {
  return knex.transaction(async (trx) => {
    const idOf = await storeTopics(trx, files);
    const exercises = files.flatMap((file) => file.exercises.map((item) => ({
      ...newExercise(file, item),
      topicId: idOf.get(file.topic.slug) ?? topicId(file.topic.slug),
    })));
    await insertExercises(trx, await withStoredIds(trx, exercises));
    return { topics: idOf.size, exercises: exercises.length };
  });
}

async function storeTopics(knex: Knex, files: readonly CurriculumFile[]): Promise<Map<string, string>> {
  const topics = new Map(files.map(({ topic }) => [topic.slug, topic]));
  if (topics.size === 0) return new Map();
  const rows = [...topics.values()].map((topic) => ({
    id: topicId(topic.slug),
    slug: topic.slug,
    name_en: topic.names.en,
    name_es: topic.names.es,
    category: topic.category,
  }));
  // By slug, not by id: a topic that somebody made before keeps the id that its exercises point to.
  await knex('curriculum_topics').insert(rows).onConflict('slug').merge(['name_en', 'name_es', 'category'])
    .whereRaw(`(curriculum_topics.name_en, curriculum_topics.name_es, curriculum_topics.category)
      is distinct from (excluded.name_en, excluded.name_es, excluded.category)`);
  const stored: { id: string; slug: string }[] = await knex('curriculum_topics')
    .select('id', 'slug').whereIn('slug', [...topics.keys()]);
  return new Map(stored.map((row) => [row.slug, row.id]));
}

/**
 * An exercise that is already stored under another id keeps that id: its input was re-cased here, or somebody else
 * wrote the same one first. Refusing it would keep a new release from starting.
 */
async function withStoredIds(knex: Knex, exercises: readonly NewExercise[]): Promise<NewExercise[]> {
  const stored: { id: string; verification_hash: string }[] = await knex('exercises')
    .select('id', 'verification_hash').whereIn('verification_hash', exercises.map(verificationHash));
  const idOf = new Map(stored.map((row) => [row.verification_hash, row.id]));
  return exercises.map((exercise) => {
    const id = idOf.get(verificationHash(exercise)) ?? exercise.id;
    return id === undefined ? exercise : { ...exercise, id };
  });
}
