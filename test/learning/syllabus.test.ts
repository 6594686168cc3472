// The exercises a lesson may be chosen from: those of one pair of languages, read once for all learners.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedCurriculum } from '../../src/exercises/curriculum/seed.ts';
import { openSyllabus } from '../../src/learning/syllabus.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('syllabus');
  await seedCurriculum(world.store.knex);
});
afterAll(() => world.close());

test('holds every exercise of its pair, by id, with what choosing asks for, and no other', async () => {
  const rows = await world.rows<{ id: string; level: string; slug: string; category: string; type: string }>(`
    select e.id, e.difficulty_level as level, t.slug, t.category, e.exercise_type as type
    from exercises e join curriculum_topics t on t.id = e.topic_id where source_lang = 'en' and target_lang = 'es'`);
  const syllabus = await openSyllabus(world.store)('en', 'es');
  expect(syllabus.size).toBe(rows.length);
  for (const row of rows) expect(syllabus.get(row.id)).toEqual(row);
});

test('is empty for a pair that nobody wrote', async () => {
  expect((await openSyllabus(world.store)('fr', 'es')).size).toBe(0);
  expect((await openSyllabus(world.store)(null, null)).size).toBe(0);
});

test('is read once for learners who ask at the same time and after each other', async () => {
  let reads = 0;
  const store = { ...world.store, run: (...args: Parameters<typeof world.store.run>) => ((reads += 1), world.store.run(...args)) } as typeof world.store;
  const syllabus = openSyllabus(store);
  const [one, other] = await Promise.all([syllabus('es', 'en'), syllabus('es', 'en')]);
  expect(one).toBe(other);
  expect(await syllabus('es', 'en')).toBe(one);
  expect(reads).toBe(1);
});

test('a read that failed is tried again by who asks next', async () => {
  let away = true;
  const store = { ...world.store, run: (...args: Parameters<typeof world.store.run>) => (away ? Promise.reject(new Error('away')) : world.store.run(...args)) } as typeof world.store;
  const syllabus = openSyllabus(store);
  await expect(syllabus('es', 'en')).rejects.toThrow('away');
  away = false;
  expect((await syllabus('es', 'en')).size).toBeGreaterThan(0);
});
