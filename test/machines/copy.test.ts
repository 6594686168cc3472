// Every word in every language: there, within WhatsApp's limits, short enough for a phone, and used.
import { describe, expect, it } from 'vitest';
import { conversationFlow } from '../../machines/conversation.ts';
import { openingContext } from '../../machines/conversation.logic.ts';
import { newScene } from '../../machines/roleplay.logic.ts';
import { copy, isLead, isPrompt, type Entry, type Facts } from '../../machines/copy.ts';
import { newLesson } from '../../machines/lesson.logic.ts';
import { noStreak } from '../../machines/streak.logic.ts';
import { interfaceLanguages, personas, targetLanguages, unclearReasons, type Context, type InterfaceLanguage, type LessonInHand, type PlacementInHand, type SceneInHand, type StreakGrowth, type StreakState } from '../../machines/vocabulary.ts';
import { factsOf } from '../../src/conversation/facts.ts';
import { matchOption } from '../../src/conversation/match-option.ts';
import { optionsOf } from '../../src/conversation/options.ts';
import { wordsOf } from '../../src/conversation/render.ts';
import { readCommand } from '../../src/grading/commands.ts';
import { wordings } from '../../src/learning/reminder-wording.ts';
import { MILESTONES } from '../../src/learning/streaks.ts';
import { exerciseById, pickLesson } from '../scenarios/exercises.ts';
import { drawItems } from '../scenarios/placement-items.ts';
import { keysOf } from './lint.ts';

// Said by the engine itself: when the machine broke, and at the day's limit of messages.
const engineKeys = ['sorry', 'enough'];
const now = Date.parse('2026-11-24T18:05:00Z');
const keys = Object.keys(copy.es);

const lessonAt = (index: number, last: LessonInHand['last'], missed = 0): LessonInHand => {
  const { topic, exercises } = pickLesson('es', 'en');
  return { ...newLesson({ topic, exercises, introduces: exercises }, now), index, correct: 2, almost: 1, missed: exercises.slice(0, missed), last };
};
const answered = (verdict: 'correct' | 'almost' | 'wrong', note: string | null): LessonInHand['last'] => ({ text: 'is', verdict, note, best: 'is', exercise: pickLesson('es', 'en').exercises[0]!, tookMs: 1, hints: 0 });

const daysAgo = (days: number): string => new Date(now - days * 86_400_000).toISOString();
const kept = (days: number, ago: number, own: Partial<StreakState> = {}): StreakState => ({ ...noStreak, days, best: days, counted: days, lastDate: daysAgo(ago).slice(0, 10), lastAt: daysAgo(ago), ...own });
const grown = (days: number, own: Partial<StreakGrowth> = {}): Partial<Context> => ({ streak: kept(days, 0), streakGrew: { before: days - 1, days, covered: 0, earned: days % 7 === 0, repairable: 0, ...own } });
const streaks: Partial<Context>[] = [
  ...[[1, 0], [12, 1], [12, 2], [12, 3]].flatMap(([days, ago]) => [0, 1, 2].map((freezes) => kept(days!, ago!, { freezes }))).map((streak) => ({ streak })),
  { streak: kept(12, 20) }, { streak: kept(12, 0, { repairedAt: daysAgo(0) }) }, { streak: kept(1, 0, { lost: { days: 9, at: daysAgo(1.99) } }) },
  ...[...MILESTONES, 2].map((days) => grown(days)), grown(8, { covered: 1 }), grown(8, { covered: 2, earned: true }),
];
const offer = { id: 'at-the-cafe', first: 'drink', turns: 9 };
const correction = { said: 'Hello, I want a big coffee with a lot of milk please', right: 'Can I have a coffee with milk, please?', slip: -1 };
/** A scene in each of its stages, among them the longest end that there can be. */
const scenes: SceneInHand[] = (() => {
  const begun = newScene(offer, now);
  const last = (kind: NonNullable<SceneInHand['last']>['kind'], reason: NonNullable<SceneInHand['last']>['reason'] = null) => ({ kind, reason, beat: 'drink', branch: 'coffee' });
  const beats = ['drink', 'size', 'food', 'pay'].map((beat) => ({ beat, branch: beat === 'drink' ? 'coffee' : beat === 'size' ? 'small' : beat === 'food' ? 'nothing' : 'card' }));
  const said = (own: boolean) => beats.map((one) => ({ ...one, own }));
  return [
    begun,
    ...[1, 2, 3].flatMap((misses) => (['unknown', 'other_language', 'long', null] as const).map((reason) => ({ ...begun, misses, last: last('missed', reason) }))),
    { ...begun, redirected: true, last: last('off_topic') },
    { ...begun, beat: 'size', said: said(false).slice(0, 1), last: last('moved') },
    ...(['end', 'turns', 'off_topic'] as const).flatMap((outcome) => [[], said(true), said(false), [...said(true).slice(0, 3), ...said(false).slice(3)]].flatMap((done) =>
      [[], [correction, { ...correction, slip: 0 }, { ...correction, slip: 2 }]].map((better) => ({ ...begun, beat: null, outcome, said: done, corrections: better, last: last('understood') })))),
  ];
})();

