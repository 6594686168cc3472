// Messages sent are counted by the learner's own calendar, from what WhatsApp took.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { keepMessageCounts, recountMessages } from '../../src/learning/daily-messages.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => { world = await openWorld('daily-messages'); });
beforeEach(() => world.empty());
afterAll(() => world.close());

async function learner(zone: string | null, sent: readonly string[], heard: readonly string[] = []): Promise<string> {
  const { id } = await world.learner();
  await world.rows('update users set timezone = $1 where id = $2', [zone, id]);
  for (const [role, times] of [['assistant', sent], ['user', heard]] as const) for (const at of times) await world.rows(`insert into conversation_logs (user_id, role, content, created_at) values ($1, $2, 'x', $3)`, [id, role, at]);
  return id;
}
const days = (id: string) => world.rows(`select to_char(date, 'YYYY-MM-DD') as date, messages_sent as sent, lessons_completed as lessons from daily_stats where user_id = $1 order by date`, [id]);

test('the night counts yesterday as the learner’s clock had it, and what they wrote is not counted', async () => {
  const mexico = await learner('America/Mexico_City', ['2026-03-02T05:59:00Z', '2026-03-02T06:01:00Z', '2026-03-03T05:59:00Z', '2026-03-03T06:01:00Z'], ['2026-03-02T12:00:00Z']);
  const madrid = await learner('Europe/Madrid', ['2026-03-01T23:30:00Z', '2026-03-02T23:30:00Z']);
  expect(await recountMessages(world.store, '2026-03-03T12:00:00Z')).toBe(2);
  expect(await days(mexico)).toEqual([{ date: '2026-03-02', sent: 2, lessons: 0 }]);
  expect(await days(madrid)).toEqual([{ date: '2026-03-02', sent: 1, lessons: 0 }]);
});

test('counting again changes nothing, and leaves lessons and other days alone', async () => {
  const id = await learner('UTC', ['2026-03-02T12:00:00Z']);
  await world.rows(`insert into daily_stats (user_id, date, lessons_completed, messages_sent) values ($1, '2026-03-02', 3, 0), ($2, '2026-03-01', 1, 7)`, [id, id]);
  for (let i = 0; i < 2; i++) await recountMessages(world.store, '2026-03-03T12:00:00Z');
  expect(await days(id)).toEqual([{ date: '2026-03-01', sent: 7, lessons: 1 }, { date: '2026-03-02', sent: 1, lessons: 3 }]);
});

test('an unknown zone counts as UTC, a silent learner gets no row, and batches follow each other', async () => {
  const odd = await learner('Mars/Olympus', ['2026-03-02T12:00:00Z']);
  await learner(null, []);
  expect(await recountMessages(world.store, '2026-03-03T12:00:00Z', 1)).toBe(2);
  expect(await days(odd)).toHaveLength(1);
  expect(await world.rows('select 1 as one from daily_stats')).toHaveLength(1);
});

test('a date that a zone skipped is counted nowhere', async () => {
  const id = await learner('Pacific/Apia', ['2011-12-30T12:00:00Z']);
  await world.store.transaction(({ run }) => keepMessageCounts(run, [{ userId: id, zone: 'Pacific/Apia', date: '2011-12-30' }]));
  expect(await days(id)).toEqual([]);
});
