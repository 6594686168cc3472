// A played scene is held against what each reply was meant as: what must come of it passes, what must not is noted.
import { describe, expect, it } from 'vitest';
import { conversationChart } from '../../src/conversation/script.ts';
import { sceneById } from '../../src/exercises/scenes/all.ts';
import { afterReply, newScene } from '../../machines/roleplay.logic.ts';
import type { Context, SceneInHand, SceneReply } from '../../machines/vocabulary.ts';
import { emptyDiary, type Diary } from './diary.ts';
import { personOf } from './person.ts';
import { noteScene, playLine } from './scene.ts';
import { text, type Written } from './writing.ts';

const at = Date.UTC(2027, 2, 8, 9);
const scene = sceneById('at-the-cafe')!;
const begun = newScene({ id: scene.id, first: scene.beats[0]!.id, turns: scene.turns }, at);
const contextOf = (hand: SceneInHand): Context => {
  const opening = conversationChart.inert.getSnapshot().context as Context;
  return { ...opening, profile: { ...opening.profile, nativeLanguage: 'es', targetLanguage: 'en' }, scene: hand };
};
const line = (sort: NonNullable<Written['line']>['sort'], branches: string[] = []): Written => ({ ...text('words', 'steer'), line: { scene: scene.id, beat: 'drink', sort, branches } });
const reply = (kind: SceneReply['kind'], to = 'drink'): SceneReply => ({ kind, reason: null, branch: 'coffee', to, better: [] });
const taskOf = (hand: SceneInHand): string => scene.words.es!.beats[hand.beat ?? '']?.task ?? '';
const faults = (written: Written, after: SceneInHand, told = taskOf(after)): string[] => {
  const diary: Diary = emptyDiary();
  noteScene(diary, written, contextOf(begun), contextOf(after), told, at);
  return diary.faults.map(({ what }) => what);
};
const size = afterReply(begun, reply('understood', 'size'));

describe('of a reply in a scene', () => {
  it('nothing is noted where it came to what it was meant as', () => {
    expect(faults(line('right', ['coffee']), size)).toEqual([]);
    expect(faults(line('wrong'), afterReply(begun, reply('missed')))).toEqual([]);
    expect(faults(line('elsewhere'), afterReply(begun, reply('off_topic')))).toEqual([]);
    expect(faults(line('skip'), afterReply(begun, reply('skip', 'size')))).toEqual([]);
    expect(faults({ ...line('other'), shown: 'Could you repeat that, please?' }, begun)).toEqual([]);
  });

  it.each<[string, Written, SceneInHand, string?]>([
    ['a right reply in a scene that was not understood', line('right', ['coffee']), afterReply(begun, reply('missed'))],
    ['a right reply in a scene that was not understood', line('right', ['tea']), size],
    ['a wrong reply in a scene that was taken', line('wrong'), size],
    ['a request in a scene that was not turned down', line('elsewhere'), afterReply(begun, reply('missed'))],
    ['a place in a scene that was lost', line('skip'), afterReply(begun, reply('missed'))],
    ['a scene that does not count a reply', line('wrong'), begun],
    ['a scene that does not count a reply', line('other'), begun],
    ['asked something else than the open beat', line('wrong'), afterReply(begun, reply('missed')), 'Pide la cuenta.'],
  ])('%s is noted', (what, written, after, told) => expect(faults(written, after, told)).toEqual([what]));
});

it('learners answer, help themselves, stray and leave', () => {
  const written = Array.from({ length: 300 }, (_, n) => playLine({ ...personOf(1, n), habits: { ...personOf(1, n).habits, strays: 0.2 } }, contextOf(begun)));
  expect(new Set(written.map((one) => one?.line?.sort ?? one?.kind ?? 'left'))).toEqual(new Set(['right', 'wrong', 'other', 'elsewhere', 'help', 'skip', 'stray', 'left']));
});
