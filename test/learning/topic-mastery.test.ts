// Mastery read now and mastery written at night are the same number, for each learner their own.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { seedCurriculum } from '../../src/exercises/curriculum/seed.ts';
import { rowAfter, type Done } from '../../src/learning/cards.ts';
import { mastery } from '../../src/learning/mastery.ts';
import { readMastery, recomputeMastery } from '../../src/learning/topic-mastery.ts';
import { cardIn } from '../../src/learning/cards.ts';
import { openWorld, type World } from '../world.ts';

const at = Date.parse('2026-03-01T12:00:00Z');
const day = 86_400_000;
let world: World;
let topics: { topic_id: string; ids: string[] }[];
beforeAll(async () => {
  world = await openWorld('mastery');
  await seedCurriculum(world.store.knex);
  topics = await world.rows(`select topic_id, array_agg(id order by id) as ids from exercises where source_lang = 'es' and target_lang = 'en' group by topic_id order by topic_id`);
});
beforeEach(() => world.empty());
afterAll(() => world.close());

async function learner(answers: readonly Partial<Done>[]): Promise<{ id: string; rows: ReturnType<typeof rowAfter>[] }> {
  const { id } = await world.learner();
  await world.rows(`insert into user_settings (user_id, native_language, target_language) values ($1, 'es', 'en')`, [id]);
  const rows = answers.map((part, i) => rowAfter(null, { userId: id, exercise: topics[0]!.ids[i]!, verdict: 'correct', note: null, tookMs: 60_000, hints: 0, read: 0, written: 0, at, ...part }));
  if (rows.length > 0) await world.store.knex('review_cards').insert(rows.map((row) => ({ ...row, due: new Date(row.due), reviewed_at: row.reviewed_at === null ? null : new Date(row.reviewed_at), asked_at: new Date(row.asked_at) })));
  return { id, rows };
}
const written = () => world.rows<{ user_id: string; topic_id: string; mastery_score: number; last_practiced_at: Date }>('select * from user_mastery order by user_id, topic_id');
const iso = (ms: number) => new Date(ms).toISOString();

test('what is read is mean retrievability times the share seen; skipped exercises are not seen', async () => {
  const { id, rows } = await learner([{}, { verdict: 'wrong' }, { note: 'skipped', verdict: 'wrong' }]);
  const now = at + 9 * day;
  const read = await readMastery(world.store.run, [id], iso(now));
  expect(read).toHaveLength(1);
  expect(read[0]).toMatchObject({ userId: id, topicId: topics[0]!.topic_id, practisedAt: at });
  expect(read[0]!.score).toBeCloseTo(mastery(rows.slice(0, 2).map((row) => cardIn(row)!), topics[0]!.ids.length, iso(now)), 12);
  expect(read[0]!.score).toBeGreaterThan(0);
});

test('what the night writes is what is read at that instant, batch by batch and for everybody', async () => {
  for (let i = 0; i < 5; i++) await learner([{ at: at - i * day }, { verdict: i % 2 === 0 ? 'wrong' : 'almost', at: at - i * day }]);
  await learner([]);
  const now = at + 20 * day;
  expect(await recomputeMastery(world.store, iso(now), 2)).toBe(5);
  const rows = await written();
  const read = await readMastery(world.store.run, rows.map((row) => row.user_id), iso(now));
  expect(rows).toHaveLength(5);
  expect(rows.map((row) => [row.user_id, row.topic_id, row.mastery_score])).toEqual(read.map((one) => [one.userId, one.topicId, one.score]));
});

test('the night after, it has faded, and the last practice stays', async () => {
  await learner([{}]);
  await recomputeMastery(world.store, iso(at));
  const [before] = await written();
  await recomputeMastery(world.store, iso(at + 30 * day));
  const [after] = await written();
  expect(before!.mastery_score).toBeCloseTo(1 / topics[0]!.ids.length, 12);
  expect(after!.mastery_score).toBeLessThan(before!.mastery_score);
  expect(after!.last_practiced_at).toEqual(new Date(at));
});
