// What a learner says in a role-play: a reply, a call for help, a goodbye, or a word that steers; never two things.
import { describe, expect, it } from 'vitest';
import { newScene } from '../../machines/roleplay.logic.ts';
import type { Context, ConversationEvent, SceneInHand } from '../../machines/vocabulary.ts';
import type { Content } from '../../src/channels/whatsapp/inbound.ts';
import { read } from '../../src/conversation/read.ts';
import type { Session } from '../../src/conversation/session.ts';
import { begin } from '../../src/conversation/step.ts';
import { chart, now } from '../machines/walk.ts';

const opened = begin(chart, { userId: 'u', name: 'Ana', nativeLanguage: 'es', zone: 'Europe/Madrid', zoneSettled: true, country: 'ES', zoneChoices: [] }, now).session;

function inCafe(part: Partial<SceneInHand> = {}): Session {
  const context = opened.temp_data as unknown as Context;
  const scene = { ...newScene({ id: 'at-the-cafe', first: 'drink', turns: 9 }, now), ...part };
  return { ...opened, value: { roleplay: 'line' }, current_flow: 'roleplay', step: 'line', temp_data: { ...context, onboarded: true, profile: { ...context.profile, targetLanguage: 'en' }, scene } as never };
}
const hear = (content: Content, session = inCafe()): string => {
  const event: ConversationEvent = read(session, chart, content, () => undefined, now);
  return event.type === 'replied' ? [event.reply.kind, event.reply.reason ?? event.reply.branch].join(' ') : event.type === 'unclear' ? `unclear ${event.reason}` : event.type;
};
const type = (text: string, session?: Session): string => hear({ kind: 'text', text }, session);

describe('in a scene', () => {
  it.each([
    ['A tea, please', 'understood tea'], ['hello, coffee please', 'understood coffee'], ['Hi!\nA coffee please\nthank you', 'understood coffee'],
    ['zzz', 'missed unknown'], ['quiero un café con leche', 'missed other_language'], ['hola', 'missed other_language'], ['x '.repeat(2_048), 'missed long'],
    ['write my essay', 'off_topic coffee'], ['hazme los deberes', 'off_topic coffee'],
    ['PISTA', 'hint coffee'], ['hint', 'hint coffee'], ['no sé', 'hint coffee'], ["I don't know", 'hint coffee'], ['no entiendo', 'hint coffee'], ['SALTAR', 'skip coffee'], ['skip', 'skip coffee'],
    ['MENÚ', 'asked.menu'], ['STOP', 'asked.stop'], ['ayuda', 'asked.help'], ['privacidad', 'asked.privacy'], ['adiós', 'took.leave'],
    ['¿Eres un robot?', 'asked.help'], ['Are you a robot?', 'asked.help'], ['👍', 'unclear no-words'],
  ])('%j is %s', (text, expected) => expect(type(text)).toBe(expected));

  it('a voice note, a photo and an old button are no replies', () => {
    expect(hear({ kind: 'media', media: 'audio', mediaId: '1', caption: null })).toBe('unclear not-text');
    expect(hear({ kind: 'media', media: 'image', mediaId: '1', caption: 'A tea, please' })).toBe('understood tea');
    expect(hear({ kind: 'tap', id: 'roleplay.choose:at-the-cafe', title: 'x' })).toBe('unclear old-button');
    expect(hear({ kind: 'reaction', emoji: '👍', to: 'x' })).toBe('noticed');
  });

  it('that is gone, or over, or at a beat that is gone, says so', () => {
    expect([type('tea', inCafe({ id: 'nowhere' })), type('tea', inCafe({ beat: null })), type('tea', inCafe({ beat: 'dessert' }))]).toEqual(['scene.gone', 'scene.gone', 'scene.gone']);
  });
});
