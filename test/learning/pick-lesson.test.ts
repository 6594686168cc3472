// Which exercises a lesson is made of: what is due first, then what is new at the learner's level and of their interest.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedCurriculum } from '../../src/exercises/curriculum/seed.ts';
import { cardIn, rowAfter, type CardRow } from '../../src/learning/cards.ts';
import { levelsAround, pickFrom, pickLessonActor, type Candidate, type Choice, type Picked } from '../../src/learning/pick-lesson.ts';
import { openStore, type Store } from '../../src/store/postgres.ts';
import { corner, type Corner } from '../corner.ts';
import { shelfOf } from './shelf-of.ts';

const now = Date.parse('2026-03-01T12:00:00Z');
const day = 86_400_000;
const noCard = { stability: null, difficulty: null, state: null, step: 0, reps: 0, lapses: 0, verdict: 'skipped', reviewed_at: null, due: null, asked_at: null } as const;
const fresh = (id: string, slug = 'food', type = 'fill_blank', category = 'travel'): Candidate => ({ ...noCard, id, level: 'A1', slug, category, type });
const seen = (id: string, daysAgo: number, slug = 'food', type = 'fill_blank', category = 'travel'): Candidate =>
  ({ ...fresh(id, slug, type, category), ...rowAfter(null, { userId: 'u', exercise: id, verdict: 'correct', note: null, tookMs: 60_000, hints: 0, read: 0, written: 0, at: now - daysAgo * day }) });
const many = (n: number, make: (i: number) => Candidate): Candidate[] => Array.from({ length: n }, (_, i) => make(i));
const pick = (choice: Partial<Choice>): Picked => pickFrom({ due: [], material: [], goal: null, lastExercise: null, now, random: () => 0.5, ...choice });

describe('a lesson', () => {
  test('begins with what is due, the longest due first, and goes on with what is new', () => {
    const due = [seen('a', 9), seen('b', 5)];
    const { exercises } = pick({ due, material: [...due, ...many(10, (i) => fresh(`n${i}`))] });
    expect(exercises.slice(0, 2)).toEqual(['a', 'b']);
    expect(exercises.slice(2).every((id) => id.startsWith('n'))).toBe(true);
    expect(exercises).toHaveLength(8);
  });

  test('leaves room for something new however much is due, and says how much is left', () => {
    const due = many(20, (i) => seen(`d${i}`, 30 - i));
    const picked = pick({ due, material: [...due, ...many(10, (i) => fresh(`n${i}`))] });
    expect(picked.exercises.filter((id) => id.startsWith('d'))).toHaveLength(8);
    expect(picked.exercises.filter((id) => id.startsWith('n'))).toHaveLength(2);
    expect(picked.ahead).toEqual({ reviews: 12, fresh: 8 });
  });

  test('grows to ten exercises by reviews that wait, and no further', () => {
    const sizes = [3, 6, 7, 8, 9].map((waiting) => {
      const due = many(waiting, (i) => seen(`d${i}`, 30 - i));
      const { exercises } = pick({ due, material: [...due, ...many(10, (i) => fresh(`n${i}`))] });
      return [exercises.length, exercises.filter((id) => id.startsWith('d')).length];
    });
    expect(sizes).toEqual([[8, 3], [8, 6], [9, 7], [10, 8], [10, 8]]);
  });

  test('is all review when nothing is new', () => {
    const due = many(20, (i) => seen(`d${i}`, 30 - i));
    expect(pick({ due, material: due }).exercises).toEqual(due.slice(0, 10).map(({ id }) => id));
  });

  test('has five exercises at least while there are so many, from the next topic or ahead of time', () => {
    expect(pick({ material: [fresh('a', 'one'), fresh('b', 'one'), ...many(6, (i) => fresh(`c${i}`, 'two', 'fill_blank', 'social'))], goal: 'travel' }).exercises).toHaveLength(8);
    const ahead = many(9, (i) => seen(`s${i}`, i + 0.1));
    expect(pick({ material: ahead }).exercises).toHaveLength(5);
    expect(pick({ material: ahead }).exercises[0]).toBe(ahead.toSorted((a, b) => a.due! - b.due!)[0]!.id);
  });

  test('never asks what was asked last, and nothing twice', () => {
    const due = [seen('last', 9), seen('a', 5)];
    const { exercises } = pick({ due, material: [...due, ...many(3, (i) => fresh(`n${i}`))], lastExercise: 'last' });
    expect(exercises).not.toContain('last');
    expect(new Set(exercises).size).toBe(exercises.length);
    expect(pick({ material: [fresh('last')], lastExercise: 'last' })).toEqual({ topic: '', exercises: [], introduces: [], ahead: { reviews: 0, fresh: 0 } });
  });

  test('mixes the types, the easy ones first', () => {
    const material = ['translation', 'fill_blank', 'fill_blank', 'multiple_choice', 'open_response', 'fill_blank', 'multiple_choice'].map((type, i) => fresh(`${type}${i}`, 'food', type));
    const types = pick({ material }).exercises.map((id) => id.replace(/\d$/u, ''));
    expect(types).toEqual(['multiple_choice', 'fill_blank', 'translation', 'open_response', 'multiple_choice', 'fill_blank', 'fill_blank']);
    const due = ['fill_blank', 'fill_blank', 'translation', 'translation'].map((type, i) => seen(`${type}${i}`, 9 - i, 'food', type));
    expect(pick({ due, material: [] }).exercises).toEqual(['fill_blank0', 'translation2', 'fill_blank1', 'translation3']);
  });

  test('introduces a topic that is new to the learner before its first exercise, and no other', () => {
    const due = [seen('old', 9, 'work')];
    const picked = pick({ due, material: [...due, ...many(8, (i) => fresh(`n${i}`, 'food')), fresh('w', 'work')] });
    expect(picked.introduces).toEqual([picked.exercises[1]]);
    expect(pick({ material: [seen('s', 0.1), ...many(8, (i) => fresh(`n${i}`))] }).introduces).toEqual([]);
  });
});

