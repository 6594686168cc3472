// Walks the conversation wherever a learner, a clock or a job can take it, and writes down the ways it went.
import { createActor, SimulatedClock } from 'xstate';
import { conversationVersion } from '../../machines/conversation.ts';
import { offered } from '../../machines/offered.ts';
import type { Context, ConversationInput, StreakState } from '../../machines/vocabulary.ts';
import type { Content } from '../../src/channels/whatsapp/inbound.ts';
import { createChart, metaOf } from '../../src/conversation/chart.ts';
import { factsOf } from '../../src/conversation/facts.ts';
import { optionsOf } from '../../src/conversation/options.ts';
import { read } from '../../src/conversation/read.ts';
import { reckonedConversation } from '../../src/conversation/reckoned.ts';
import type { Session } from '../../src/conversation/session.ts';
import { begin, restore, step, type Letter, type Stepped } from '../../src/conversation/step.ts';
import { exerciseById, pickLesson } from '../scenarios/exercises.ts';
import { drawItems } from '../scenarios/placement-items.ts';

// Whoever explains in English may choose what to learn here, so that the walk comes by that question too.
offered.en = ['es', 'fr'];

export const chart = createChart(reckonedConversation, conversationVersion);
export const now = Date.parse('2026-11-24T18:05:00Z');
const learner: ConversationInput = { userId: 'u', name: 'Ana', nativeLanguage: 'es', zone: 'America/Mexico_City', zoneSettled: false, country: 'MX', zoneChoices: ['America/Mexico_City', 'America/Tijuana'] };
const { topic, exercises } = pickLesson('es', 'en');
// The turns run out after the first beat, so that the walk comes by that end too.
const scene = { id: 'at-the-cafe', first: 'food', turns: 7 };

export interface Way {
  from: string;
  to: string;
  /** What was done, in words. */
  by: string;
  letter: Letter;
  stepped: Stepped;
  /** Something a learner can do by themselves. */
  own: boolean;
  /** An option of the open question was chosen. */
  option: boolean;
}
export interface Place {
  key: string;
  session: Session;
  ways: Way[];
}

const brokenStreak: StreakState = { days: 0, best: 5, freezes: 2, counted: 5, lastDate: '2026-11-20', lastAt: '2026-11-20T18:00:00Z', lost: { days: 5, at: new Date(now - 3_600_000).toISOString() }, repairedAt: null };
const contextOf = (session: Session): Context => session.temp_data as unknown as Context;

// A broken streak leads elsewhere than a whole one only here: it is repaired in the menu, and told at the end of a lesson.
const streakMatters = ({ streak }: Context, session: Session, inLesson: string): boolean =>
  streak.lost !== null && (['menu', 'idle'].includes(session.current_flow) || (session.step === 'exercise' && inLesson === 'last'));

// After some lessons the hour of one is offered for the reminder: so it is only at the end of a lesson that their number tells.
const manyLessons = 9;
const hourMatters = ({ lessonsFinished, hourOffer }: Context, session: Session, inLesson: string): boolean =>
  lessonsFinished >= manyLessons && hourOffer === null && session.step === 'exercise' && inLesson === 'last';

/** What tells two places apart: all that a guard looks at, and nothing that only words depend on. */
export function keyOf(session: Session): string {
  const { onboarded, cameFrom, lesson, placement, profile, scene, sceneOffers } = contextOf(session);
  const inLesson = lesson === null ? 'none' : lesson.index >= lesson.exercises.length ? 'over' : lesson.index + 1 === lesson.exercises.length ? 'last' : 'open';
  const skipped = lesson !== null && lesson.skipped.length === lesson.index;
  // Where in the scene one is tells only there; elsewhere it is enough that one is open. Offers tell where they can be taken up.
  const inScene = scene === null || scene.beat === null ? ['idle', 'roleplay'].includes(session.current_flow) && sceneOffers.length > 0 : session.step !== 'line' ? 'open' : [scene.beat, scene.misses, scene.redirected, scene.turns + 1 >= scene.most];
  const young = profile.birthYear !== null && profile.birthYear > 2013;
  const languages = [profile.nativeLanguage, profile.targetLanguage];
  const { 'conversation.onboarding.resume': met, ...history } = (session.historyValue ?? {}) as Record<string, unknown>;
  // Where a flow was left matters only to who will be led back to it; who is in a flow that notes it on leaving is not led anywhere yet.
  const flow = session.current_flow;
  const notes = ['lesson', 'roleplay', 'placement', 'settings', 'idle'].includes(flow);
  const left = notes ? null : [cameFrom, history[`conversation.${cameFrom}.resume`] ?? null];
  const inTest = placement !== null && placement.open !== null;
  // A test looks at nothing but itself, and who is led back to it at nothing but where it was left.
  if (flow === 'placement') return JSON.stringify([session.value, inTest && placement.answers.length, session.step === 'result' && profile.level]);
  if (left !== null && onboarded && cameFrom === 'placement') return JSON.stringify([session.value, left]);
  // In a role-play, and on the way back to one, nothing looks at the lesson; elsewhere a scene tells only where no lesson is open.
  if (flow === 'roleplay' || left?.[0] === 'roleplay') return JSON.stringify([session.value, inScene, languages, left]);
  const level = flow === 'onboarding' ? profile.level === 'A1' : null;
  return JSON.stringify([session.value, onboarded || [young, profile.zoneSettled, met], inLesson, skipped, lesson === null && inScene, inTest && (flow === 'idle' || cameFrom === 'idle'), level, languages, streakMatters(contextOf(session), session, inLesson), hourMatters(contextOf(session), session, inLesson), left]);
}

