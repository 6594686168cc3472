// The one place where exercises enter the database: checked by the rules of their type, and never twice.
import type { Knex } from 'knex';
import { exerciseTypes } from './table.ts';
import { verificationHash } from './verification-hash.ts';
import type { ExerciseContent } from './exercise-type.ts';
import type { Level } from './exercise.ts';
import type { ExerciseTypeName } from './table.ts';

export type NewExercise = ExerciseContent & {
  /** A UUID when the author fixes it (the starter curriculum does); otherwise the database gives one. */
  id?: string;
  topicId: string;
  type: ExerciseTypeName;
  sourceLanguage: string;
  targetLanguage: string;
  level: Level;
  mediaUrl?: string | null;
};

/** Exercises that may not be stored; `faults` says why, one sentence each, and nothing was written. */
export class ExerciseRefused extends Error {
  override name = 'ExerciseRefused';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`Exercise refused: ${faults.join('; ')}`);
    this.faults = faults;
  }
}

/** How many rows one statement carries; Postgres allows 65,535 parameters and a row needs 12. */
const batchSize = 500;
const uniqueViolation = '23505';

function storedRow(exercise: NewExercise) {
  return {
    ...(exercise.id === undefined ? {} : { id: exercise.id }),
    topic_id: exercise.topicId,
    source_lang: exercise.sourceLanguage,
    target_lang: exercise.targetLanguage,
    difficulty_level: exercise.level,
    exercise_type: exercise.type,
    theory: exercise.theory,
    exercise_introduction: exercise.introduction,
    exercise_input: exercise.input,
    expected_output: exercise.expected,
    media_url: exercise.mediaUrl ?? null,
    verification_hash: verificationHash(exercise),
  };
}

/** The faults of one new exercise, by the rules of its type and the limits of its columns. */
export function insertFaults(exercise: NewExercise): string[] {
  const faults = exerciseTypes[exercise.type].rules(exercise);
  for (const language of [exercise.sourceLanguage, exercise.targetLanguage]) {
    if (!/^[a-z]{2}$/u.test(language)) faults.push(`"${language}" is not a two-letter language code`);
  }
  if ((exercise.mediaUrl ?? '').length > 255) faults.push('media_url is longer than 255 characters');
  return faults;
}

function duplicate(input: string, of: string): string {
  return `"${input}" duplicates ${of}: same type, languages, level, input and answer`;
}

/**
 * Stores exercises and their notes; returns their ids in the order given.
 * An exercise whose id is already stored is brought up to date, so that storing the same list twice changes nothing.
 * Throws `ExerciseRefused` with every fault of every exercise, or with the duplicates, before anything is written.
 * Give it a transaction when the list must be stored whole or not at all.
 */
export async function insertExercises(knex: Knex, exercises: readonly NewExercise[]): Promise<string[]> {
  const faults = exercises.flatMap(insertFaults);
  if (faults.length > 0) throw new ExerciseRefused(faults);
  await refuseDuplicates(knex, exercises);
  const ids: string[] = [];
  for (let from = 0; from < exercises.length; from += batchSize) {
    ids.push(...await storeBatch(knex, exercises.slice(from, from + batchSize)));
  }
  return ids;
}

async function refuseDuplicates(knex: Knex, exercises: readonly NewExercise[]): Promise<void> {
  const byHash = new Map<string, NewExercise>();
  const faults: string[] = [];
  for (const exercise of exercises) {
    const hash = verificationHash(exercise);
    if (byHash.has(hash)) faults.push(duplicate(exercise.input, 'another exercise of the same list'));
    byHash.set(hash, exercise);
  }
  const stored: { id: string; verification_hash: string }[] = await knex('exercises')
    .select('id', 'verification_hash').whereIn('verification_hash', [...byHash.keys()]);
  for (const row of stored) {
    const exercise = byHash.get(row.verification_hash);
    if (exercise && exercise.id !== row.id) faults.push(duplicate(exercise.input, `the stored exercise ${row.id}`));
  }
  if (faults.length > 0) throw new ExerciseRefused(faults);
}

async function storeBatch(knex: Knex, exercises: readonly NewExercise[]): Promise<string[]> {
  const hashes = exercises.map((exercise) => verificationHash(exercise));
  const columns = Object.keys(storedRow({ ...exercises[0]!, id: '' })).filter((column) => column !== 'id');
  try {
    await knex('exercises').insert(exercises.map(storedRow)).onConflict('id').merge(columns)
      // Without this, every seeding at start-up would rewrite every row.
      .whereRaw(`(${columns.map((column) => `exercises.${column}`).join(', ')})
        is distinct from (${columns.map((column) => `excluded.${column}`).join(', ')})`);
  } catch (error) {
    // Somebody stored the same exercise between the check and the insert.
    if ((error as { code?: string }).code !== uniqueViolation) throw error;
    throw new ExerciseRefused([duplicate(exercises[0]!.input, 'an exercise stored a moment ago')]);
  }
  const rows: { id: string; verification_hash: string }[] = await knex('exercises')
    .select('id', 'verification_hash').whereIn('verification_hash', hashes);
  const idOf = new Map(rows.map((row) => [row.verification_hash, row.id]));
  const ids = hashes.map((hash) => idOf.get(hash) ?? '');
  await storeNotes(knex, exercises, ids);
  return ids;
}

async function storeNotes(knex: Knex, exercises: readonly NewExercise[], ids: readonly string[]): Promise<void> {
  const notes = exercises.flatMap((exercise, index) => exercise.why === null
    ? []
    : [{ exercise_id: ids[index], why: exercise.why, accepted: [...exercise.accepted] }]);
  if (notes.length === 0) return;
  await knex('exercise_notes').insert(notes).onConflict('exercise_id').merge(['why', 'accepted'])
    .whereRaw('(exercise_notes.why, exercise_notes.accepted) is distinct from (excluded.why, excluded.accepted)');
}
