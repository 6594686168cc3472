// The job behind `pickLesson`: what is due for review first, then new material of one topic, at the learner's level and of their interest.
import { levels, type Context, type Level, type Profile } from '../../machines/vocabulary.ts';
import { pickAtHand, type Shelf } from '../exercises/shelf.ts';
import type { Actor } from '../outbox/start.ts';
import { gather } from '../store/gather.ts';
import type { Store } from '../store/postgres.ts';
import { cardIn, readCards, type CardRow } from './cards.ts';
import { mastery } from './mastery.ts';
import { openSyllabus, type Syllabus, type SyllabusExercise } from './syllabus.ts';

const usualExercises = 8;
const leastExercises = 5;
/** A lesson grows to this while more is due than fits, since what waits is forgotten. */
const mostExercises = 10;
/** So many are new while there is something new, so that a backlog never stops a learner. */
const leastNew = 2;
const reviewsLookedAt = 40;
/** What was not answered wrong rests this long, whatever its first steps of minutes say: a second lesson is not the first one again. */
const restMs = 8 * 3_600_000;

/** An exercise as a candidate, with the learner's card where there is one. */
export interface Candidate extends SyllabusExercise, Omit<CardRow, 'user_id' | 'exercise_id' | 'asked_at' | 'due'> {
  /** Null where the learner was never asked. */
  asked_at: number | null;
  due: number | null;
}

export interface Picked {
  topic: string;
  exercises: string[];
  /** Exercises before which a topic's theory goes: the first of each topic that is new to the learner. */
  introduces: string[];
  /** What is left: reviews that are due, and exercises of the topic that are new. */
  ahead: { reviews: number; fresh: number };
}

/** Recognising comes before producing. */
const ease = ['multiple_choice', 'fill_blank', 'error_identification', 'translation', 'roleplay', 'open_response'];
/** The topics' category that a learner's goal speaks of. */
const interest: Readonly<Record<NonNullable<Profile['goal']>, string>> = { travel: 'travel', work: 'business', chat: 'social' };
/** How much mastery a topic of another kind is taken to have already: grammar joins in early, the rest later. */
const handicap = { interest: 0, grammar: 0.25, other: 0.5 };

export interface Choice {
  /** Due for review, the longest due first. */
  due: readonly Candidate[];
  /** All exercises of the level that new material is taken from. */
  material: readonly Candidate[];
  goal: Profile['goal'];
  /** What was asked last; it is left out. */
  lastExercise: string | null;
  /** ms since the epoch */
  now: number;
  /** in [0, 1), breaks ties */
  random: () => number;
}

/**
 * Picks a lesson of 5 to 8 exercises, or up to 10 when more reviews wait, each once: reviews, then new exercises of the topic that interests most and is
 * mastered least, then of the next topic while the lesson is too short, then what will be due soonest. Types alternate.
 * Empty when there is nothing at all. Pure.
 */
export function pickFrom({ due, material, goal, lastExercise, now, random }: Choice): Picked {
  const others = (list: readonly Candidate[]) => list.filter(({ id }) => id !== lastExercise);
  const waiting = others(due);
  const topics = byTopic(material)
    .map((list) => ({ list, fresh: others(list).filter((c) => c.asked_at === null), rank: rank(list, goal, now), tie: random() }))
    .filter(({ fresh }) => fresh.length > 0)
    .toSorted((a, b) => a.rank - b.rank || a.tie - b.tie);
  const fresh = topics[0]?.fresh.length ?? 0;
  const size = Math.min(mostExercises, Math.max(usualExercises, waiting.length + Math.min(leastNew, fresh)));
  const reviews = waiting.slice(0, size - Math.min(leastNew, fresh));
  const added: Candidate[] = [];
  for (const topic of topics) {
    const room = size - reviews.length - added.length;
    if (topic !== topics[0] && reviews.length + added.length >= leastExercises) break;
    added.push(...mixed(topic.fresh, random).slice(0, room));
  }
  const chosen = [...apart(reviews), ...added];
  if (chosen.length < leastExercises) chosen.push(...soonest(others(material), chosen).slice(0, leastExercises - chosen.length));
  const introduces = topics.flatMap(({ list }) => (list.every((c) => c.asked_at === null) ? chosen.filter((c) => list.includes(c)).slice(0, 1) : []));
  return {
    topic: (added[0] ?? chosen[0])?.slug ?? '',
    exercises: chosen.map(({ id }) => id),
    introduces: introduces.map(({ id }) => id),
    ahead: { reviews: waiting.length - reviews.length, fresh: added.length > 0 ? Math.max(0, fresh - added.length) : 0 },
  };
}

function byTopic(material: readonly Candidate[]): Candidate[][] {
  const topics = new Map<string, Candidate[]>();
  for (const one of material) topics.set(one.slug, [...(topics.get(one.slug) ?? []), one]);
  return [...topics.values()];
}