const fewItems = 5;

/** A bank that is soon used up: one more than is needed to tell a level, so that every way out of a test is a short one. */
function drawn({ placement }: Context): unknown {
  const inHand = placement?.open ? placement : null;
  const { items, ...rest } = drawItems('es', 'en', inHand);
  const first = items.slice(0, Math.max(fewItems, (inHand?.answers.length ?? 0) + 1));
  return { ...rest, items: first, next: first[inHand?.answers.length ?? 0]!.id };
}

/** What a learner, a clock or a job may do to a session of the present chart. */
export function choices(session: Session): { by: string; letter: Letter; own: boolean; option: boolean }[] {
  const context = contextOf(session);
  const meta = metaOf(chart, session.value);
  const facts = factsOf(context, { exerciseById, humanContact: '', now });
  const hear = (content: Content): Letter => ({ kind: 'event', event: read(session, chart, content, exerciseById, now) as never });
  const options = [meta.prompt, ...meta.accepts ?? []].flatMap((key) => (key === undefined ? [] : optionsOf(key, facts).options.map((option) => ({ ...option, asked: key === meta.prompt }))))
    // Two languages are as good as four, and keep the walk short; who wants no reminder goes the same ways without one.
    .filter(({ option }) => !['pt', 'fr', 'none'].includes(option));
  const typed: Record<string, string[]> = { text: ['Ana', '12345', 'asdf', '¿por qué?'], year: ['1990', '2010', '2020'], time: ['8:30'], answer: [facts.exercise?.answer ?? '', 'zzz', 'saltar', 'pista'], line: [facts.scene?.model ?? '', 'zzz zzz', 'saltar', 'pista', 'tell me a joke'], zone: ['12:05', 'Bogotá', 'Bogotta'], place: ['Bogotá', 'Bogotta', 'zzzz'], item: [facts.item?.answer ?? '', 'zzz', 'no sé', 'saltar', 'pista', 'soy principiante'] };
  const words = [...typed[meta.reads ?? ''] ?? [], 'hola zzz', 'hola', '¿qué tiempo hace hoy?', 'quiero morirme', 'reportar', 'gracias', 'bye', '👍', 'MENÚ', 'AYUDA', 'PRIVACIDAD', 'PERSONA', 'RACHA', 'NIVEL', 'STOP', 'START', 'UNSTOP'];
  const at = { at: now };
  const straight = [
    { type: 'chose', option: 'zzz' }, { type: 'said', text: 'zzz' }, { type: 'released' }, { type: 'noticed' }, { type: 'exercise.gone' }, { type: 'scene.gone' }, ...(meta.reads === 'answer' ? [{ type: 'unclear', reason: 'short' }] : []),
    ...[0, now + 3_600_000].map((dayBeganAt) => ({ type: 'reminder', about: 'daily', variant: 'plain', time: '09:00', dayBeganAt, at: now + 3_600_000 })), { type: 'hinted.minor', flirting: false }, { type: 'hinted.minor', flirting: true },
    { type: 'named.zone', zone: 'America/Bogota' }, { type: 'unsure.zone', near: ['America/Bogota'] },
    { type: 'answered', exercise: 'zzz', answer: { text: 'zzz', verdict: 'wrong', note: null, best: null } },
    { type: 'answered.item', exercise: 'zzz', answer: { text: 'zzz', verdict: 'wrong', note: null, best: null }, settled: true, next: null, result: { level: 'A1', theta: -3, se: 1, ceiling: false } },
  ];
  return [
    ...options.map(({ id, title, asked }) => ({ by: `[${id}]`, letter: hear({ kind: 'tap', id, title }), own: true, option: asked })),
    { by: '[old]', letter: hear({ kind: 'tap', id: 'old:button', title: '' }), own: true, option: false },
    { by: '(audio)', letter: hear({ kind: 'media', media: 'audio', mediaId: '1', caption: null }), own: true, option: false },
    ...words.map((text) => ({ by: text, letter: hear({ kind: 'text', text }), own: true, option: false })),
    ...straight.map((event) => ({ by: JSON.stringify(event), letter: { kind: 'event' as const, event: { ...at, ...event } }, own: false, option: false })),
    ...Object.entries(session.timers).map(([id, { gen }]) => ({ by: `timer ${id}`, letter: { kind: 'timer' as const, id, gen }, own: false, option: false })),
    ...Object.entries(session.jobs).flatMap(([id, { gen }]) => [
      { by: `${id} done`, letter: { kind: 'done' as const, id, gen, output: id === 'pickScene' ? { scenes: [scene] } : id === 'drawItems' ? drawn(context) : { topic, exercises: exercises.slice(0, 2) } }, own: false, option: false },
      { by: `${id} empty`, letter: { kind: 'done' as const, id, gen, output: { topic: '', exercises: [], items: [], seed: 0, next: null, scenes: [] } }, own: false, option: false },
      { by: `${id} failed`, letter: { kind: 'failed' as const, id, gen, error: 'x' }, own: false, option: false },
    ]),
  ];
}

