// The role-play's guards and assignments: pure functions, called by name from the flow.
import { optionOf, type AnyEvent, type Assign, type Guard } from './names.ts';
import type { Context, SceneCorrection, SceneInHand, SceneOffer, SceneReply } from './vocabulary.ts';

/** Misses at one beat after which the partner goes on as if the model answer had been given. */
export const mostMisses = 3;
const mostCorrections = 3;

const offeredIn = (event: AnyEvent): SceneOffer[] => ('output' in event ? ((event.output as { scenes?: SceneOffer[] } | null)?.scenes ?? []) : []);

/** A scene that nobody has replied in yet. @param at ms since the epoch */
export function newScene({ id, first, turns }: SceneOffer, at: number): SceneInHand {
  return { id, beat: first, turns: 0, most: turns, misses: 0, redirected: false, said: [], corrections: [], last: null, outcome: null, begunAt: at };
}

/** The reply that an event is to the open beat, or null. */
function replyIn({ scene }: Context, event: AnyEvent): SceneReply | null {
  return event.type === 'replied' && scene !== null && scene.beat !== null && event.scene === scene.id && event.beat === scene.beat ? event.reply : null;
}

const movesOn = (scene: SceneInHand, { kind }: SceneReply): boolean => kind === 'skip' || (kind === 'missed' && scene.misses >= mostMisses);

/** Known slips of the scene first, since they come with a reason. */
function kept(corrections: readonly SceneCorrection[]): SceneCorrection[] {
  const once = corrections.filter((one, at) => corrections.findIndex(({ right }) => right === one.right) === at);
  return [...once.filter(({ slip }) => slip !== -1), ...once.filter(({ slip }) => slip === -1)].slice(0, mostCorrections);
}

/** The scene after a reply to its open beat; over when its `beat` is null. Pure. */
export function afterReply(scene: SceneInHand, reply: SceneReply): SceneInHand {
  const turns = scene.turns + 1;
  const on = movesOn(scene, reply);
  const next = { ...scene, turns, last: { kind: on ? 'moved' as const : reply.kind, reason: reply.reason, branch: reply.branch, beat: scene.beat! } };
  const over = (outcome: NonNullable<SceneInHand['outcome']>): SceneInHand => ({ ...next, beat: null, outcome });
  if (reply.kind === 'off_topic') {
    if (scene.redirected) return over('off_topic');
    next.redirected = true;
  } else if (reply.kind === 'understood' || on) {
    next.said = [...scene.said, { beat: scene.beat!, branch: reply.branch, own: !on }];
    next.corrections = kept([...scene.corrections, ...reply.better]);
    next.misses = 0;
    if (reply.to === null) return { ...next, beat: null, outcome: 'end' };
    next.beat = reply.to;
  } else {
    // Whoever asks for help gets the hint at once, and the model answer when they ask again.
    next.misses = Math.min(mostMisses, reply.kind === 'hint' ? Math.max(2, scene.misses + 1) : scene.misses + 1);
  }
  return turns >= scene.most ? over('turns') : next;
}

export const roleplayGuards = {
  hasOpenScene: ({ scene }) => (scene?.beat ?? null) !== null,
  foundScenes: (_context, event) => offeredIn(event).length > 0,
  isOfferedScene: ({ sceneOffers }, event) => sceneOffers.some(({ id }) => id === optionOf(event)),
  isOpenReply: (context, event) => replyIn(context, event) !== null,
  replyIs: (context, event, { kind }) => replyIn(context, event)?.kind === kind,
  movesOn: (context, event) => {
    const reply = replyIn(context, event);
    return reply !== null && movesOn(context.scene!, reply);
  },
  endsScene: (context, event) => {
    const reply = replyIn(context, event);
    return reply !== null && afterReply(context.scene!, reply).beat === null;
  },
} satisfies Record<string, Guard>;

export const roleplayAssigns = {
  offerScenes: (_context, event) => ({ sceneOffers: offeredIn(event) }),
  beginScene: ({ sceneOffers }, event) => {
    const offer = sceneOffers.find(({ id }) => id === optionOf(event))!;
    return { scene: newScene(offer, event.at), lastScene: offer.id };
  },
  noteReply: (context, event) => {
    const reply = replyIn(context, event);
    return reply === null ? {} : { scene: afterReply(context.scene!, reply) };
  },
  dropScene: () => ({ scene: null }),
} satisfies Record<string, Assign>;
