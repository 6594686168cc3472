// Exercises enter the database checked, fingerprinted and once only.
import knex from 'knex';
import type { Knex } from 'knex';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { knexConfig } from '../../knexfile.ts';
import { ExerciseRefused, insertExercises } from '../../src/exercises/insert.ts';
import { loadExercises } from '../../src/exercises/load.ts';
import { verificationHash } from '../../src/exercises/verification-hash.ts';
import { corner } from '../corner.ts';
import { example, prdExamples } from './prd-examples.ts';
import type { ExerciseContent } from '../../src/exercises/exercise-type.ts';
import type { NewExercise } from '../../src/exercises/insert.ts';
import type { ExerciseTypeName } from '../../src/exercises/table.ts';
import type { Corner } from '../corner.ts';

let place: Corner;
let database: Knex;
let topicId: string;

beforeAll(async () => {
  place = await corner('insert');
  database = knex(knexConfig(place.databaseUrl));
  const [topic] = await database('curriculum_topics')
    .insert({ slug: 'articles', name_en: 'Articles', name_es: 'Artículos', category: 'grammar' }).returning('id');
  topicId = topic.id;
});

beforeEach(async () => {
  await database('exercises').delete();
});

afterAll(async () => {
  await database.destroy();
  await place.close();
});

const exercise = (type: ExerciseTypeName, changed: Partial<NewExercise> = {}): NewExercise => ({
  ...example(type), type, topicId, sourceLanguage: 'en', targetLanguage: 'es', level: 'A1', ...changed,
});
const insertOne = async (one: NewExercise) => (await insertExercises(database, [one]))[0]!;
const count = async () => Number((await database('exercises').count().first())?.['count']);

test("all of the data contract's own examples can be stored together and read back", async () => {
  const all = prdExamples.map(([type, content]: [ExerciseTypeName, ExerciseContent]) => exercise(type, content));
  const ids = await insertExercises(database, all);
  const rows = await loadExercises(database, ids);
  expect(rows).toHaveLength(7);
  for (const [index, id] of ids.entries()) {
    const row = rows.find((candidate) => candidate.id === id);
    expect(row).toMatchObject({
      ...prdExamples[index]?.[1], type: prdExamples[index]?.[0], topicSlug: 'articles',
      topicNames: { en: 'Articles', es: 'Artículos' }, level: 'A1', sourceLanguage: 'en', targetLanguage: 'es',
    });
  }
});

test('notes are stored and read back with the exercise', async () => {
  const id = await insertOne(exercise('fill_blank', { why: '*Es*: …', accepted: ['está, "a veces"', 'NULL'] }));
  expect((await loadExercises(database, [id]))[0]).toMatchObject({ why: '*Es*: …', accepted: ['está, "a veces"', 'NULL'] });
});

test('a broken exercise is refused with its faults, and none of its list is stored', async () => {
  const list = [exercise('translation'), exercise('fill_blank', { input: 'Mi hermana es lista.' })];
  await expect(insertExercises(database, list)).rejects.toThrow(
    'Exercise refused: exercise_input must have exactly one blank (a run of underscores), it has 0');
  expect(await count()).toBe(0);
});

describe('a duplicate is refused, naming the exercise it repeats', () => {
  test('of a stored exercise, also when case and white space differ', async () => {
    const id = await insertOne(exercise('translation'));
    const again = insertOne(exercise('translation', { input: 'ayer  fui al MERCADO.' }));
    await expect(again).rejects.toThrow(`"ayer  fui al MERCADO." duplicates the stored exercise ${id}`);
    await expect(again).rejects.toBeInstanceOf(ExerciseRefused);
    expect(await count()).toBe(1);
  });

  test('within one list', async () => {
    await expect(insertExercises(database, [exercise('translation'), exercise('translation')]))
      .rejects.toThrow('duplicates another exercise of the same list');
    expect(await count()).toBe(0);
  });

  test('also when two processes store it at the same time: one succeeds, the others are refused', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => insertOne(exercise('translation'))));
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(4);
    for (const result of refused) expect(result.reason).toBeInstanceOf(ExerciseRefused);
    expect(await count()).toBe(1);
  });
});

test('the same input at another level or for another pair is another exercise', async () => {
  const different = [
    {}, { level: 'A2' as const }, { sourceLanguage: 'fr' }, { targetLanguage: 'pt' },
    { expected: 'I went to the market yesterday.' }, { input: 'Ayer fui al mercado' },
  ].map((changed) => exercise('translation', changed));
  await insertExercises(database, different);
  expect(await count()).toBe(6);
  expect(new Set(different.map(verificationHash)).size).toBe(6);
});

test('the stored hash is the SHA-256 of the normalised fields, 64 hexadecimal digits', async () => {
  await insertOne(exercise('translation'));
  const row = await database('exercises').first('verification_hash');
  // printf 'translation\nen\nes\na1\nayer fui al mercado.\nyesterday i went to the market.' | sha256sum
  expect(row.verification_hash).toBe('9a8e278839298452ebcc3bcbf0f5f64f16c1ff8799be915c21640c163f502306');
});

test('a language that is no two-letter code is refused', async () => {
  await expect(insertOne(exercise('translation', { sourceLanguage: 'spa' })))
    .rejects.toThrow('"spa" is not a two-letter language code');
});

test('more exercises than one statement carries are stored all the same', async () => {
  const many = Array.from({ length: 1201 }, (_, at) => exercise('translation', { input: `Tengo ${at} libros.` }));
  expect(new Set(await insertExercises(database, many)).size).toBe(1201);
  expect(await count()).toBe(1201);
});