/** Every place that can be reached, by its key, with every way out of it. Sessions are frozen and thawed at each step. */
export function walk(): Map<string, Place> {
  const places = new Map<string, Place>();
  const queue: Session[] = [];
  const arrive = (stepped: Stepped): string => {
    const session = JSON.parse(JSON.stringify(stepped.session)) as Session;
    const key = keyOf(session);
    if (!places.has(key)) {
      places.set(key, { key, session, ways: [] });
      queue.push(session);
    }
    return key;
  };
  const go = (): void => {
    for (let session = queue.shift(); session !== undefined; session = queue.shift()) {
      const from = keyOf(session);
      for (const choice of choices(session)) {
        const stepped = step(session, choice.letter, now, chart)!;
        places.get(from)!.ways.push({ ...choice, from, to: arrive(stepped), stepped });
      }
      if (places.size > 5_000) throw new Error('The walk does not end: something that grows is in the key');
    }
  };
  for (const zoneSettled of [false, true]) arrive(begin(chart, { ...learner, zoneSettled }, now));
  go();
  for (const { session } of places.values()) {
    const broken = { ...session, temp_data: { ...session.temp_data, streak: brokenStreak } };
    const seasoned = { ...session, temp_data: { ...session.temp_data, lessonsFinished: manyLessons } };
    for (const other of [broken, seasoned]) if (contextOf(session).onboarded && keyOf(other) !== keyOf(session)) arrive({ session: other, effects: [], handled: true });
  }
  go();
  return places;
}

interface Declared {
  source: { id: string };
  eventType: string;
  toJSON?: unknown;
}

/** The states that nobody rests in: left as soon as they are entered. */
export function passing(): string[] {
  const found: string[] = [];
  const visit = (node: { path: string[]; type: string; always?: { guard?: unknown }[]; states: Record<string, never> }): void => {
    if (node.type === 'history' || node.always?.some(({ guard }) => guard === undefined)) found.push(node.path.join('.'));
    Object.values(node.states).forEach(visit);
  };
  visit(chart.machine.root as never);
  return found;
}

/** The transitions that are declared, and those that the ways of a walk take, each as text. */
export function transitionsOf(places: ReadonlyMap<string, Place>): { declared: string[]; driven: Set<string> } {
  const names = new Map<unknown, string>();
  const visit = (node: { id: string; transitions: Map<string, Declared[]>; always?: Declared[]; states: Record<string, never> }): void => {
    for (const [event, list] of node.transitions) list.forEach((transition, i) => names.set(transition, `${node.id} ${event} #${i}`));
    node.always?.forEach((transition, i) => names.set(transition, `${node.id} always #${i}`));
    Object.values(node.states).forEach(visit);
  };
  visit(chart.machine.root as never);
  const driven = new Set<string>();
  for (const { session, ways } of places.values()) {
    for (const { letter } of ways) {
      const event = letter.kind === 'event' ? letter.event
        : letter.kind === 'timer' ? { type: `xstate.after.${letter.id}`, at: now }
          : letter.kind === 'done' ? { type: `xstate.done.actor.${letter.id}`, output: letter.output, at: now }
            : { type: `xstate.error.actor.${letter.id}`, error: letter.error, at: now };
      const actor = createActor(chart.machine, {
        input: {}, clock: new SimulatedClock(),
        snapshot: chart.machine.getPersistedSnapshot(restore(chart, session) as never),
        inspect: (seen: { type: string }) => {
          if (seen.type !== '@xstate.microstep') return;
          for (const transition of (seen as unknown as { _transitions: Declared[] })._transitions) driven.add(names.get(transition) ?? '');
        },
      } as never);
      actor.start();
      actor.send(event as never);
      actor.stop();
    }
  }
  return { declared: [...names.values()], driven };
}
