// An answer is kept with its turn: in the history, in the learner's cards, and, where they wish, for somebody to look at.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openingContext } from '../../machines/conversation.logic.ts';
import { newLesson } from '../../machines/lesson.logic.ts';
import type { LessonInHand } from '../../machines/vocabulary.ts';
import { seedCurriculum } from '../../src/exercises/curriculum/seed.ts';
import { review } from '../../src/learning/review.ts';
import { readMastery } from '../../src/learning/topic-mastery.ts';
import { records, type Asked } from '../../src/outbox/records.ts';
import { openWorld, type World } from '../world.ts';

const at = Date.parse('2026-03-01T12:00:00Z');
const iso = new Date(at).toISOString();
let world: World;
let exercises: string[];
beforeAll(async () => {
  world = await openWorld('attempts');
  await seedCurriculum(world.store.knex);
  exercises = (await world.rows<{ id: string }>(`select id from exercises where source_lang = 'es' and target_lang = 'en' order by id limit 3`)).map(({ id }) => id);
});
beforeEach(() => world.empty());
afterAll(() => world.close());

type Last = NonNullable<LessonInHand['last']>;
const asked = (userId: string, last: Partial<Last>, when = at): Asked => ({
  userId, at: when, params: {},
  context: { ...openingContext({ userId, zone: 'Europe/Madrid' }), lesson: { ...newLesson({ topic: 't', exercises }, at), last: { exercise: exercises[0]!, text: 'are', verdict: 'correct', note: null, best: 'are', tookMs: 60_000, hints: 0, asked: 30, ...last } } } as never,
});
const write = (effect: string, ...list: Asked[]) => world.store.transaction(({ run }) => records[effect]!(run, list));
const history = (id: string) => world.rows('select exercise_id, user_input, is_correct, judge_feedback, response_time_ms from user_exercise_history where user_id = $1', [id]);
const cards = (id: string) => world.rows<{ exercise_id: string; stability: number; due: Date; verdict: string; reps: number }>('select * from review_cards where user_id = $1 order by exercise_id', [id]);

describe('an answer', () => {
  test('is kept with how long it took, and its card is the one that the review makes', async () => {
    const { id } = await world.learner();
    await write('recordAttempt', asked(id, { verdict: 'almost', note: 'typo', text: 'aer', tookMs: 4_321 }));
    expect(await history(id)).toEqual([{ exercise_id: exercises[0], user_input: 'aer', is_correct: true, judge_feedback: 'almost: typo', response_time_ms: 4_321 }]);
    const card = review(null, 'almost', iso);
    expect(await cards(id)).toMatchObject([{ exercise_id: exercises[0], stability: card.stability, due: new Date(card.due), verdict: 'almost', reps: 1 }]);
  });

  test('that comes back is reviewed from the card as it was left', async () => {
    const { id } = await world.learner();
    await write('recordAttempt', asked(id, {}));
    const [first] = await cards(id);
    const later = first!.due.getTime();
    await write('recordAttempt', asked(id, {}, later));
    const card = review(review(null, 'correct', iso), 'correct', new Date(later).toISOString());
    expect(await cards(id)).toMatchObject([{ stability: card.stability, due: new Date(card.due), reps: 2 }]);
  });

  test('that was fast and unhinted is easy, and not so with a hint', async () => {
    const [ana, ben] = [await world.learner(), await world.learner()];
    await write('recordAttempt', asked(ana.id, { tookMs: 2_000 }), asked(ben.id, { tookMs: 2_000, hints: 1 }));
    expect((await cards(ana.id))[0]!.stability).toBeCloseTo(8.2956, 6);
    expect((await cards(ben.id))[0]!.stability).toBeCloseTo(2.3065, 6);
  });

  test('of many learners in one batch, and of one learner several, each makes its own card', async () => {
    const learners = await Promise.all(Array.from({ length: 5 }, () => world.learner()));
    await write('recordAttempt', ...learners.flatMap(({ id }, i) => exercises.map((exercise, j) => asked(id, { exercise, verdict: i === j ? 'wrong' : 'correct' }))));
    const [ana] = learners;
    expect((await cards(ana!.id)).map(({ exercise_id, verdict }) => [exercise_id, verdict])).toEqual([[exercises[0], 'wrong'], [exercises[1], 'correct'], [exercises[2], 'correct']]);
    expect(await world.rows('select 1 as one from review_cards')).toHaveLength(15);
    expect(await world.rows('select 1 as one from user_exercise_history')).toHaveLength(15);
  });

  test('given twice in one batch is reviewed twice', async () => {
    const { id } = await world.learner();
    await write('recordAttempt', asked(id, {}), asked(id, {}, at + 600_000));
    expect(await cards(id)).toMatchObject([{ reps: 2 }]);
  });
});

