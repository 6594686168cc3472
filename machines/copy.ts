// How copy is written down: lines, prompts with their buttons or list, the facts they may speak of, and where each flow's words are.
import type { Context, InterfaceLanguage, Persona, StreakGrowth } from './vocabulary.ts';
import { asidesEn } from './asides.copy.en.ts';
import { asidesEs } from './asides.copy.es.ts';
import { asidesFr } from './asides.copy.fr.ts';
import { asidesPt } from './asides.copy.pt.ts';
import { conversationEn } from './conversation.copy.en.ts';
import { conversationEs } from './conversation.copy.es.ts';
import { conversationFr } from './conversation.copy.fr.ts';
import { conversationPt } from './conversation.copy.pt.ts';
import { crisisEn } from './crisis.copy.en.ts';
import { crisisEs } from './crisis.copy.es.ts';
import { crisisFr } from './crisis.copy.fr.ts';
import { crisisPt } from './crisis.copy.pt.ts';
import { lessonEn } from './lesson.copy.en.ts';
import { lessonEs } from './lesson.copy.es.ts';
import { lessonFr } from './lesson.copy.fr.ts';
import { lessonPt } from './lesson.copy.pt.ts';
import { onboardingEn } from './onboarding.copy.en.ts';
import { onboardingEs } from './onboarding.copy.es.ts';
import { onboardingFr } from './onboarding.copy.fr.ts';
import { onboardingPt } from './onboarding.copy.pt.ts';
import { placementEn } from './placement.copy.en.ts';
import { placementEs } from './placement.copy.es.ts';
import { placementFr } from './placement.copy.fr.ts';
import { placementPt } from './placement.copy.pt.ts';
import { reminderEn } from './reminder.copy.en.ts';
import { reminderEs } from './reminder.copy.es.ts';
import { reminderFr } from './reminder.copy.fr.ts';
import { reminderPt } from './reminder.copy.pt.ts';
import { streakEn } from './streak.copy.en.ts';
import { streakEs } from './streak.copy.es.ts';
import { streakFr } from './streak.copy.fr.ts';
import { streakPt } from './streak.copy.pt.ts';
import { roleplayEn } from './roleplay.copy.en.ts';
import { roleplayEs } from './roleplay.copy.es.ts';
import { roleplayFr } from './roleplay.copy.fr.ts';
import { roleplayPt } from './roleplay.copy.pt.ts';

/** What a line may know of an exercise. Texts that explain are in the exercise's source language. */
export interface ExerciseFacts {
  id: string;
  type: string;
  /** The topic's name in the learner's language; empty where it has none. */
  topic: string;
  /** The beginning of the theory, short enough for a bubble. */
  theory: string;
  /** What the learner is to do, in a sentence or two. */
  introduction: string;
  stem: string;
  options: readonly { id: string; text: string }[];
  shownAs: 'buttons' | 'list' | 'typed';
  /** The one right form to show. */
  answer: string;
  why: string | null;
  /** A light hint and a stronger one. */
  hints: readonly [Hint, Hint];
  /** Of a sentence with a mistake: the words that are wrong and those that belong there; either may be empty. */
  mistake: { was: string; now: string } | null;
}

/** How the learner's streak stands. */
export interface StreakFacts {
  /** `open` and `frozen` still want a lesson today; `frozen` has missed days behind it that freezes cover. */
  state: 'none' | 'counted-today' | 'open' | 'frozen' | 'broken';
  days: number;
  best: number;
  /** Freezes left. */
  freezes: number;
  /** Missed days that freezes cover at present. */
  frozen: number;
  /** Days that a repair would bring back now; 0 when there is nothing to repair. */
  repairable: number;
  /** Whole hours that the repair stays possible. */
  repairHours: number;
  /** What the last finished lesson did; null when its date had counted already. */
  grew: (StreakGrowth & { milestone: number | null }) | null;
}

/** What a learner is told who asks for help; see src/exercises/exercise-type.ts. */
export type Hint =
  | { kind: 'letters'; first: string; letters: number }
  | { kind: 'begins'; text: string; words: number }
  | { kind: 'not' | 'reason' | 'initials' | 'near' | 'word' | 'missing'; text: string };

