// What is older than its time goes, what is not stays, and letters that nobody has taken stay however old.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { retain } from '../../jobs/keep-retention.ts';
import { seedCurriculum } from '../../src/exercises/curriculum/seed.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
let id: string;
let exercise: string;
beforeAll(async () => {
  world = await openWorld('retention');
  await seedCurriculum(world.store.knex);
  exercise = (await world.rows<{ id: string }>('select id from exercises limit 1'))[0]!.id;
});
beforeEach(async () => {
  await world.empty();
  ({ id } = await world.learner());
});
afterAll(() => world.close());

const now = Date.parse('2026-11-22T03:20:00Z');
const [old, young] = ['2026-08-01T00:00:00Z', '2026-11-20T00:00:00Z'];
const left = async (what: string, column = 'n') => (await world.rows<{ v: unknown }>(`select ${column}::text as v from ${what} order by 1`)).map(({ v }) => v);

test('chat, failures, dead letters and template posts go after their days', async () => {
  for (const at of [old, young]) {
    await world.rows(`insert into conversation_logs (user_id, role, content, created_at) values ($1, 'user', $2, $3)`, [id, at, at]);
    await world.rows(`insert into delivery_failures (user_id, action, detail, failed_at) values ($1, 'drop', $2, $3)`, [id, at, at]);
    await world.rows(`insert into dead_letters (user_id, lane, n, body, error, died_at) values ($1, 0, $2, '{}', 'x', $3)`, [id, at === old ? 1 : 2, at]);
    await world.rows('insert into template_posts (user_id, posted_at) values ($1, $2)', [id, at]);
  }
  expect(await retain(world.store, 90, now)).toMatchObject({ 'what was said': 1, letters: 0, 'dead letters': 1, 'failed sends': 1, 'template posts': 1 });
  expect([await left('conversation_logs', 'content'), await left('dead_letters'), await left('delivery_failures', 'detail')]).toEqual([[young], ['2'], [young]]);
});

test('the words of an answer go and the attempt stays; a report goes with its answer', async () => {
  for (const at of [old, young]) {
    await world.rows(`insert into user_exercise_history (user_id, exercise_id, user_input, is_correct, created_at) values ($1, $2, $3, true, $4)`, [id, exercise, at, at]);
    await world.rows(`insert into answer_reports (user_id, exercise_id, answer, verdict, reported_at) values ($1, $2, $3, 'wrong', $4)`, [id, exercise, at, at]);
  }
  expect(await retain(world.store, 90, now)).toMatchObject({ 'words of attempts': 1, 'reported answers': 1 });
  expect(await world.rows('select user_input, is_correct from user_exercise_history order by created_at')).toEqual([{ user_input: null, is_correct: true }, { user_input: young, is_correct: true }]);
  expect(await left('answer_reports', 'answer')).toEqual([young]);
  expect(await retain(world.store, 90, now)).toMatchObject({ 'words of attempts': 0, 'reported answers': 0 });
});

test('what was corrected in a scene goes, and that it was played stays', async () => {
  for (const at of [old, young]) await world.rows(`insert into scene_runs (id, user_id, scene, outcome, turns, beats, understood, corrections, begun_at, ended_at) values (gen_random_uuid(), $1, 'cafe', 'end', 1, 1, 1, $2::jsonb, $3::timestamptz, $4::timestamptz)`, [id, JSON.stringify([{ said: at, right: 'x', slip: -1 }]), at, at]);
  expect(await retain(world.store, 90, now)).toMatchObject({ 'corrections in scenes': 1 });
  expect((await world.rows<{ corrections: { said: string }[] }>('select corrections from scene_runs order by ended_at')).map(({ corrections }) => corrections.map(({ said }) => said))).toEqual([[], [young]]);
});

test('an effect that never left is given up', async () => {
  for (const [seq, at] of [[1, old], [2, young]] as const) await world.rows(`insert into outbox (user_id, seq, i, kind, body, owner, lease_until, created_at) values ($1, $2, 0, 'say', '{}', 'x', $3, $4)`, [id, seq, at, at]);
  expect(await retain(world.store, 90, now)).toMatchObject({ 'effects that never left': 1 });
  expect(await left('outbox', 'seq')).toEqual(['2']);
});

