// What lines of copy may know of the scene in hand and of those on offer, in the learner's language.
import { beatOf, type Scene } from '../exercises/scenes/scene.ts';
import { sceneById } from '../exercises/scenes/all.ts';
import type { SceneFacts, SceneOfferFacts } from '../../machines/copy.ts';
import type { Context, SceneInHand } from '../../machines/vocabulary.ts';

/** The scene in hand; null without one, or when it does not exist any more. Of one that is over, what its end is told with. */
export function sceneFacts({ scene: hand, profile }: Context): SceneFacts | null {
  const scene = hand === null ? undefined : sceneById(hand.id);
  const words = scene?.words[profile.nativeLanguage];
  if (hand === null || scene === undefined || words === undefined) return null;
  // Help and comments after a miss speak of the open beat, those after a move of the one left behind.
  const { task = '', hint = '' } = words.beats[hand.beat ?? ''] ?? {};
  const own = hand.said.filter((one) => one.own);
  const lacking = scene.beats.find(({ id }) => hand.said.some((one) => one.beat === id && !one.own) || (hand.outcome === 'turns' && hand.last?.beat === id && !hand.said.some((one) => one.beat === id)));
  return {
    partner: scene.partner, title: words.title, place: words.place, goal: words.goal, task, hint,
    line: lineOf(scene, hand),
    model: beatOf(scene, (hand.last?.kind === 'moved' ? hand.last.beat : hand.beat) ?? '')?.model ?? '',
    did: own.map(({ beat }) => words.beats[beat]?.did ?? '').filter((did) => did !== ''),
    lacking: lacking?.model ?? null,
    corrections: hand.corrections.map(({ said, right, slip }) => ({ said, right, why: slip === -1 ? null : words.slips[slip] ?? null })),
  };
}

/** What the partner says: the answer to the last reply, or the question again in other and then in simpler words. */
function lineOf(scene: Scene, { beat, said, misses }: SceneInHand): string {
  const open = beat === null ? undefined : beatOf(scene, beat);
  if (open && misses > 0) return open.again[misses === 1 ? 0 : 1];
  const last = said.at(-1);
  if (last === undefined) return scene.opening;
  return beatOf(scene, last.beat)?.branches.find(({ id }) => id === last.branch)?.says ?? scene.opening;
}

/** The scenes on offer that still exist. */
export function sceneOfferFacts({ sceneOffers, profile }: Context): SceneOfferFacts[] {
  return sceneOffers.flatMap(({ id }) => {
    const words = sceneById(id)?.words[profile.nativeLanguage];
    return words === undefined ? [] : [{ id, title: words.title, goal: words.goal }];
  });
}
