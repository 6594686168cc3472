// Reads what a learner says in a role-play: a reply to the partner, a call for help, or a goodbye.
import { readCommand } from '../grading/commands.ts';
import { folded } from '../grading/folded.ts';
import { normalise } from '../grading/normalise.ts';
import { isDontKnow } from '../grading/remarks.ts';
import { sceneById } from '../exercises/scenes/all.ts';
import { hear } from '../tutor/partner.ts';
import { interfaceLanguages, type Context, type ConversationEvent, type SceneReply } from '../../machines/vocabulary.ts';
import { isOffTopic } from './off-topic.ts';
import { asksToRepeat, asksWhetherMachine, courtesyIn, soundsLost } from './steering-words.ts';

/**
 * The event that a text is at the open beat of the scene in hand. Words that steer the conversation have been looked
 * for before. Total.
 * @param at when it came, ms since the epoch
 */
export function readLine(text: string, { scene: hand, profile: { nativeLanguage } }: Context, at: number): ConversationEvent {
  const scene = sceneById(hand?.id ?? '');
  const heard = scene && hand?.beat ? hear(scene, hand.beat, text, nativeLanguage) : null;
  if (!scene || !hand?.beat || heard === null) return { type: 'scene.gone', at };
  const beat = hand.beat;
  const replied = (kind: SceneReply['kind'], part: Partial<SceneReply> = {}): ConversationEvent => ({ type: 'replied', scene: scene.id, beat, reply: { ...heard, kind, ...part }, at });
  const command = readCommand(text, nativeLanguage);
  if (command === 'skip' || command === 'hint') return replied(command, { reason: null, better: [] });
  if (heard.kind === 'understood') return replied('understood');
  const said = folded(text);
  if (courtesyIn(said, [nativeLanguage]) === 'goodbye') return { type: 'took.leave', at };
  const spoken = interfaceLanguages.find((language) => language === scene.target);
  if (asksToRepeat(said, nativeLanguage, true) || (spoken !== undefined && asksToRepeat(said, spoken, true))) return { type: 'unclear', reason: 'repeat', at };
  // Whoever asks gets an honest answer, also in the language of the scene.
  if (spoken !== undefined && asksWhetherMachine(said, spoken)) return { type: 'asked.help', at };
  if (isDontKnow(normalise(text)) || soundsLost(said, nativeLanguage) || soundsLost(said, 'en')) return replied('hint', { reason: null });
  // The partner knows the plainest requests, before it looks for key words; what nobody could use is looked at once more.
  return heard.kind === 'missed' && isOffTopic(text) ? replied('off_topic', { reason: null }) : replied(heard.kind);
}
