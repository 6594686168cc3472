// Seeding stores the whole curriculum, and doing it again changes not one row.
import knex from 'knex';
import type { Knex } from 'knex';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { knexConfig } from '../../../knexfile.ts';
import { curriculumPaths, newExercise, readCurriculumFile } from '../../../src/exercises/curriculum/file.ts';
import { seedCurriculum } from '../../../src/exercises/curriculum/seed.ts';
import { ExerciseRefused } from '../../../src/exercises/insert.ts';
import { loadExercises } from '../../../src/exercises/load.ts';
import { createShelf } from '../../../src/exercises/shelf.ts';
import { corner } from '../../corner.ts';
import type { CurriculumFile } from '../../../src/exercises/curriculum/file.ts';
import type { Corner } from '../../corner.ts';

let place: Corner;
let database: Knex;
const files = curriculumPaths().map((name) => readCurriculumFile(name));
const [first, ...others] = files as [CurriculumFile, ...CurriculumFile[]];
const total = files.reduce((sum, file) => sum + file.exercises.length, 0);

beforeAll(async () => {
  place = await corner('seed');
  database = knex(knexConfig(place.databaseUrl));
});

beforeEach(async () => {
  await database('exercises').delete();
  await database('curriculum_topics').delete();
});

afterAll(async () => {
  await database.destroy();
  await place.close();
});

/** Every row of the curriculum with the transaction that wrote it last. */
async function everything(): Promise<unknown[]> {
  const rows = await Promise.all(['curriculum_topics', 'exercises', 'exercise_notes']
    .map((table) => database(table).select('*', database.raw('xmin::text')).orderBy(1)));
  return rows.flat();
}

test('every topic, exercise and note is stored, and every exercise can be put on the shelf', async () => {
  const stored = await seedCurriculum(database);
  expect(stored).toEqual({ topics: new Set(files.map((file) => file.topic.slug)).size, exercises: total });
  const ids: string[] = await database('exercises').pluck('id');
  expect(ids).toHaveLength(total);
  const broken: string[] = [];
  const shelf = createShelf((wanted) => loadExercises(database, wanted), (id) => broken.push(id));
  await shelf.prefetch(ids);
  expect(broken).toEqual([]);
  for (const id of ids) expect(shelf.get(id)?.why, id).toMatch(/\*/u);
});

test('seeding a second time writes no row at all', async () => {
  await seedCurriculum(database);
  const before = await everything();
  await seedCurriculum(database);
  expect(await everything()).toEqual(before);
});

test('a corrected answer, reason, theory or topic name reaches the row that learners have answered', async () => {
  await seedCurriculum(database);
  const [item, ...rest] = first.exercises;
  const corrected: CurriculumFile = {
    ...first,
    topic: { ...first.topic, names: { ...first.topic.names, es: 'Pedir de comer' } },
    exercises: [{ ...item!, why: '*Have*: …', accepted: ['get', 'grab'] }, ...rest],
  };
  await seedCurriculum(database, [corrected, ...others.filter((file) => file.topic.slug !== first.topic.slug)]);
  const id = newExercise(first, item!).id!;
  expect((await loadExercises(database, [id]))[0]).toMatchObject({
    why: '*Have*: …', accepted: ['get', 'grab'], topicNames: { es: 'Pedir de comer' },
  });
  expect(await database('exercises').pluck('id')).toHaveLength(total);
});

test('an exercise that somebody else stored first keeps its id, and seeding still goes through', async () => {
  await seedCurriculum(database);
  const stranger = '00000000-0000-4000-8000-000000000001';
  const id = newExercise(first, first.exercises[0]!).id!;
  await database('exercise_notes').where({ exercise_id: id }).delete();
  await database('exercises').where({ id }).update({ id: stranger });
  await seedCurriculum(database);
  expect((await loadExercises(database, [stranger]))[0]?.why).toBe(first.exercises[0]!.why);
  expect(await database('exercises').pluck('id')).toHaveLength(total);
});

test('a curriculum with one broken exercise is stored not at all', async () => {
  const broken = { ...first, exercises: [...first.exercises, { ...first.exercises[0]!, input: 'No blank here.' }] };
  await expect(seedCurriculum(database, [...others, broken])).rejects.toBeInstanceOf(ExerciseRefused);
  expect(await everything()).toEqual([]);
});
