// The job that draws a bank: from the learner's own pair, what they have met last, and a test under way keeps its answers.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedCurriculum } from '../../src/exercises/curriculum/seed.ts';
import type { Drawn } from '../../machines/placement.logic.ts';
import { drawFrom, drawItemsActor } from '../../src/learning/draw-items.ts';
import { mostDrawn, type Askable } from '../../src/learning/item-bank.ts';
import { openStore, type Store } from '../../src/store/postgres.ts';
import type { PlacementInHand } from '../../machines/vocabulary.ts';
import { corner, type Corner } from '../corner.ts';
import { shelfOf } from './shelf-of.ts';
import { seeded } from './simulate-placement.ts';

const all: Askable[] = Array.from({ length: 90 }, (_, i) => ({ id: `e${i}`, level: (['A1', 'A2', 'B1'] as const)[i % 3]!, type: 'fill_blank', category: 'travel', input: 'I ___.', difficulty: null, seen: false }));
const begun = (drawn: Drawn, answered: number): PlacementInHand => ({
  items: drawn.items, seed: drawn.seed, open: drawn.items[answered]!.id, result: null, begunAt: 0, askedAt: 0, last: null,
  answers: drawn.items.slice(0, answered).map(({ id }) => ({ id, correct: true })),
});

test('a new test begins with a question of the level the learner has given', () => {
  const levelOfFirst = (level: 'A1' | 'A2' | 'B1' | null) => { const { next } = drawFrom(all, null, level, seeded(1)); return all.find(({ id }) => id === next)!.level; };
  expect([levelOfFirst('A1'), levelOfFirst('A2'), levelOfFirst('B1'), levelOfFirst(null)]).toEqual(['A1', 'A2', 'B1', 'A2']);
});

test('a test under way keeps what was answered, loses the question that could not be asked, and goes on', () => {
  const first = drawFrom(all, null, 'A2', seeded(1));
  const inHand = begun(first, 4);
  const again = drawFrom(all.filter(({ id }) => id !== inHand.open), inHand, 'A2', seeded(2));
  const ids = again.items.map(({ id }) => id);
  for (const { id } of inHand.answers) expect(ids).toContain(id);
  expect(ids).not.toContain(inHand.open);
  expect(new Set(ids).size).toBe(ids.length);
  expect(inHand.answers.map(({ id }) => id)).not.toContain(again.next);
  expect(drawFrom(all, inHand, 'A2', seeded(2)).items.map(({ id }) => id)).not.toContain(inHand.open);
});

test('too few questions make no test', () => {
  expect(drawFrom(all.slice(0, 5), null, 'A2', seeded(1))).toEqual({ items: [], seed: 0, next: null });
  expect(drawFrom(all.slice(0, 6), null, 'A2', seeded(1)).items).toHaveLength(6);
});

let place: Corner;
let store: Store;
beforeAll(async () => {
  place = await corner('draw-items');
  store = openStore(place.databaseUrl, 2);
  await seedCurriculum(store.knex);
});
afterAll(async () => {
  await store.close();
  await place.close();
});

test('the job draws from the learner’s own pair and leaves out what they have met, as long as there is enough', async () => {
  const [{ id: userId }] = (await store.knex('users').insert({}).returning('id')) as [{ id: string }];
  const draw = (nativeLanguage: string, targetLanguage: string, placement: PlacementInHand | null = null) =>
    drawItemsActor(store, shelfOf(store), seeded(3)).run({ userId, input: null, context: { profile: { nativeLanguage, targetLanguage, level: 'A2' }, placement } }, new AbortController().signal) as Promise<Drawn>;
  const first = await draw('es', 'en');
  expect(first.items).toHaveLength(mostDrawn);
  expect(first.items.map(({ id }) => id)).toContain(first.next);
  const rows: { source_lang: string; target_lang: string; exercise_type: string }[] = await store.knex('exercises').whereIn('id', first.items.map(({ id }) => id));
  expect(new Set(rows.map((row) => `${row.source_lang}-${row.target_lang}`))).toEqual(new Set(['es-en']));
  expect(rows.filter((row) => ['open_response', 'roleplay'].includes(row.exercise_type))).toEqual([]);
  await store.knex('user_exercise_history').insert(first.items.map(({ id }) => ({ user_id: userId, exercise_id: id, user_input: 'x', is_correct: true })));
  const met = new Set(first.items.map(({ id }) => id));
  expect((await draw('es', 'en')).items.filter(({ id }) => met.has(id)).length).toBeLessThan(mostDrawn / 3);
  expect((await draw('en', 'fr')).items).toEqual([]);
  // A test that is over is none in hand.
  expect((await draw('es', 'en', { ...begun(first, 6), open: null })).items.filter(({ id }) => met.has(id)).length).toBeLessThan(mostDrawn / 3);
});

test('a test asks nothing that cannot be read', async () => {
  const [{ id: userId }] = (await store.knex('users').insert({}).returning('id')) as [{ id: string }];
  const choices = { source_lang: 'pt', target_lang: 'en', exercise_type: 'multiple_choice' };
  const before = (await store.knex('exercises').where(choices).select('id', 'expected_output')) as { id: string; expected_output: string }[];
  await store.knex('exercises').where(choices).update({ expected_output: '9' });
  const drawn = (await drawItemsActor(store, shelfOf(store), seeded(4)).run({ userId, input: null, context: { profile: { nativeLanguage: 'pt', targetLanguage: 'en', level: 'A1' }, placement: null } }, new AbortController().signal)) as Drawn;
  for (const { id, expected_output } of before) await store.knex('exercises').where({ id }).update({ expected_output });
  expect(drawn.items.length).toBeGreaterThanOrEqual(20);
  expect(drawn.items.filter(({ c }) => c > 0)).toEqual([]);
  expect(drawn.items.map(({ id }) => id)).toContain(drawn.next);
});
