// A session loses its learner's words and nothing else, and who is back keeps what they have just written.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { forgetWords, withoutWords } from '../../src/mailbox/forget-words.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => { world = await openWorld('forget'); });
beforeEach(() => world.empty());
afterAll(() => world.close());

const before = '2026-11-01T00:00:00Z';
const old = '2026-10-01T00:00:00Z';
const stateOf = (text: string | null) => JSON.stringify({ current_flow: 'idle', step: '', temp_data: { lesson: text === null ? null : { last: { text } } }, seq: 3 });
const keep = async (state: string) => {
  const { id } = await world.learner();
  await world.rows(`insert into sessions (user_id, seq, version, chart, state, updated_at) values ($1, 3, 1, 'x', $2, $3)`, [id, state, old]);
  return id;
};

test('a session without words stays as it is, to the byte', () => {
  for (const state of [stateOf(null), '{"current_flow":"idle","temp_data":{"scene":{"corrections":[]}},"seq":1}', '{"current_flow":"idle","seq":1}']) expect(withoutWords(state)).toBe(state);
});

test('the first keys and the last one stay where a reader looks for them', () => {
  expect(withoutWords(stateOf('hola'))).toBe('{"current_flow":"idle","step":"","temp_data":{"lesson":{"last":null}},"seq":3}');
});

test('more than a batch, and each once', async () => {
  for (let i = 0; i < 5; i++) await keep(stateOf(`hola ${i}`));
  await keep(stateOf(null));
  expect(await forgetWords(world.store, before, 2)).toBe(5);
  expect(await forgetWords(world.store, before, 2)).toBe(0);
});

test('one that cannot be read keeps no other from being forgotten, and is told of', async () => {
  await keep('{"temp_data":{"lesson":{"last":{"text":"hol');
  for (let i = 0; i < 5; i++) await keep(stateOf(`hola ${i}`));
  await expect(forgetWords(world.store, before, 2)).rejects.toThrow('words may still be in them: 1');
  expect(await world.rows(`select 1 from sessions where state like '%hola%'`)).toEqual([]);
});

test('who comes back while it is done keeps what they wrote', async () => {
  const id = await keep(stateOf('hola'));
  const late: typeof world.store = { ...world.store, run: async (statement, values) => {
    if (statement.name === 'forget-words-of-session') await world.rows(`update sessions set seq = 4, state = $1, updated_at = now() where user_id = $2`, [stateOf('ya estoy'), id]);
    return world.store.run(statement, values);
  } };
  expect(await forgetWords(late, before)).toBe(0);
  expect((await world.rows<{ state: string }>('select state from sessions'))[0]!.state).toBe(stateOf('ya estoy'));
});
