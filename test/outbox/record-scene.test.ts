// A role-play that is over is kept, once, with what came of it; it is no lesson.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newScene } from '../../machines/roleplay.logic.ts';
import { recordScene } from '../../src/outbox/record-scene.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => { world = await openWorld('record-scene'); });
beforeEach(() => world.empty());
afterAll(() => world.close());

const begun = Date.parse('2030-01-01T12:00:00Z');
const over = { ...newScene({ id: 'tea', first: 'drink', turns: 6 }, begun), beat: null, outcome: 'end', turns: 3, said: [{ beat: 'drink', branch: 'tea', own: true }, { beat: 'milk', branch: 'yes', own: false }], corrections: [{ said: 'I want tea', right: "I'd like…", slip: 0 }] };
const record = (...asked: { userId: string; scene: object | null }[]) => world.store.transaction(({ run }) => recordScene(run, asked.map(({ userId, scene }) => ({ userId, params: {}, context: { scene }, at: begun + 60_000 }))));

test('what was played, how it ended and what there was to correct', async () => {
  const { id } = await world.learner();
  await record({ userId: id, scene: over });
  expect(await world.rows('select user_id, scene, outcome, turns, beats, understood, corrections, begun_at, ended_at from scene_runs')).toEqual([
    { user_id: id, scene: 'tea', outcome: 'end', turns: 3, beats: 2, understood: 1, corrections: over.corrections, begun_at: new Date(begun), ended_at: new Date(begun + 60_000) },
  ]);
});

test('several learners at once; a scene that is not over is left out', async () => {
  const [ana, ben, eva] = await Promise.all([world.learner(), world.learner(), world.learner()]);
  await record({ userId: ana.id, scene: over }, { userId: ben.id, scene: { ...over, outcome: 'turns' } }, { userId: eva.id, scene: newScene({ id: 'tea', first: 'drink', turns: 6 }, begun) });
  expect(await world.rows('select outcome from scene_runs order by outcome')).toEqual([{ outcome: 'end' }, { outcome: 'turns' }]);
});

test('no day and no streak gains by it', async () => {
  const { id } = await world.learner();
  await record({ userId: id, scene: over });
  expect(await world.rows('select 1 from daily_stats where lessons_completed > 0')).toEqual([]);
});
