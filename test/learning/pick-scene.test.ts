// Which scenes are offered: near the level, not played yet, for what one learns for, and never the last one again.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scene } from '../../src/exercises/scenes/scene.ts';
import { pickSceneActor, pickScenes } from '../../src/learning/pick-scene.ts';
import { openWorld, type World } from '../world.ts';
import { tea } from '../exercises/scenes/tea.ts';

const scene = (id: string, own: Partial<Scene> = {}): Scene => ({ ...tea, id, ...own });
const wish = { level: 'A2', goal: null, topic: null, last: null };
const ids = (...given: Parameters<typeof pickScenes>) => pickScenes(...given).map(({ id }) => id);
const noChance = () => 0.5;
const played = (name: string, times = 1, day = 1) => ({ scene: name, times, last_at: new Date(Date.UTC(2026, 0, day)) });

describe('the scenes offered', () => {
  it('are two, nearest the level, rather below than above', () => {
    expect(ids([scene('b1', { level: 'B1' }), scene('c1', { level: 'C1' }), scene('a1', { level: 'A1' }), scene('a2', { level: 'A2' })], [], wish, noChance)).toEqual(['a2', 'a1']);
    expect(ids([scene('a1', { level: 'A1' }), scene('b1', { level: 'B1' })], [], { ...wish, level: 'C2' }, noChance)).toEqual(['b1', 'a1']);
  });
  it('are those not played, then those played least and longest ago', () => {
    expect(ids([scene('a'), scene('b'), scene('c')], [played('a', 1, 9), played('b', 1, 2)], wish, noChance)).toEqual(['c', 'b']);
    expect(ids([scene('a'), scene('b'), scene('c')], [played('a', 3), played('b', 2), played('c', 1)], wish, noChance)).toEqual(['c', 'b']);
  });
  it('fit what the learner learns for, and the lesson of just now', () => {
    expect(ids([scene('a', { goals: ['chat'] }), scene('b', { goals: ['work'] })], [], { ...wish, goal: 'work' }, noChance)).toEqual(['b', 'a']);
    expect(ids([scene('a', { topic: 'food' }), scene('b', { topic: 'hotel' })], [], { ...wish, topic: 'hotel' }, noChance)).toEqual(['b', 'a']);
  });
  it('are not the last one again, unless there is no other', () => {
    expect(ids([scene('a'), scene('b')], [], { ...wish, last: 'a' }, noChance)).toEqual(['b']);
    expect(ids([scene('a')], [], { ...wish, last: 'a' }, noChance)).toEqual(['a']);
  });
  it('come with where they begin and how long they may take', () => {
    expect(pickScenes([tea], [], wish, noChance)).toEqual([{ id: 'tea', first: 'drink', turns: 6 }]);
    expect(pickScenes([], [], wish, noChance)).toEqual([]);
  });
});

describe('the job', () => {
  let world: World;
  beforeAll(async () => { world = await openWorld('pick-scene'); });
  afterAll(() => world.close());
  const job = (userId: string, targetLanguage: string | null, lastScene: string | null = null) => ({ userId, input: null, context: { lesson: null, lastScene, profile: { nativeLanguage: 'es', targetLanguage, level: 'A1', goal: 'travel' } } });
  const run = async (...given: Parameters<typeof job>) => ((await pickSceneActor(world.store, noChance).run(job(...given), new AbortController().signal)) as { scenes: { id: string }[] }).scenes.map(({ id }) => id);

  it('offers a new learner the first scenes, and another one when the first was played', async () => {
    const { id } = await world.learner();
    const [first] = await run(id, 'en');
    expect(first).toBeDefined();
    await world.rows(`insert into scene_runs (id, user_id, scene, outcome, turns, beats, understood, corrections, begun_at, ended_at) values (gen_random_uuid(), $1, $2, 'end', 4, 4, 4, '[]', now(), now())`, [id, first]);
    expect((await run(id, 'en', first))[0]).not.toBe(first);
    expect((await run(id, 'en'))[0]).not.toBe(first);
  });
  it('offers nothing where there is nothing', async () => {
    const { id } = await world.learner();
    expect([await run(id, 'fr'), await run(id, null)]).toEqual([[], []]);
  });
});