test('the last answers go out of a session that was left alone, and nothing else does', async () => {
  const { id: other } = await world.learner();
  const session = { current_flow: 'idle', step: '', temp_data: { lesson: { topic: 't', last: { text: 'mi respuesta' } }, placement: { last: { text: 'otra' } }, scene: { beat: null, corrections: [{ said: 'hola' }] } }, machine: 'm', seq: 7 };
  for (const [who, at] of [[id, old], [other, young]] as const) await world.rows(`insert into sessions (user_id, seq, version, chart, state, updated_at) values ($1, 7, 1, 'x', $2, $3)`, [who, JSON.stringify(session), at]);
  expect(await retain(world.store, 90, now)).toMatchObject({ 'words in sessions': 1 });
  const state = async (who: string) => (await world.rows<{ state: string }>('select state from sessions where user_id = $1', [who]))[0]!.state;
  expect(await state(id)).toBe(JSON.stringify({ ...session, temp_data: { lesson: { topic: 't', last: null }, placement: { last: null }, scene: { beat: null, corrections: [] } } }));
  expect(await state(other)).toBe(JSON.stringify(session));
  expect(await retain(world.store, 90, now)).toMatchObject({ 'words in sessions': 0 });
});

// Whoever adds a column of text says here what becomes of it.
const sweptColumns = ['answer_reports.answer', 'answer_reports.best', 'conversation_logs.content', 'dead_letters.body', 'dead_letters.error', 'delivery_failures.detail', 'letters.body', 'outbox.body', 'scene_runs.corrections', 'sessions.state', 'user_exercise_history.user_input'];
const wordlessColumns: Readonly<Record<string, string>> = {
  'exercise_notes.why': 'ours', 'exercise_notes.accepted': 'ours', 'exercises.theory': 'ours', 'exercises.exercise_introduction': 'ours', 'exercises.exercise_input': 'ours', 'exercises.expected_output': 'ours', 'experiments.description': 'ours',
  'facts.data': 'what happened, in codes', 'user_exercise_history.judge_feedback': 'a verdict and a note, in codes',
  'job_runs.outcome': 'numbers', 'job_runs.error': 'loses numbers and quoted values before it is written', 'users.metadata': 'belongs to the account',
};

test('every column that may hold words is taken care of, or holds nobody\'s', async () => {
  const columns = await world.rows<{ name: string }>(`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and (data_type in ('text', 'jsonb', 'json', 'bytea') or udt_name = '_text') and table_name not like 'knex%' order by 1`);
  expect(columns.map(({ name }) => name)).toEqual([...sweptColumns, ...Object.keys(wordlessColumns)].toSorted());
});

test('letters go when they are taken, lane by lane, or when their learner is gone', async () => {
  await world.rows('insert into mailboxes (user_id, mail_posted, mail_taken, urgent_posted, urgent_taken) values ($1, 3, 1, 1, 1)', [id]);
  for (const [lane, n, at] of [[0, 1, old], [0, 2, old], [0, 3, young], [1, 1, old]] as const) await world.rows(`insert into letters (user_id, lane, n, key, body, posted_at) values ($1, $2, $3, $4, '{}', $5)`, [id, lane, n, `${lane}:${n}`, at]);
  await world.rows(`insert into letters (user_id, lane, n, key, body, posted_at) values (gen_random_uuid(), 0, 1, 'k', '{}', $1)`, [old]);
  expect((await retain(world.store, 90, now)).letters).toBe(3);
  expect(await left('letters', `lane || ':' || n`)).toEqual(['0:2', '0:3']);
});

test('more than a batch goes in one run', async () => {
  await world.rows(`insert into conversation_logs (user_id, role, content, created_at) select $1, 'user', 'x', $2 from generate_series(1, 10001)`, [id, old]);
  expect((await retain(world.store, 90, now))['what was said']).toBe(10_001);
});

test('a letter is kept for the seven days in which WhatsApp may deliver it again, whatever is asked for', async () => {
  await world.rows('insert into mailboxes (user_id, mail_posted, mail_taken) values ($1, 1, 1)', [id]);
  await world.rows(`insert into letters (user_id, lane, n, key, body, posted_at) values ($1, 0, 1, 'k', '{}', '2026-11-15T12:00:00Z')`, [id]);
  expect((await retain(world.store, 1, now)).letters).toBe(0);
});