describe('the topic', () => {
  const material = [...many(6, (i) => fresh(`t${i}`, 'food', 'fill_blank', 'travel')), ...many(6, (i) => fresh(`b${i}`, 'work', 'fill_blank', 'business')), ...many(6, (i) => fresh(`g${i}`, 'to-be', 'fill_blank', 'grammar')), ...many(6, (i) => fresh(`s${i}`, 'talk', 'fill_blank', 'social'))];
  test.each([['travel', 'food'], ['work', 'work'], ['chat', 'talk']] as const)('for who learns for %s is %s', (goal, slug) => {
    expect(pick({ material, goal }).topic).toBe(slug);
  });

  test('is grammar once a quarter of what interests is mastered', () => {
    const begun = material.map((c) => (['t0', 't1'].includes(c.id) ? seen(c.id, 0.01, c.slug, c.type, c.category) : c));
    expect(pick({ material: begun, goal: 'travel' }).topic).toBe('to-be');
  });

  test('is the one that is mastered least where all interest alike', () => {
    const begun = material.map((c) => (c.slug === 'talk' ? c : c.id.endsWith('0') ? seen(c.id, 1, c.slug, c.type, c.category) : c));
    expect(pick({ material: begun }).topic).toBe('talk');
  });
});

test('levels are tried from the learner’s own outwards, the higher one first', () => {
  expect(levelsAround('A1')).toEqual(['A1', 'A2', 'B1', 'B2', 'C1', 'C2']);
  expect(levelsAround('B1')).toEqual(['B1', 'B2', 'A2', 'C1', 'A1', 'C2']);
});