/** A test at its first, second or later question, so that every type is asked, and tests that are over. */
function tests(): PlacementInHand[] {
  const { items, seed } = drawItems('es', 'en', null);
  const test = (rest: Partial<PlacementInHand>): PlacementInHand => ({ items, seed, open: null, answers: [], result: null, begunAt: now, askedAt: now, last: null, ...rest });
  return [
    ...items.map(({ id }, i) => test({ open: id, answers: items.slice(0, i).map((item) => ({ id: item.id, correct: true })) })),
    ...(['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const).map((level) => test({ result: { level, theta: 0, se: 0.4, ceiling: false } })),
    test({ result: { level: 'B1', theta: 2, se: 0.8, ceiling: true } }),
  ];
}

/** Moments that between them take every line through all its wordings. */
function moments(language: InterfaceLanguage): Facts[] {
  const opening = openingContext({ name: 'Ana', nativeLanguage: language, country: 'MX', zoneChoices: ['America/Argentina/ComodRivadavia', 'America/Mexico_City', 'Asia/Kathmandu'] });
  const change = (profile: Partial<Context['profile']>, rest: Partial<Context> = {}): Context => ({ ...opening, ...rest, profile: { ...opening.profile, ...profile } });
  const contexts: Context[] = [
    change({ name: null }), change({ name: 'María de los Ángeles Fernández-Cordero' }), change({ birthYear: 1990 }), change({ birthYear: 2010 }),
    ...targetLanguages.map((targetLanguage) => change({ targetLanguage })),
    ...(['travel', 'work', 'chat'] as const).map((goal) => change({ goal })),
    ...(['A1', 'A2', 'B1'] as const).map((level) => change({ level })),
    change({ dailyTime: '09:00' }, { onboarded: true }), change({}, { crisis: 'self-harm' }), change({ country: 'CL' }, { crisis: 'violence' }), change({ country: 'CL' }, { crisis: 'self-harm' }), change({ country: null }, { crisis: 'violence' }),
    ...(['B2', 'C1', 'C2'] as const).map((level) => change({ level })),
    change({ dailyTime: '01:30', followsLesson: true }, { onboarded: true }),
    ...wordings.flatMap((variant) => [kept(12, 1), kept(12, 40)].map((streak) => change({ targetLanguage: 'en' }, { onboarded: true, streak, reminder: { about: 'daily', variant, time: '01:30' } }))),
    ...[0, 2].map((freezes) => change({}, { onboarded: true, streak: kept(12, 1, { freezes }), reminder: { about: 'streak-saver', variant: 'plain', time: '20:00' } })),
    ...unclearReasons.flatMap((unclear) => [change({}, { unclear }), change({}, { unclear, lesson: lessonAt(0, null) }), change({}, { unclear, lesson: lessonAt(2, null) })]),
    ...Array.from({ length: 8 }, (_, i) => change({}, { onboarded: true, lesson: lessonAt(i, answered('correct', null)) })),
    ...Array.from({ length: 8 }, (_, i) => change({}, { onboarded: true, lesson: lessonAt(i, answered('wrong', i > 5 ? 'skipped' : null), 3) })),
    ...streaks.map((streak) => change({}, { onboarded: true, ...streak })),
    ...tests().map((placement) => change({ level: placement.result?.level ?? 'A1' }, { onboarded: true, placement })),
    change({ level: 'A2' }, { onboarded: true, placement: tests().at(-1)! }),
    ...['typo', 'accent', 'capital', 'spacing', 'article', 'doubled_word', 'informal', 'unsure', 'short', null].map((note) => change({}, { lesson: lessonAt(8, answered('almost', note), 8) })),
  ];
  // The café is there in the languages that are explained to who learns English.
  const target = language === 'en' ? 'en-el-bar' : 'at-the-cafe';
  contexts.push(change({}, { onboarded: true, sceneOffers: [{ ...offer, id: target }, { ...offer, id: language === 'en' ? 'en-el-bar' : 'monday-at-work' }] }), ...scenes.map((scene) => change({}, { onboarded: true, scene: language === 'en' ? inSpanish(scene) : scene })));
  return contexts.flatMap((context) => personas.map((persona) =>
    factsOf({ ...context, profile: { ...context.profile, persona } }, { exerciseById, humanContact: 'hola@charla.example', now })));
}
function inSpanish(scene: SceneInHand): SceneInHand {
  const beats: Readonly<Record<string, [string, string]>> = { drink: ['bebida', 'cafe'], size: ['comida', 'nada'], food: ['mesa', 'fuera'], pay: ['pago', 'tarjeta'] };
  return {
    ...scene, id: 'en-el-bar', beat: scene.beat === null ? null : beats[scene.beat]![0],
    said: scene.said.map(({ beat, own }) => ({ beat: beats[beat]![0], branch: beats[beat]![1], own })), corrections: scene.corrections.map((one) => ({ ...one, slip: Math.min(one.slip, 1) })),
    last: scene.last === null ? null : { ...scene.last, beat: 'bebida', branch: 'cafe' },
  };
}

const textOf = (entry: Entry, facts: Facts): string => wordsOf(isPrompt(entry) ? entry.ask : isLead(entry) ? entry.lead : entry, facts);
const wordsIn = (text: string): number => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
const emojiIn = (text: string): number => text.match(/\p{Extended_Pictographic}/gu)?.length ?? 0;

describe('copy', () => {
  it('has every key that a flow uses, and no other', () => {
    expect([...keysOf(conversationFlow), ...engineKeys].toSorted()).toEqual(keys.toSorted());
  });

  it.each(interfaceLanguages)('%s has every key, of the same kind', (language) => {
    const kind = (entry: Entry) => (isPrompt(entry) ? 'prompt' : isLead(entry) ? 'lead' : 'line');
    expect(Object.fromEntries(Object.entries(copy[language]).map(([key, entry]) => [key, kind(entry)]))).toEqual(Object.fromEntries(Object.entries(copy.es).map(([key, entry]) => [key, kind(entry)])));
  });

  it.each(interfaceLanguages)('%s says something short at every moment, with two emoji at most', (language) => {
    const faults = new Set<string>();
    for (const facts of moments(language)) {
      for (const key of keys) {
        if (key.startsWith('roleplay.') && facts.scene === null && !key.startsWith('roleplay.choose')) continue;
        const text = textOf(copy[language][key]!, facts);
        if (text.trim() === '' && !(key === 'lesson.theory' && facts.exercise === null) && !['lesson.gone', 'roleplay.gone'].includes(key) && !(key === 'streak.counted' && (facts.streak.grew?.repairable ?? 2) > 1)) faults.add(`${key}: nothing`);
        if (/undefined|null|NaN|\[object|\$\{|  |\.\.(?!\.)| ,/u.test(text)) faults.add(`${key}: ${text}`);
        if (wordsIn(text) > 60) faults.add(`${key}: ${wordsIn(text)} words`);
        if (emojiIn(text) > 2) faults.add(`${key}: ${emojiIn(text)} emoji`);
        if ((text.match(/\*/gu)?.length ?? 0) % 2 === 1) faults.add(`${key}: bold without an end: ${text}`);
      }
    }
    expect([...faults]).toEqual([]);
  });

  it.each(interfaceLanguages)('%s keeps WhatsApp’s limits for buttons and lists', (language) => {
    const faults = new Set<string>();
    for (const facts of moments(language)) {
      for (const key of keys) {
        const { kind, open, options } = optionsOf(key, facts);
        const most = kind === 'buttons' ? { count: 3, title: 20 } : { count: 10, title: 24 };
        if (options.length > most.count) faults.add(`${key}: ${options.length} options`);
        if ([...open].length > 20) faults.add(`${key}: ${open}`);
        for (const { id, title, description = '' } of options) {
          if (title.trim() === '' || [...title].length > most.title) faults.add(`${key}: ${title}`);
          if ([...description].length > 72) faults.add(`${key}: ${description}`);
          if (id.length > 200 || id.trim() !== id) faults.add(`${key}: ${id}`);
        }
        for (const field of ['id', 'title'] as const) {
          if (new Set(options.map((option) => option[field])).size < options.length) faults.add(`${key}: a ${field} twice`);
        }
      }
    }
    expect([...faults]).toEqual([]);
  });

  it.each(interfaceLanguages)('%s offers the same options as Spanish, but for what can be learned', (language) => {
    const ids = (of: InterfaceLanguage) => Object.fromEntries(moments(of).slice(0, 9).flatMap((facts, i) => keys.filter((key) => key !== 'onboarding.target')
      .map((key) => [`${i} ${key}`, optionsOf(key, facts).options.map(({ option }) => option).filter((option) => option !== 'target').toSorted()])));
    expect(ids(language)).toEqual(ids('es'));
  });

  it.each(interfaceLanguages)('%s understands each option when its words are typed, and STOP is never one of them', (language) => {
    const faults = new Set<string>();
    for (const facts of moments(language)) {
      for (const key of keys) {
        const { options } = optionsOf(key, facts);
        for (const { option, title, also } of options) {
          for (const typed of [title, ...also]) {
            if (!/[\p{L}\p{N}]/u.test(typed)) continue;
            if (matchOption(typed, options, language)?.option !== option) faults.add(`${key}: "${typed}" is not read as ${option}`);
            if (readCommand(typed, language) === 'stop') faults.add(`${key}: "${typed}" is STOP`);
          }
        }
      }
    }
    expect([...faults]).toEqual([]);
  });

  it.each(interfaceLanguages)('%s is flirty with adults only', (language) => {
    for (const facts of moments(language)) {
      const offered = optionsOf('onboarding.persona', facts).options.some(({ option }) => option === 'flirty');
      expect(offered).toBe(facts.context.profile.birthYear === 1990);
    }
  });
});
