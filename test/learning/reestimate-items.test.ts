// Difficulties learned from answers come closer to the truth, few answers move them little, and the job writes them where the test reads them.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedCurriculum } from '../../src/exercises/curriculum/seed.ts';
import type { Drawn } from '../../machines/placement.logic.ts';
import { drawItemsActor } from '../../src/learning/draw-items.ts';
import { chanceOf } from '../../src/learning/item-response.ts';
import { nextItem, type ItemAnswer } from '../../src/learning/placement.ts';
import { reestimateDifficulties, reestimateItems } from '../../src/learning/reestimate-items.ts';
import { openStore, type Store } from '../../src/store/postgres.ts';
import { corner, type Corner } from '../corner.ts';
import { shelfOf } from './shelf-of.ts';
import { makeBank, normal, seeded } from './simulate-placement.ts';

test('600 tests bring difficulties that are off by 0.5 much closer to the truth', { timeout: 30_000 }, () => {
  const random = seeded(12);
  const bank = makeBank({ items: 60, a: 1.2, reallyA: 1.2, c: 0, bError: 0.5 }, random);
  const tests = Array.from({ length: 600 }, () => {
    const ability = 1.5 * normal(random);
    const answers: ItemAnswer[] = [];
    for (let open = nextItem({ bank, answers, random }); open !== null; open = nextItem({ bank, answers, random })) answers.push({ id: open.id, correct: random() < chanceOf(open.real, ability) });
    return answers;
  });
  const found = new Map(reestimateDifficulties({ bank, tests }).map((one) => [one.id, one]));
  const error = (b: (id: string) => number) => Math.sqrt(bank.reduce((sum, item) => sum + (b(item.id) - item.real.b) ** 2, 0) / bank.length);
  const before = error((id) => bank.find((item) => item.id === id)!.b);
  const after = error((id) => found.get(id)?.b ?? bank.find((item) => item.id === id)!.b);
  expect(before).toBeGreaterThan(0.4);
  expect(after).toBeLessThan(before * 0.65);
});

test('one answer moves a difficulty a little, the way it points, and items nobody answered stay', () => {
  const bank = ['a', 'b', 'c'].map((id) => ({ id, a: 1.2, b: -1.5, c: 0 }));
  const [easier] = reestimateDifficulties({ bank, tests: [[{ id: 'a', correct: true }]] });
  const [harder] = reestimateDifficulties({ bank, tests: [[{ id: 'a', correct: false }]] });
  expect(easier!.b).toBeLessThan(-1.5);
  expect(harder!.b).toBeGreaterThan(-1.5);
  expect(Math.max(-1.5 - easier!.b, harder!.b + 1.5)).toBeLessThan(0.25);
  expect(reestimateDifficulties({ bank, tests: [[{ id: 'a', correct: true }]] }).map(({ id }) => id)).toEqual(['a']);
});

test('strange ids, repeated answers and empty tests say nothing', () => {
  const bank = [{ id: 'a', a: 1.2, b: 0, c: 0 }];
  expect(reestimateDifficulties({ bank, tests: [[], [{ id: 'zzz', correct: true }]] })).toEqual([]);
  expect(reestimateDifficulties({ bank, tests: [[{ id: 'a', correct: true }, { id: 'a', correct: false }]] })).toEqual(reestimateDifficulties({ bank, tests: [[{ id: 'a', correct: true }]] }));
});

let place: Corner;
let store: Store;
beforeAll(async () => {
  place = await corner('reestimate');
  store = openStore(place.databaseUrl, 2);
  await seedCurriculum(store.knex);
});
afterAll(async () => {
  await store.close();
  await place.close();
});

test('what the job learns is what the next test is drawn with; doing it again changes nothing', async () => {
  const now = Date.parse('2030-01-01T03:00:00Z');
  const [{ id: userId }] = (await store.knex('users').insert({}).returning('id')) as [{ id: string }];
  const draw = () => drawItemsActor(store, shelfOf(store), seeded(1)).run({ userId, input: null, context: { profile: { nativeLanguage: 'es', targetLanguage: 'en' }, placement: null } }, new AbortController().signal) as Promise<Drawn>;
  const { items } = await draw();
  const asked = items.filter(({ a, b }) => a === 1.2 && b === -2.08).slice(0, 5).map(({ id }) => id);
  const row = (correct: boolean[], finished_at: string) => ({ user_id: userId, source_lang: 'es', target_lang: 'en', level: 'A2', theta: -1.5, se: 0.5, exercise_ids: asked, correct, begun_at: finished_at, finished_at });
  // The first item is missed by everybody, the others are known; a test of long ago says nothing.
  const known = asked.map((_, i) => i > 0);
  await store.knex('placements').insert([...Array.from({ length: 30 }, () => row(known, '2029-12-30T10:00:00Z')), row(known.map((k) => !k), '2019-01-01T10:00:00Z')]);
  expect(await reestimateItems(store, now)).toBe(5);
  const rows = await store.knex('item_parameters').orderBy('exercise_id');
  expect(await reestimateItems(store, now)).toBe(5);
  expect(await store.knex('item_parameters').orderBy('exercise_id')).toEqual(rows);
  expect(rows.map((r: { answers: number }) => r.answers)).toEqual(Array(5).fill(30));
  const difficulty = new Map(rows.map((r: { exercise_id: string; difficulty: number }) => [r.exercise_id, r.difficulty]));
  expect(difficulty.get(asked[0]!)).toBeGreaterThan(-1.6);
  for (const id of asked.slice(1)) expect(difficulty.get(id)).toBeLessThan(-2.08);
  const drawn = new Map((await draw()).items.map((item) => [item.id, item.b]));
  for (const id of asked) expect(drawn.get(id)).toBeCloseTo(Number(difficulty.get(id)), 2);
});
