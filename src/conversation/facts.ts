// Gathers what a line of copy may speak of: the context at that moment, the exercises it names, and the clock.
import type { Exercise } from '../exercises/exercise.ts';
import { mistakeIn } from '../exercises/hints.ts';
import { exerciseTypes } from '../exercises/table.ts';
import { directory, helpLine } from '../learners/help-lines.ts';
import { cityName } from '../learners/city-names.ts';
import { mayFlirt } from '../../machines/adulthood.ts';
import { openExercise } from '../../machines/lesson.logic.ts';
import type { ExerciseFacts, Facts } from '../../machines/copy.ts';
import type { Context } from '../../machines/vocabulary.ts';
import { streakFacts } from './streak-facts.ts';
import { sceneFacts, sceneOfferFacts } from './scene-facts.ts';
import { theoryFrom } from './theory-from.ts';

/** What words need from outside the session. */
export interface Surroundings {
  exerciseById: (id: string) => Exercise | undefined;
  /** Where a person can be reached; empty when only here. */
  humanContact: string;
  /** ms since the epoch */
  now: number;
}

const mostTheoryWords = 60;
const mostIntroductionWords = 30;
const leastTheoryWords = 20;
const wordCount = (text: string): number => text.split(/\s+/u).filter(Boolean).length;

/**
 * The beginning of a text, in whole sentences, at most 60 words but one sentence at least: its first paragraph, and the
 * next one too where the first says little.
 */
export function theoryInShort(theory: string, mostWords = mostTheoryWords): string {
  let short = '';
  for (const paragraph of theory.trim().split(/\n\s*\n/u)) {
    if (wordCount(short) >= leastTheoryWords) break;
    short = short === '' ? short : `${short.trimEnd()}\n`;
    for (const sentence of paragraph.match(/[^\n]+?(?:[.!?…](?=\s|$)|(?=\n|$))\s*/gu) ?? []) {
      if (short !== '' && wordCount(short + sentence) > mostWords) return short.trim();
      short += sentence;
    }
  }
  return short.trim();
}

// The shelf hands out the same exercise many times a second; its facts never change.
const known = new WeakMap<Exercise, ExerciseFacts>();

function exerciseFacts(exercise: Exercise): ExerciseFacts {
  let facts = known.get(exercise);
  if (facts === undefined) known.set(exercise, facts = readFacts(exercise));
  return facts;
}

function readFacts(exercise: Exercise): ExerciseFacts {
  const { id, type, question, sourceLanguage, targetLanguage, introduction, theory, why } = exercise;
  return {
    id, type, why,
    topic: topicName(exercise, sourceLanguage),
    theory: theoryInShort(theoryFrom(theory, question.answer, why ?? '')),
    introduction: theoryInShort(introduction, mostIntroductionWords),
    hints: exerciseTypes[type].hints(question, why, targetLanguage),
    mistake: type === 'error_identification' ? mistakeIn(question.stem, question.answer, targetLanguage) : null,
    stem: question.stem,
    options: question.options ?? [],
    shownAs: question.shownAs,
    answer: question.answer,
  };
}

function topicName({ topicNames }: Exercise, language: string): string {
  return language === 'es' ? topicNames.es : language === 'en' ? topicNames.en : '';
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** `HH:MM` in a zone; an unknown zone shows UTC rather than failing a turn. */
export function timeIn(zone: string, now: number): string {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    const shown = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    try {
      clock = new Intl.DateTimeFormat('en-GB', { ...shown, timeZone: zone });
    } catch {
      clock = new Intl.DateTimeFormat('en-GB', { ...shown, timeZone: 'UTC' });
    }
    clocks.set(zone, clock);
  }
  return clock.format(now);
}

/** The facts of one moment. Computed only as far as a line looks: most say little more than a name. */
export function factsOf(context: Context, { exerciseById, humanContact, now }: Surroundings): Facts {
  const find = (id: string | null | undefined): ExerciseFacts | null => {
    const exercise = id ? exerciseById(id) : undefined;
    return exercise ? exerciseFacts(exercise) : null;
  };
  const { lesson, placement, profile } = context;
  return {
    context, humanContact, now,
    helpDirectory: directory,
    get helpLine() { return context.crisis === null ? null : helpLine(profile.country, context.crisis); },
    // Whatever was chosen once: not for who may not hear it.
    persona: profile.persona === 'flirty' && !mayFlirt(profile, now) ? 'funny' : profile.persona,
    get exercise() { return find(openExercise(lesson)); },
    get item() { return find(placement?.open); },
    get lastExercise() { return find(lesson?.last?.exercise); },
    get missed() { return (lesson?.missed ?? []).map(find).filter((exercise) => exercise !== null); },
    get topic() {
      const exercise = (lesson?.exercises ?? []).map(exerciseById).find((one) => one?.topicSlug === lesson?.topic);
      return exercise ? topicName(exercise, profile.nativeLanguage) : '';
    },
    get scene() { return sceneFacts(context); },
    get sceneOffers() { return sceneOfferFacts(context); },
    get localTimes() { return profile.zoneChoices.map((zone) => ({ zone, city: cityName(zone, profile.nativeLanguage), time: timeIn(zone, now) })); },
    get streak() { return streakFacts(context, now); },
    city: cityName(profile.zone, profile.nativeLanguage),
    get here() { return timeIn(profile.zone, now); },
  };
}