/** Low comes first: how well a topic is mastered, and more for one that the learner did not ask for. */
function rank(list: readonly Candidate[], goal: Profile['goal'], now: number): number {
  const cards = list.flatMap((c) => (c.due === null ? [] : cardIn({ ...c, due: c.due }) ?? []));
  const { category } = list[0]!;
  const wanted = goal === null || category === interest[goal] ? 'interest' : category === 'grammar' ? 'grammar' : 'other';
  return mastery(cards, list.length, new Date(now).toISOString()) + handicap[wanted];
}

/** One of each type by turns, the easy types first. */
function mixed(list: readonly Candidate[], random: () => number): Candidate[] {
  const shuffled = list.map((c) => ({ c, tie: random() })).toSorted((a, b) => a.tie - b.tie).map(({ c }) => c);
  const turn = (c: Candidate): number => shuffled.filter(({ type }) => type === c.type).indexOf(c);
  return shuffled.toSorted((a, b) => turn(a) - turn(b) || ease.indexOf(a.type) - ease.indexOf(b.type));
}

/** The same list, but no two of one type in a row where that can be helped. */
function apart(list: readonly Candidate[]): Candidate[] {
  const left = [...list];
  const out: Candidate[] = [];
  while (left.length > 0) out.push(...left.splice(Math.max(0, left.findIndex(({ type }) => type !== out.at(-1)?.type)), 1));
  return out;
}

function soonest(material: readonly Candidate[], chosen: readonly Candidate[]): Candidate[] {
  return material.filter((c) => !chosen.includes(c) && !chosen.some(({ id }) => id === c.id)).toSorted((a, b) => (a.due ?? 0) - (b.due ?? 0));
}

/** The levels, the learner's own first, then those nearest to it, the higher one before the lower. */
export function levelsAround(level: Level): Level[] {
  const own = levels.indexOf(level);
  const distance = (one: Level) => Math.abs(levels.indexOf(one) - own);
  return levels.toSorted((a, b) => distance(a) - distance(b) || levels.indexOf(b) - levels.indexOf(a));
}

const noCard = { stability: null, difficulty: null, state: null, step: 0, reps: 0, lapses: 0, verdict: 'skipped', reviewed_at: null, asked_at: null, due: null } as const;

type Cards = ReadonlyMap<string, CardRow>;

/** What is due for review, the longest due first. Pure. @param cards the learner's, by exercise @param now ms since the epoch */
function dueFrom(syllabus: Syllabus, cards: Cards, now: number): Candidate[] {
  return [...cards.values()]
    .filter((c) => c.due <= now && (c.verdict === 'wrong' || c.asked_at <= now - restMs))
    .toSorted((a, b) => a.due - b.due)
    .flatMap((card) => {
      const exercise = syllabus.get(card.exercise_id);
      return exercise ? [{ ...exercise, ...card }] : [];
    })
    .slice(0, reviewsLookedAt);
}

/** The exercises of the level nearest the learner's with something new, no more than one away; without any, of the nearest with exercises. Pure. */
function materialFrom(syllabus: Syllabus, cards: Cards, level: Level): Candidate[] {
  let nearest: SyllabusExercise[] = [];
  for (const one of levelsAround(level)) {
    const far = Math.abs(levels.indexOf(one) - levels.indexOf(level)) > 1;
    if (far && nearest.length > 0) break;
    const exercises = [...syllabus.values()].filter((exercise) => exercise.level === one);
    if (nearest.length === 0) nearest = exercises;
    if (exercises.some(({ id }) => !cards.has(id))) {
      nearest = exercises;
      break;
    }
  }
  return nearest.map((exercise) => ({ ...exercise, ...(cards.get(exercise.id) ?? noCard) }));
}

/**
 * The job itself. Rejects when the database cannot be reached; an empty lesson means that nothing fits. Lessons picked at
 * about the same time share a statement.
 * @param shelf what cannot be had from it is not picked
 * @param clock ms since the epoch
 */
export function pickLessonActor(store: Store, shelf: Shelf, random: () => number, clock: () => number = Date.now): Actor {
  const syllabus = openSyllabus(store);
  const cardsOf = gather((userIds) => readCards(store.run, userIds));
  return {
    attempts: 3, timeoutMs: 5_000, slow: false,
    async run({ userId, context }) {
      const { profile: { nativeLanguage, targetLanguage, goal, level }, lastExercise } = context as unknown as Context;
      const now = clock();
      const [exercises, cards = new Map()] = await Promise.all([syllabus(nativeLanguage, targetLanguage), cardsOf(userId)]);
      return pickAtHand(shelf, (without) => {
        const left = without.size === 0 ? exercises : new Map([...exercises].filter(([id]) => !without.has(id)));
        return pickFrom({ due: dueFrom(left, cards, now), material: materialFrom(left, cards, level ?? 'A1'), goal, lastExercise: lastExercise ?? null, now, random });
      }, (picked) => picked.exercises);
    },
  };
}
