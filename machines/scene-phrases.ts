// The parts of a role-play's lines that are computed and not worded: the same in every language.
import type { Facts, Options } from './copy.ts';

/** What the partner says now and what the learner is to do: “*Sam:* Small or large?” and the task in italics; nothing when the scene is lost. */
export function partnerLine({ scene }: Facts): string {
  return scene === null ? '' : `*${scene.partner}:* ${scene.line}\n_${scene.task}_`;
}

/** The hint as it stands after a colon: without the capital of its first word. */
export function hintWithin({ scene }: Facts): string {
  return (scene?.hint ?? '').replace(/^(?!I\b)\p{Lu}/u, (letter) => letter.toLowerCase());
}

/** The scenes that can be chosen, a line each with its goal. */
export function offeredScenes({ sceneOffers }: Facts): string {
  return sceneOffers.map(({ title, goal }) => `*${title}*: ${goal}.`).join('\n');
}

/** The scenes that can be chosen as buttons, and a way out. */
export function sceneButtons({ sceneOffers }: Facts, later: Options[string]): Options {
  return { ...Object.fromEntries(sceneOffers.map(({ id, title }) => [id, title])), later };
}

/** A bubble is a phone screen. */
const mostWords = 55;
const wordsIn = (text: string): number => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/**
 * The end of a role-play in one text: how it went, and then the corrections, one per line. What was written, how it is
 * said, and why; as many reasons as there is room for, and where there is no room at all only how it is said.
 */
export function withCorrections({ scene }: Facts, before: string, heading: string): string {
  const all = scene?.corrections ?? [];
  if (all.length === 0) return before;
  const full = (whys: number): string => all.map(({ said, right, why }, at) => `• ${said} → *${right}*${why === null || at >= whys ? '' : ` · ${why}`}`).join('\n');
  const ways = [...all.map((_, at) => full(all.length - at)), full(0), all.map(({ right }) => `• *${right}*`).join('\n')];
  const room = mostWords - wordsIn(`${before} ${heading}`);
  return [before, heading, ways.find((way) => wordsIn(way) <= room) ?? ways.at(-1)!].filter((part) => part !== '').join('\n');
}

/** Whether a scene was left half-way and can be gone on with. */
export function hasOpenScene({ context, scene }: Facts): boolean {
  return (context.scene?.beat ?? null) !== null && scene !== null;
}

/** Whether the scene in hand cannot be gone on with: it does not exist any more. */
export function lostScene({ context, scene }: Facts): boolean {
  return (context.scene?.beat ?? null) !== null && scene === null;
}
