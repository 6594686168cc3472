// What a lesson costs: the messages of a lesson of ten, counted where WhatsApp takes them, over the webhook, the turn and the outbox.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openingContext } from '../../machines/conversation.logic.ts';
import type { Context } from '../../machines/vocabulary.ts';
import { conversationChart, openConversation } from '../../src/conversation/script.ts';
import { begin } from '../../src/conversation/step.ts';
import { seedCurriculum } from '../../src/exercises/curriculum/seed.ts';
import { loadExercises } from '../../src/exercises/load.ts';
import type { Exercise } from '../../src/exercises/exercise.ts';
import { readExercise } from '../../src/exercises/exercise.ts';
import type { Picked } from '../../src/learning/pick-lesson.ts';
import { openWorld, send, textFrom, until, type World } from '../world.ts';

const mostMessages = 12;
let world: World;
beforeAll(async () => {
  world = await openWorld('messages-per-lesson');
  await seedCurriculum(world.store.knex);
});
afterAll(() => world.close());

/** Ten exercises of one topic of the curriculum, of as many types as it has. */
async function ten(): Promise<Exercise[]> {
  const rows = await world.rows<{ id: string }>(`
    select id from exercises where source_lang = 'es' and target_lang = 'en' and topic_id = (
      select topic_id from exercises where source_lang = 'es' and target_lang = 'en' group by topic_id order by count(distinct exercise_type) desc, topic_id limit 1)
    order by row_number() over (partition by exercise_type order by id), exercise_type limit 10`);
  const found = (await loadExercises(world.store.knex, rows.map(({ id }) => id))).map(readExercise);
  return rows.map(({ id }) => found.find((exercise) => exercise.id === id)!);
}

/** A learner in the menu, onboarding behind them. */
async function learnerInMenu(): Promise<{ id: string; phone: string }> {
  const { id, phone } = await world.learner();
  const { session } = begin(conversationChart, { userId: id, name: 'Ana', nativeLanguage: 'es', zone: 'Europe/Madrid', zoneSettled: true, country: 'ES', zoneChoices: [] }, Date.now());
  const context: Context = openingContext({ userId: id, name: 'Ana', nativeLanguage: 'es', zone: 'Europe/Madrid' });
  const inMenu = { ...session, value: 'menu', current_flow: 'menu', step: '', temp_data: { ...context, onboarded: true, profile: { ...context.profile, targetLanguage: 'en', goal: 'travel', birthYear: 1990, level: 'A1' } }, timers: {}, jobs: {} };
  const { seq, ...rest } = inMenu;
  await world.rows(`insert into user_settings (user_id, native_language, target_language, cefr_level) values ($1, 'es', 'en', 'A1')`, [id]);
  await world.rows('insert into mailboxes (user_id, turn) values ($1, $2)', [id, seq]);
  await world.rows('insert into sessions (user_id, seq, version, chart, state) values ($1, $2, $3, $4, $5)', [id, seq, session.version, session.chart, JSON.stringify({ ...rest, seq })]);
  return { id, phone };
}

test('a lesson of ten exercises, right and wrong, sends at most twelve messages', async () => {
  const exercises = await ten();
  expect(exercises).toHaveLength(10);
  expect(new Set(exercises.map(({ type }) => type)).size).toBeGreaterThanOrEqual(5);
  const picked: Picked = { topic: exercises[0]!.topicSlug, exercises: exercises.map(({ id }) => id), introduces: [exercises[0]!.id], ahead: { reviews: 0, fresh: 3 } };
  const { id, phone } = await learnerInMenu();
  const engine = await world.engine({
    open: async (store) => {
      const opened = openConversation(store, '', () => 0.5);
      return { ...opened, actors: { ...opened.actors, pickLesson: { attempts: 1, timeoutMs: 1_000, slow: false, run: async () => picked } } };
    },
  });
  const texts = () => world.graph.textsTo(phone);
  await send(engine.port, textFrom(phone, 'Lección'));
  await until('the first exercise', () => texts().some((text) => text.includes('(1 de 10)')));
  for (const [i, { question }] of exercises.entries()) {
    const wrong = question.options?.find(({ text }) => text !== question.answer)?.text ?? 'zzz';
    await send(engine.port, textFrom(phone, i % 3 === 1 ? wrong : question.answer));
    await until(`what comes after exercise ${i + 1}`, () => texts().at(-1)!.includes(i === 9 ? 'Fin de la lección' : `(${i + 2} de 10)`));
  }
  expect(texts().length).toBeLessThanOrEqual(mostMessages);
  expect(texts().length).toBe(11);
  await until('the turn is on disk', async () => (await world.rows('select 1 from user_mastery where user_id = $1', [id])).length === 1);
  expect(await world.rows('select 1 as one from user_exercise_history where user_id = $1 and response_time_ms is not null', [id])).toHaveLength(10);
  expect(await world.rows('select 1 as one from review_cards where user_id = $1', [id])).toHaveLength(10);
  const [day] = await world.rows<{ sent: number; lessons: number }>('select messages_sent as sent, lessons_completed as lessons from daily_stats where user_id = $1', [id]);
  expect(day!.lessons).toBe(1);
  // The summary itself leaves after its turn; the night counts it.
  expect(day!.sent).toBeGreaterThanOrEqual(9);
});
