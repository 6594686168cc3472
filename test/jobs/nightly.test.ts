// What is worked out by night: every learner is reached, however many batches it takes, and a second run changes nothing.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recomputeMasteryJob } from '../../jobs/recompute-mastery.ts';
import { recountMessagesJob } from '../../jobs/recount-messages.ts';
import { reestimateItemsJob } from '../../jobs/reestimate-items.ts';
import { seedCurriculum } from '../../src/exercises/curriculum/seed.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
const learners = 501;
const now = Date.parse('2026-11-24T12:00:00Z');
const ground = () => ({ store: world.store, now: () => now, retentionDays: 90, remindersPerSecond: 100, templateReach: 100 });

beforeAll(async () => {
  world = await openWorld('nightly');
  await seedCurriculum(world.store.knex);
  await world.rows(`insert into users (id, whatsapp_id, timezone) select gen_random_uuid(), (34700000000 + i)::text, 'Europe/Madrid' from generate_series(1, ${learners}) i`);
  await world.rows(`insert into user_settings (user_id, native_language, target_language) select id, 'es', 'en' from users`);
});
afterAll(() => world.close());

test('mastery is written for every learner with cards, and again as the same', async () => {
  await world.rows(`
    insert into review_cards (user_id, exercise_id, stability, difficulty, due, state, reviewed_at, asked_at, verdict)
    select u.id, (select id from exercises where source_lang = 'es' and target_lang = 'en' order by id limit 1), 2.3, 5, '2026-11-25', 'review', '2026-11-22', '2026-11-22', 'correct' from users u`);
  const scores = () => world.rows<{ n: number; sum: number }>('select count(*)::int as n, sum(mastery_score) as sum from user_mastery');
  expect(await recomputeMasteryJob.run(ground())).toBe(`${learners} topics`);
  const once = await scores();
  expect(once[0]!.n).toBe(learners);
  expect(once[0]!.sum).toBeGreaterThan(0);
  await recomputeMasteryJob.run(ground());
  expect(await scores()).toEqual(once);
});

test('yesterday’s messages are counted by each learner’s own calendar', async () => {
  await world.rows(`insert into conversation_logs (user_id, role, content, created_at, whatsapp_message_id) select id, 'assistant', 'hola', '2026-11-22T23:30:00Z', 'wamid.' || id from users`);
  expect(await recountMessagesJob.run(ground())).toBe(`${learners} learners`);
  expect(await world.rows(`select date::text as date, messages_sent, count(*)::int as n from daily_stats group by 1, 2`)).toEqual([{ date: '2026-11-23', messages_sent: 1, n: learners }]);
});

test('without finished tests no difficulty is written', async () => {
  expect(await reestimateItemsJob.run(ground())).toBe('0 difficulties');
});
