// A placement test leaves one row of its own and an attempt an answer, and no lesson, day or streak.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { seedCurriculum } from '../../src/exercises/curriculum/seed.ts';
import { recordItem } from '../../src/outbox/record-item.ts';
import { recordPlacement } from '../../src/outbox/record-placement.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => { world = await openWorld('record-placement'); });
beforeEach(() => world.empty());
afterAll(() => world.close());

const at = Date.parse('2030-01-01T12:00:00Z');
const context = (ids: readonly string[], unsettled: string) => ({
  profile: { nativeLanguage: 'es', targetLanguage: 'en', level: 'A2' },
  lesson: null,
  placement: {
    items: ids.map((id) => ({ id, a: 1.2, b: -2, c: 0, area: 'use' })), seed: 1, open: null, begunAt: at - 300_000, askedAt: at,
    answers: [...ids.map((id, i) => ({ id, correct: i % 2 === 0 })), { id: unsettled, correct: false }],
    result: { level: 'A2', theta: -1.4, se: 0.44, ceiling: false },
    last: { exercise: ids[0]!, text: 'is', verdict: 'correct', note: null, best: 'is', tookMs: 4_200 },
  },
});

test('its answers in order, without those that could not be settled, for two learners at once', async () => {
  await seedCurriculum(world.store.knex);
  const [ana, ben] = await Promise.all([world.learner(), world.learner()]);
  const ids = (await world.rows('select id from exercises order by id limit 4') as { id: string }[]).map(({ id }) => id);
  const asked = (userId: string, own: readonly string[]) => ({ userId, params: {}, context: context(own, ids[3]!), at });
  await world.store.transaction(({ run }) => recordPlacement(run, [asked(ana.id, ids.slice(0, 3)), asked(ben.id, [ids[2]!, ids[0]!])]));
  const rows = await world.rows('select user_id, source_lang, target_lang, level, theta, se, exercise_ids, correct, begun_at, finished_at from placements order by cardinality(exercise_ids) desc');
  expect(rows).toEqual([
    { user_id: ana.id, source_lang: 'es', target_lang: 'en', level: 'A2', theta: -1.4, se: 0.44, exercise_ids: ids.slice(0, 3), correct: [true, false, true], begun_at: new Date(at - 300_000), finished_at: new Date(at) },
    expect.objectContaining({ user_id: ben.id, exercise_ids: [ids[2], ids[0]], correct: [true, false] }),
  ]);
});

test('an answer is an attempt with its time, and no lesson is counted', async () => {
  await seedCurriculum(world.store.knex);
  const { id } = await world.learner();
  const [{ id: exercise }] = await world.rows('select id from exercises limit 1') as [{ id: string }];
  await world.store.transaction(({ run }) => recordItem(run, [{ userId: id, params: {}, context: context([exercise], exercise), at }]));
  expect(await world.rows('select exercise_id, user_input, is_correct, response_time_ms from user_exercise_history')).toEqual([{ exercise_id: exercise, user_input: 'is', is_correct: true, response_time_ms: 4_200 }]);
  expect(await world.rows('select 1 from daily_stats')).toEqual([]);
  expect(await world.rows('select 1 from review_cards')).toEqual([]);
});

test('a test without a result is not written down', async () => {
  const { id } = await world.learner();
  const none = context([], 'x');
  await world.store.transaction(({ run }) => recordPlacement(run, [{ userId: id, params: {}, context: { ...none, placement: { ...none.placement, result: null } }, at }]));
  expect(await world.rows('select 1 from placements')).toEqual([]);
});