describe('the job', () => {
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
  const signal = new AbortController().signal;
  const learner = async (): Promise<string> => ((await store.knex('users').insert({}).returning('id')) as [{ id: string }])[0].id;
  const run = async (userId: string, at: number, part: object = {}, lastExercise: string | null = null): Promise<Picked> =>
    (await pickLessonActor(store, shelfOf(store), Math.random, () => at).run({ userId, input: null, context: { lastExercise, profile: { nativeLanguage: 'es', targetLanguage: 'en', level: 'A1', goal: null, ...part } } }, signal)) as Picked;
  const keep = (row: CardRow) => store.knex('review_cards').insert({ ...row, due: new Date(row.due), reviewed_at: row.reviewed_at === null ? null : new Date(row.reviewed_at), asked_at: new Date(row.asked_at) });
  const answer = async (userId: string, exercise: string, at: number, verdict: 'correct' | 'wrong' = 'correct') => {
    const row = rowAfter(null, { userId, exercise, verdict, note: null, tookMs: 60_000, hints: 0, read: 0, written: 0, at });
    await keep(row);
    return cardIn(row)!;
  };
  const kinds = async (ids: readonly string[]) => new Set((await store.knex('exercises').whereIn('id', ids)).map((row: Record<string, string>) => `${row.source_lang}-${row.target_lang} ${row.difficulty_level}`));

  test('picks from the learner’s own pair of languages and level, and something else the next time', async () => {
    const userId = await learner();
    const first = await run(userId, now);
    expect(first.exercises).toHaveLength(8);
    expect(await kinds(first.exercises)).toEqual(new Set(['es-en A1']));
    for (const id of first.exercises) await answer(userId, id, now);
    const second = await run(userId, now + 3_600_000, {}, first.exercises.at(-1));
    expect(second.exercises.filter((id) => first.exercises.includes(id))).toEqual([]);
  });

  test('brings back what is due, what went wrong at once, and nobody else’s', async () => {
    const [ana, ben] = [await learner(), await learner()];
    const [right, wrong] = (await run(ana, now)).exercises as [string, string];
    await answer(ana, right, now);
    await answer(ana, wrong, now, 'wrong');
    expect((await run(ana, now + 600_000)).exercises[0]).toBe(wrong);
    expect((await run(ana, now + 600_000)).exercises).not.toContain(right);
    expect((await run(ana, now + 3 * day)).exercises.slice(0, 2).toSorted()).toEqual([right, wrong].toSorted());
    expect((await run(ben, now + 3 * day)).introduces).toHaveLength(1);
  });

  test('picks nothing that cannot be read, whether new or due, tells of it, and makes the lesson as long as ever', async () => {
    const userId = await learner();
    const all = (await store.knex('exercises').where({ source_lang: 'fr', target_lang: 'en', difficulty_level: 'A1', exercise_type: 'multiple_choice' }).select('id', 'expected_output')) as { id: string; expected_output: string }[];
    await answer(userId, all[0]!.id, now - 3 * day);
    for (const { id } of all) await store.knex('exercises').where({ id }).update({ expected_output: '9' });
    const broken: string[] = [];
    const job = pickLessonActor(store, shelfOf(store, broken), Math.random, () => now);
    const picked = (await job.run({ userId, input: null, context: { lastExercise: null, profile: { nativeLanguage: 'fr', targetLanguage: 'en', level: 'A1', goal: null } } }, signal)) as Picked;
    for (const { id, expected_output } of all) await store.knex('exercises').where({ id }).update({ expected_output });
    expect(picked.exercises).toHaveLength(8);
    expect(picked.exercises.filter((id) => all.some((one) => one.id === id))).toEqual([]);
    expect(broken).toContain(all[0]!.id);
  });

  test('goes one level up when the own one is done, and says so when there is nothing', async () => {
    const userId = await learner();
    const all = (await store.knex('exercises').where({ source_lang: 'es', target_lang: 'en', difficulty_level: 'A1' }).select('id')) as { id: string }[];
    for (const { id } of all) await answer(userId, id, now);
    expect(await kinds((await run(userId, now + 3_600_000)).exercises)).toEqual(new Set(['es-en A2']));
    expect(await run(userId, now, { nativeLanguage: 'en', targetLanguage: 'fr' })).toMatchObject({ topic: '', exercises: [] });
  });
});
