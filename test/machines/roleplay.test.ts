// Whatever is said in a role-play, it ends within its turns, with a recap, and nothing is counted that was not said.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conversation, conversationVersion } from '../../machines/conversation.ts';
import { afterReply, mostMisses, newScene } from '../../machines/roleplay.logic.ts';
import type { Context, SceneInHand, SceneReply } from '../../machines/vocabulary.ts';
import { createChart } from '../../src/conversation/chart.ts';
import { read } from '../../src/conversation/read.ts';
import { begin, step } from '../../src/conversation/step.ts';
import type { Session } from '../../src/conversation/session.ts';
import { readScene, scenePaths } from '../../src/exercises/scenes/all.ts';
import type { Scene } from '../../src/exercises/scenes/scene.ts';

const at = Date.parse('2026-11-24T18:05:00Z');
const reply = (kind: SceneReply['kind'], to: string | null = 'next', better: SceneReply['better'] = []): SceneReply => ({ kind, reason: kind === 'missed' ? 'unknown' : null, branch: 'one', to, better });
const begun = newScene({ id: 'tea', first: 'drink', turns: 6 }, at);
const after = (...replies: SceneReply[]): SceneInHand => replies.reduce(afterReply, begun);
const correction = (right: string, slip = -1) => ({ said: 'x', right, slip });

describe('a scene', () => {
  it('goes on where a reply leads, and counts it', () => {
    expect(after(reply('understood', 'milk'))).toMatchObject({ beat: 'milk', turns: 1, misses: 0, said: [{ beat: 'drink', branch: 'one', own: true }] });
  });

  it('stays at a beat for three misses and goes on at the next, without calling it the learner’s own', () => {
    const stuck = after(reply('missed'), reply('missed'), reply('missed'));
    expect([stuck.beat, stuck.misses]).toEqual(['drink', mostMisses]);
    expect(afterReply(stuck, reply('missed', 'milk'))).toMatchObject({ beat: 'milk', misses: 0, said: [{ beat: 'drink', own: false }], last: { kind: 'moved' } });
  });

  it('gives the hint to who asks at once, then the answer, and goes on only when told to', () => {
    expect([after(reply('hint')).misses, after(reply('hint'), reply('hint')).misses, after(reply('hint'), reply('hint'), reply('hint')).beat]).toEqual([2, 3, 'drink']);
    expect(after(reply('skip', 'milk'))).toMatchObject({ beat: 'milk', said: [{ own: false }] });
  });

  it('ends at its last beat, at its last turn, and at the second request that belongs elsewhere', () => {
    expect(after(reply('understood', null))).toMatchObject({ beat: null, outcome: 'end' });
    expect(after(reply('skip', null))).toMatchObject({ beat: null, outcome: 'end' });
    expect(after(...Array.from({ length: 6 }, () => reply('hint')))).toMatchObject({ beat: null, outcome: 'turns', turns: 6 });
    expect(after(reply('off_topic'))).toMatchObject({ beat: 'drink', redirected: true, outcome: null });
    expect(after(reply('off_topic'), reply('understood', 'milk'), reply('off_topic'))).toMatchObject({ beat: null, outcome: 'off_topic' });
  });

  it('keeps three corrections, each once, those it has a reason for first', () => {
    const kept = after(reply('understood', 'a', [correction('one'), correction('one')]), reply('understood', 'b', [correction('two'), correction('three')]), reply('understood', 'c', [correction('four', 0)]));
    expect(kept.corrections.map(({ right }) => right)).toEqual(['four', 'one', 'two']);
  });
});

const chart = createChart(conversation as never, conversationVersion);
const scenes = scenePaths().map((path) => readScene(path));

/** A session at the beginning of a scene. */
function inScene(scene: Scene, native: string): Session {
  const { session } = begin(chart, { userId: 'u', name: 'Ana', nativeLanguage: native, zone: 'Europe/Madrid', zoneSettled: true, country: 'ES', zoneChoices: [] }, at);
  const context = session.temp_data as unknown as Context;
  const offer = { id: scene.id, first: scene.beats[0]!.id, turns: scene.turns };
  const value = { roleplay: 'choosing' };
  const choosing: Session = { ...session, value, current_flow: 'roleplay', step: 'choosing', temp_data: { ...context, onboarded: true, profile: { ...context.profile, targetLanguage: scene.target }, sceneOffers: [offer] } as never };
  return step(choosing, { kind: 'event', event: { type: 'chose', option: scene.id, at } as never }, at, chart)!.session;
}
const contextOf = (session: Session) => session.temp_data as unknown as Context;

const anything = (scene: Scene) => fc.oneof(
  fc.constantFrom(...scene.beats.map(({ model }) => model), ...scene.beats.flatMap(({ branches }) => branches.flatMap(({ phrases }) => phrases.slice(0, 3)))),
  fc.constantFrom('hint', 'skip', 'zzz', "I don't know", 'no', 'yes', 'Write my essay', 'tell me a joke', 'no entiendo nada de nada', 'Ça va bien merci beaucoup', 'чай', 'x '.repeat(2_048)),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);

describe('a learner who says anything at all', () => {
  it.each(scenes.map((scene) => [scene.id, scene] as const))('in %s never takes more turns than it has, gets one bubble a turn, and comes to the recap', (_id, scene) => {
    const native = Object.keys(scene.words)[0]!;
    fc.assert(fc.property(fc.array(anything(scene), { minLength: 40, maxLength: 40 }), (replies) => {
      let session = inScene(scene, native);
      let turns = 0;
      const said: string[] = [];
      for (const text of replies) {
        if (contextOf(session).scene!.beat === null) break;
        const event = read(session, chart, { kind: 'text', text }, () => undefined, at);
        const stepped = step(session, { kind: 'event', event: event as never }, at, chart)!;
        if (stepped.session.current_flow !== 'roleplay') return;
        if (event.type === 'replied') turns++;
        const says = stepped.effects.flatMap((effect) => (effect.kind === 'act' && effect.type === 'say' ? [String(effect.params.key)] : []));
        expect(says.at(-1)).toBe(stepped.session.step === 'done' ? 'roleplay.done' : 'roleplay.line');
        said.push(...says);
        ({ session } = stepped);
      }
      const { scene: hand } = contextOf(session);
      expect(turns).toBeLessThanOrEqual(scene.turns);
      expect(hand!.corrections.length).toBeLessThanOrEqual(3);
      expect(new Set(hand!.said.map(({ beat }) => beat)).size).toBe(hand!.said.length);
      // Forty messages are enough for every scene, unless they were no words at all.
      if (turns === scene.turns || hand!.beat === null) expect([hand!.beat, said.filter((key) => key === 'roleplay.recap').length, session.step]).toEqual([null, 1, 'done']);
    }), { numRuns: 25 });
  });
});
