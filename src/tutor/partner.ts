// The role-play partner as the scene's file has it written: what a learner's reply comes to at the open beat.
import { beatOf, type Beat, type Branch, type Scene } from '../exercises/scenes/scene.ts';
import { betterPhrase } from '../grading/better-phrase.ts';
import { recognise, type Intent, type Understood } from '../grading/intents.ts';
import { normalise } from '../grading/normalise.ts';
import { isOffScene } from './off-scene.ts';

/** What a reply comes to. `to` is where it leads, or where the model answer would: null ends the scene. */
export interface Heard {
  kind: 'understood' | 'missed' | 'off_topic';
  /** Why it was not understood. */
  reason: 'unknown' | 'other_language' | 'long' | null;
  branch: string;
  to: string | null;
  /** What there is to correct in it: at most two. */
  better: Correction[];
}

/** What was written, how it is said, and which of the scene's slips it is; -1 for one that the grader found. */
export interface Correction {
  said: string;
  right: string;
  slip: number;
}

/** Longer than any line of a scene; nobody orders a tea in so many characters. */
const longest = 400;

/** The branch that a beat's model answer belongs to: where the partner goes on when the learner cannot. */
export function modelBranch(scene: Scene, beat: Beat): Branch {
  const { intent } = recognise({ intents: beat.branches, language: scene.target, uiLanguage: 'und', reply: beat.model });
  return beat.branches.find(({ id }) => id === intent) ?? beat.branches[0]!;
}

/**
 * What a reply comes to at a beat. A whole accepted phrase is understood whatever it looks like; a request that belongs
 * elsewhere is never answered, though it may hold the right words. Pure; total; never throws.
 * @param native the learner's own language, ISO 639-1
 * @returns null when the scene has no such beat
 */
export function hear(scene: Scene, beatId: string, text: string, native: string): Heard | null {
  const beat = beatOf(scene, beatId);
  if (beat === undefined) return null;
  const { id: branch, to } = modelBranch(scene, beat);
  const not = (kind: Heard['kind'], reason: Heard['reason']): Heard => ({ kind, reason, branch, to, better: [] });
  const asked = { language: scene.target, uiLanguage: native, reply: text };
  const known: Understood = recognise({ ...asked, intents: beat.branches.map(({ id, phrases }): Intent => ({ id, phrases, keys: [] })) });
  if (known.intent === null && isOffScene(text)) return not('off_topic', null);
  const found = known.intent === null ? recognise({ ...asked, intents: beat.branches }) : known;
  if (found.intent === null) return not('missed', [...text].length > longest ? 'long' : found.why === 'other_language' ? 'other_language' : 'unknown');
  const taken = beat.branches.find(({ id }) => id === found.intent)!;
  return { kind: 'understood', reason: null, branch: taken.id, to: taken.to, better: corrections(scene, taken, text, native) };
}

function corrections(scene: Scene, taken: Branch, text: string, native: string): Correction[] {
  const said = clipped(normalise(text));
  const slips = scene.slips.map(({ heard }): Intent => ({ id: heard, phrases: [], keys: [heard], tight: true }));
  const known = slips.findIndex((slip) => recognise({ intents: [slip], language: scene.target, uiLanguage: native, reply: text }).intent !== null);
  if (known !== -1) return [{ said, right: scene.slips[known]!.right, slip: known }];
  const better = betterPhrase(text, taken.phrases, scene.target, native);
  return better === null ? [] : [{ said: clipped(better.said), right: better.right, slip: -1 }];
}

const mostShown = 48;
const clipped = (text: string): string => {
  const line = text.replaceAll(/\s+/gu, ' ');
  return [...line].length <= mostShown ? line : `${[...line].slice(0, mostShown - 1).join('').trimEnd()}…`;
};
