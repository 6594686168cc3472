// The job behind `pickScene`: chooses two role-play scenes for one learner to choose from.
import { levels, type Context, type SceneOffer } from '../../machines/vocabulary.ts';
import { scenesFor } from '../exercises/scenes/all.ts';
import type { Scene } from '../exercises/scenes/scene.ts';
import type { Actor } from '../outbox/start.ts';
import type { Statement, Store } from '../store/postgres.ts';

const scenesOffered = 2;

const played: Statement = {
  name: 'scenes-played',
  text: 'select scene, count(*)::int as times, max(ended_at) as last_at from scene_runs where user_id = $1 group by scene',
};

/** How often a learner came to the end of a scene, and when last. */
export interface Played {
  scene: string;
  times: number;
  last_at: Date;
}

export interface Wish {
  level: string;
  goal: string | null;
  /** The topic of the lesson in hand or just done. */
  topic: string | null;
  /** The scene played last; offered only when there is no other. */
  last: string | null;
}

/**
 * The scenes to offer, best first: near the learner's level (a level above counts more than one below), played least,
 * for what they learn for, of the topic they have just practised; among equals those played longest ago. Pure.
 * @param random in [0, 1), breaks ties
 */
export function pickScenes(all: readonly Scene[], runs: readonly Played[], { level, goal, topic, last }: Wish, random: () => number): SceneOffer[] {
  const at = levels.indexOf(level as (typeof levels)[number]);
  const others = all.filter(({ id }) => id !== last);
  return (others.length > 0 ? others : all)
    .map((scene) => {
      const run = runs.find((one) => one.scene === scene.id);
      const above = levels.indexOf(scene.level) - at;
      const cost = (above > 0 ? 1.5 * above : -above) + 2 * (run?.times ?? 0) + (goal !== null && !(scene.goals as string[]).includes(goal) ? 0.5 : 0) - (scene.topic === topic ? 0.75 : 0);
      return { scene, cost, since: run?.last_at.getTime() ?? 0, tie: random() };
    })
    .toSorted((a, b) => a.cost - b.cost || a.since - b.since || a.tie - b.tie)
    .slice(0, scenesOffered)
    .map(({ scene: { id, beats, turns } }) => ({ id, first: beats[0]!.id, turns }));
}

/** The job itself. Rejects when the database cannot be reached; no scenes means that there are none for this pair. */
export function pickSceneActor(store: Store, random: () => number): Actor {
  return {
    attempts: 3, timeoutMs: 5_000, slow: false,
    async run({ userId, context }) {
      const { profile, lesson, lastScene } = context as unknown as Context;
      const all = scenesFor(profile.nativeLanguage, profile.targetLanguage);
      const runs = all.length === 0 ? [] : await store.run<Played>(played, [userId]);
      return { scenes: pickScenes(all, runs, { level: profile.level ?? 'A1', goal: profile.goal, topic: lesson?.topic ?? null, last: lastScene }, random) };
    },
  };
}
