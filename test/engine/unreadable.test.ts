// What the conversation cannot read in the database reaches the operator: a line in the log and an alert, with the exercise's id.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../world.ts';
import { talker } from './talker.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('unreadable');
});
afterAll(() => world.close());

test('an exercise that cannot be read is told by its id, and counted', async () => {
  const exercise = '5f0e0000-0000-4000-8000-000000000000';
  const engine = await world.engine({
    roles: new Set(['web', 'worker'] as const),
    open: async (_store, broken) => {
      broken(exercise, new Error('option 9 of 3'));
      return talker();
    },
  });
  const line = world.logs.map((text) => JSON.parse(text) as Record<string, unknown>).find((one) => one.exercise === exercise);
  expect(line).toMatchObject({ level: 40, error: { message: 'option 9 of 3' } });
  const metrics = await (await fetch(`http://127.0.0.1:${engine.port}/metrics`)).text();
  expect(metrics).toContain('charla_alerts_total{code="exercise:unreadable"} 1');
});