/** What a line may know of the scene in hand. Instructions are in the learner's language, what is spoken in the other one. */
export interface SceneFacts {
  title: string;
  place: string;
  goal: string;
  /** The partner's name, and what they say now. */
  partner: string;
  line: string;
  /** What the learner is to do now, and a hint. */
  task: string;
  hint: string;
  /** An answer that would do; of the beat just left, when the partner went on without one. */
  model: string;
  /** What the learner got across by themselves, in order, as infinitives. */
  did: readonly string[];
  /** What they could have said where they did not; null when nothing is missing. */
  lacking: string | null;
  corrections: readonly { said: string; right: string; why: string | null }[];
}

/** A scene on offer. */
export interface SceneOfferFacts {
  id: string;
  title: string;
  goal: string;
}

/** Everything a line may speak of. Plain data: a line is a pure function of it. */
export interface Facts {
  context: Context;
  persona: Persona;
  /** The exercise that is open. */
  exercise: ExerciseFacts | null;
  /** The question of the placement test that is open. */
  item: ExerciseFacts | null;
  /** The exercise that was answered last. */
  lastExercise: ExerciseFacts | null;
  /** Exercises of this lesson that were answered wrong. */
  missed: readonly ExerciseFacts[];
  /** The name of the lesson's topic in the learner's language; empty where it has none. */
  topic: string;
  scene: SceneFacts | null;
  sceneOffers: readonly SceneOfferFacts[];
  /** What the clock shows in each of the learner's possible zones, `HH:MM`, and what the place is called in the learner's language. */
  localTimes: readonly { zone: string; city: string; time: string }[];
  streak: StreakFacts;
  /** The place that the learner's zone is named after, in the learner's language. */
  city: string;
  /** What the clock shows there, `HH:MM`. */
  here: string;
  /** The number of the help line for what `context.crisis` says, in the learner's country; null when we know none. */
  helpLine: string | null;
  /** Where help lines of all countries are listed. */
  helpDirectory: string;
  /** Where a person can be reached; empty when there is no such place but this chat. */
  humanContact: string;
  /** ms since the epoch */
  now: number;
}

/** One wording for everybody, or one per persona; without a flirty one the funny one is said. */
export type Line = string | { funny: string; strict: string; flirty?: string };
export type Say = Line | ((facts: Facts) => Line);

/** A title, or a title with what else a learner may type to mean it. */
export type Option = string | { title: string; description?: string; also?: readonly string[] };
/** Option id → title, in the order shown. Buttons: 3 at most, titles of 20 characters; lists: 10 rows, titles of 24, descriptions of 72. */
export type Options = Readonly<Record<string, Option>>;

/** A question that stays open: what is asked and what can be tapped. */
export interface Prompt {
  ask: Say;
  buttons?: Options | ((facts: Facts) => Options);
  list?: { open: string; rows: Options | ((facts: Facts) => Options) };
}
/** Words that only lead into the question after them: left out when that question is no longer open. */
export interface Lead {
  lead: Say;
}
export type Entry = Say | Prompt | Lead;

/** The same keys in another language: a line stays a line, a prompt a prompt, a lead a lead. */
export type SameKeys<T> = { readonly [K in keyof T]: T[K] extends { ask: unknown } ? Prompt : T[K] extends { lead: unknown } ? Lead : Say };

/** Every word that Charla says, by interface language and key. */
export const copy: Readonly<Record<InterfaceLanguage, Readonly<Record<string, Entry>>>> = {
  es: { ...asidesEs, ...conversationEs, ...crisisEs, ...onboardingEs, ...placementEs, ...lessonEs, ...roleplayEs, ...streakEs, ...reminderEs },
  pt: { ...asidesPt, ...conversationPt, ...crisisPt, ...onboardingPt, ...placementPt, ...lessonPt, ...roleplayPt, ...streakPt, ...reminderPt },
  en: { ...asidesEn, ...conversationEn, ...crisisEn, ...onboardingEn, ...placementEn, ...lessonEn, ...roleplayEn, ...streakEn, ...reminderEn },
  fr: { ...asidesFr, ...conversationFr, ...crisisFr, ...onboardingFr, ...placementFr, ...lessonFr, ...roleplayFr, ...streakFr, ...reminderFr },
};

export function isPrompt(entry: Entry): entry is Prompt {
  return typeof entry === 'object' && 'ask' in entry;
}

export function isLead(entry: Entry): entry is Lead {
  return typeof entry === 'object' && 'lead' in entry;
}
