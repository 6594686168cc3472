// Which exercises a lesson is made of: the nearest level, the topic least seen, what was never asked or went wrong first.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedCurriculum } from '../../src/exercises/curriculum/seed.ts';
import { pickFrom, pickLessonActor } from '../../src/learning/pick-lesson.ts';
import { openStore, type Store } from '../../src/store/postgres.ts';
import { corner, type Corner } from '../corner.ts';

type Candidate = Parameters<typeof pickFrom>[0][number];
const candidate = (id: string, slug: string, level: Candidate['level'] = 'A1', seen: Partial<Candidate> = {}): Candidate => ({ id, topic_id: slug, slug, level, attempts: 0, right: 0, last_at: null, ...seen });
const noChance = () => 0.5;
const right = (day: number) => ({ attempts: 1, right: 1, last_at: new Date(Date.UTC(2026, 0, day)) });
const wrong = (day: number) => ({ attempts: 2, right: 1, last_at: new Date(Date.UTC(2026, 0, day)) });

test('the level nearest the learner’s is taken', () => {
  const all = [candidate('a', 'food', 'A1'), candidate('b', 'food', 'A2')];
  expect(pickFrom(all, 'B1', noChance)).toEqual({ topic: 'food', exercises: ['b'] });
  expect(pickFrom(all, 'A1', noChance)).toEqual({ topic: 'food', exercises: ['a'] });
});

test('the topic of which least was seen is taken', () => {
  const all = [candidate('a', 'food', 'A1', right(1)), candidate('b', 'food'), candidate('c', 'work')];
  expect(pickFrom(all, 'A1', noChance).topic).toBe('work');
});

test('what was never asked comes first, then what went wrong, then what was asked longest ago', () => {
  const all = [candidate('late', 'food', 'A1', right(9)), candidate('early', 'food', 'A1', right(2)), candidate('missed', 'food', 'A1', wrong(20)), candidate('new', 'food')];
  expect(pickFrom(all, 'A1', noChance).exercises).toEqual(['new', 'missed', 'early', 'late']);
});

test('a lesson has at most eight exercises, and none when nothing fits', () => {
  expect(pickFrom(Array.from({ length: 12 }, (_, i) => candidate(`e${i}`, 'food')), 'A1', noChance).exercises).toHaveLength(8);
  expect(pickFrom([], 'A1', noChance)).toEqual({ topic: '', exercises: [] });
});

let place: Corner;
let store: Store;
beforeAll(async () => {
  place = await corner('pick-lesson');
  store = openStore(place.databaseUrl, 2);
  await seedCurriculum(store.knex);
});
afterAll(async () => {
  await store.close();
  await place.close();
});

test('the job picks from the learner’s own pair of languages what they have not done yet', async () => {
  const [{ id: userId }] = (await store.knex('users').insert({}).returning('id')) as [{ id: string }];
  const job = { userId, input: null, context: { profile: { nativeLanguage: 'es', targetLanguage: 'en', level: 'A1' } } };
  const signal = new AbortController().signal;
  const first = (await pickLessonActor(store, noChance).run(job, signal)) as { topic: string; exercises: string[] };
  expect(first.exercises).toHaveLength(8);
  const rows = await store.knex('exercises').whereIn('id', first.exercises);
  expect(new Set(rows.map((row: Record<string, string>) => `${row.source_lang}-${row.target_lang} ${row.difficulty_level}`))).toEqual(new Set(['es-en A1']));
  await store.knex('user_exercise_history').insert(first.exercises.map((exercise_id) => ({ user_id: userId, exercise_id, user_input: 'x', is_correct: true })));
  const second = (await pickLessonActor(store, noChance).run(job, signal)) as { topic: string; exercises: string[] };
  expect(second.exercises.filter((id) => first.exercises.includes(id))).toEqual([]);
  const none = await pickLessonActor(store, noChance).run({ ...job, context: { profile: { nativeLanguage: 'en', targetLanguage: 'fr', level: 'A1' } } }, signal);
  expect(none).toEqual({ topic: '', exercises: [] });
});