test('a skip is no attempt: it is not in the history, and the exercise comes back', async () => {
  const { id } = await world.learner();
  await write('recordAttempt', asked(id, { verdict: 'wrong', note: 'skipped', text: '' }));
  expect(await history(id)).toEqual([]);
  expect(await cards(id)).toMatchObject([{ stability: null, verdict: 'skipped', due: new Date(at + 86_400_000) }]);
});

test('an answer that could not be settled is kept and changes no memory', async () => {
  const { id } = await world.learner();
  await write('recordAttempt', asked(id, { verdict: 'almost', note: 'unsure', text: 'I like it' }));
  expect(await history(id)).toMatchObject([{ is_correct: true, judge_feedback: 'almost: unsure' }]);
  expect(await cards(id)).toMatchObject([{ stability: null, verdict: 'unsure' }]);
});

describe('a report', () => {
  const reports = () => world.rows('select user_id, exercise_id, answer, verdict, note, best, reported_at, settled_at from answer_reports');
  test('keeps exercise, answer, verdict and note for somebody to look at', async () => {
    const { id } = await world.learner();
    await write('recordReport', asked(id, { verdict: 'wrong', note: 'unsure', text: 'they is' }));
    expect(await reports()).toEqual([{ user_id: id, exercise_id: exercises[0], answer: 'they is', verdict: 'wrong', note: 'unsure', best: 'are', reported_at: new Date(at), settled_at: null }]);
  });

  test.each<[string, Partial<Last>]>([['counted as right', {}], ['was skipped', { verdict: 'wrong', note: 'skipped' }], ['was reported before', { verdict: 'wrong', reported: true }]])('of an answer that %s is not kept', async (_what, last) => {
    const { id } = await world.learner();
    await write('recordReport', asked(id, last));
    expect(await reports()).toEqual([]);
  });
});

describe('the end of a lesson', () => {
  test('writes mastery as it is read at that moment, and when the topic was practised', async () => {
    const { id } = await world.learner();
    await world.rows(`insert into user_settings (user_id, native_language, target_language) values ($1, 'es', 'en')`, [id]);
    await write('recordAttempt', ...exercises.map((exercise) => asked(id, { exercise })));
    await write('recordMastery', asked(id, {}, at + 1_000));
    const read = await readMastery(world.store.run, [id], new Date(at + 1_000).toISOString());
    expect(read.length).toBeGreaterThan(0);
    expect(await world.rows('select topic_id, mastery_score, last_practiced_at from user_mastery order by topic_id')).toEqual(read.map((one) => ({ topic_id: one.topicId, mastery_score: one.score, last_practiced_at: new Date(at) })));
  });

  test('counts the messages of the learner’s own date, beside the lessons', async () => {
    const { id } = await world.learner();
    for (const sent of ['2026-02-28T22:59:00Z', '2026-02-28T23:01:00Z', '2026-03-01T11:00:00Z']) await world.rows(`insert into conversation_logs (user_id, role, content, created_at) values ($1, 'assistant', 'x', $2)`, [id, sent]);
    await write('recordLesson', asked(id, {}));
    await write('recordDay', asked(id, {}));
    expect(await world.rows(`select to_char(date, 'YYYY-MM-DD') as date, messages_sent, lessons_completed, streak_active from daily_stats`)).toEqual([{ date: '2026-03-01', messages_sent: 2, lessons_completed: 1, streak_active: true }]);
  });
});
