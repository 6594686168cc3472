// The words every flow shares: what a learner's machine remembers (Context), what it hears (ConversationEvent), what it may ask of the world (EffectName) and how a flow is written down (Flow).

export const interfaceLanguages = ['es', 'pt', 'en', 'fr'] as const;
/** A language Charla explains in. ISO 639-1. */
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

export const targetLanguages = ['en', 'fr', 'es'] as const;
/** A language Charla teaches. ISO 639-1. */
export type TargetLanguage = (typeof targetLanguages)[number];

export const levels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export type Level = (typeof levels)[number];

export const personas = ['funny', 'strict', 'flirty'] as const;
export type Persona = (typeof personas)[number];

/** What onboarding learns; `null` means not known yet. */
export interface Profile {
  name: string | null;
  nativeLanguage: InterfaceLanguage;
  targetLanguage: TargetLanguage | null;
  goal: 'travel' | 'work' | 'chat' | null;
  birthYear: number | null;
  persona: Persona;
  /** IANA zone; a guess until `zoneSettled`. */
  zone: string;
  zoneSettled: boolean;
  /** `HH:MM` local; `null` while unknown or when the learner wants no reminder. */
  dailyTime: string | null;
  /** “Same time as today”: the reminder moves with the last lesson, 23.5 hours after it. */
  followsLesson: boolean;
  level: Level | null;
  /** ISO 3166 alpha-2, from the number; `null` when WhatsApp left the number out. */
  country: string | null;
  /** Zones the learner may be in, most likely first; offered when `zoneSettled` is false. */
  zoneChoices: string[];
  /** Something they said suggests that they are under 18. Never unset in a chat: a person corrects it. */
  minor: boolean;
}

/** The grader's word on one answer (see src/grading). */
export interface Graded {
  text: string;
  verdict: 'correct' | 'almost' | 'wrong';
  note: string | null;
  best: string | null;
  /** The answer against `best`, word by word; null when nothing differs. */
  diff?: readonly DiffPart[] | null;
  /** Characters that had to be read to answer. */
  asked?: number;
}

/** A run of words of the right form; `was` is what the answer had there, an `extra` run is the answer's own. */
export interface DiffPart {
  kind: 'same' | 'missing' | 'extra' | 'changed';
  text: string;
  was?: string;
}

/** A lesson in hand: exercise ids in order, and how it is going. */
export interface LessonInHand {
  topic: string;
  exercises: string[];
  /** 0 <= index <= exercises.length */
  index: number;
  correct: number;
  almost: number;
  /** Ids answered wrong at least once, in order. */
  missed: string[];
  /** Ids that were skipped: they count neither way. */
  skipped: string[];
  /** Answers that the grader could not settle and did not give credit for: they count neither way. */
  unsettled: number;
  /** Hints given for the open exercise. */
  hints: number;
  /** A whole sentence was asked for after a word or two, once per exercise. */
  urged: boolean;
  /** Ids before which a topic's theory goes, until it has been said. */
  introduces: string[];
  /** What is left after this lesson: reviews that are due, and exercises of its topic that are new. */
  ahead: { reviews: number; fresh: number };
  begunAt: number;
  /** When the open exercise was put to the learner, ms since the epoch. */
  askedAt: number;
  last: (Graded & { exercise: string; tookMs: number; hints: number; reported?: boolean }) | null;
}

/**
 * A streak as of its last counted day: what is kept between evaluations. Made by src/learning/streaks.ts and by nothing
 * else; dates are the learner's own, `YYYY-MM-DD`, instants ISO 8601.
 */
export interface StreakState {
  /** Counted days in a row up to `lastDate`; 0 before the first lesson and after a settled break. */
  days: number;
  /** The longest streak so far. */
  best: number;
  /** Freezes held as of `lastDate`; those that missed days will use are taken off when the learner is back. */
  freezes: number;
  /** Local dates counted in all; every seventh earns a freeze. */
  counted: number;
  /** The last local date that was counted or repaired. */
  lastDate: string | null;
  /** When the learner's last lesson was finished, or the last repair made. */
  lastAt: string | null;
  /** The last streak that broke, until it is repaired. */
  lost: { days: number; at: string } | null;
  repairedAt: string | null;
}

/** What the last finished lesson did to the streak. */
export interface StreakGrowth {
  before: number;
  days: number;
  /** Missed days that freezes covered. */
  covered: number;
  /** A freeze was earned. */
  earned: boolean;
  /** Days of an earlier streak that a repair would bring back now; 0 when there is nothing to repair, or it was told. */
  repairable: number;
}

/** A question of the placement test, on the logit scale (see src/learning/placement.ts); `id` is its exercise's. */
export interface PlacementItem {
  id: string;
  a: number;
  b: number;
  c: number;
  area: 'grammar' | 'vocabulary' | 'use';
}

/** What a test has found out. `theta` and `se` in logits. */
export interface PlacementResult {
  level: Level;
  theta: number;
  se: number;
  /** The answers speak for more than the questions can tell. */
  ceiling: boolean;
}

/** A placement test in hand; it stays, so that a learner may go on with it a week later. */
export interface PlacementInHand {
  /** The learner's own bank, drawn once, so that a test does not change under way. */
  items: PlacementItem[];
  /** Decides what is left to chance. */
  seed: number;
  /** The exercise that is asked; null when the test is over. */
  open: string | null;
  answers: { id: string; correct: boolean }[];
  /** What the answers so far speak for; null before the first. */
  result: PlacementResult | null;
  begunAt: number;
  /** When the open question was put to the learner, ms since the epoch. */
  askedAt: number;
  last: (Graded & { exercise: string; tookMs: number }) | null;
}

/** A scene on offer: its id, its first beat, and the most replies it takes. */
export interface SceneOffer {
  id: string;
  first: string;
  turns: number;
}

/** What was written in a scene, how it is said, and which of the scene's known slips it is; -1 for none of them. */
export interface SceneCorrection {
  said: string;
  right: string;
  slip: number;
}

/** What a reply in a scene comes to. `branch` and `to` are those of the model answer when it was not understood; a `to` of null ends the scene. */
export interface SceneReply {
  kind: 'understood' | 'missed' | 'off_topic' | 'hint' | 'skip';
  reason: 'unknown' | 'other_language' | 'long' | null;
  branch: string;
  to: string | null;
  better: SceneCorrection[];
}

/** A role-play in hand: where in its scene, and how it is going. */
export interface SceneInHand {
  id: string;
  /** The open beat; null when the scene is over. */
  beat: string | null;
  /** Replies so far, and the most there may be. */
  turns: number;
  most: number;
  /** Replies to the open beat that were not understood, calls for help included. */
  misses: number;
  /** A request that belongs elsewhere was turned down. */
  redirected: boolean;
  /** The beats that are over, the way taken, and whether it was the learner's own doing. */
  said: { beat: string; branch: string; own: boolean }[];
  /** At most three. */
  corrections: SceneCorrection[];
  last: { kind: SceneReply['kind'] | 'moved'; reason: SceneReply['reason']; beat: string; branch: string } | null;
  outcome: 'end' | 'turns' | 'off_topic' | null;
  begunAt: number;
}

export interface Context {
  userId: string;
  profile: Profile;
  onboarded: boolean;
  lesson: LessonInHand | null;
  lessonsFinished: number;
  streak: StreakState;
  /** null when the last lesson's date had counted already */
  streakGrew: StreakGrowth | null;
  /** Where the learner's clock has been since before the last counted day, oldest first; the last one is `profile.zone`. */
  zoneStays: { zone: string; effectiveFrom: string }[];
  /** The exercise answered or skipped last, which is not asked again at once. */
  lastExercise: string | null;
  /** When a lesson was last finished, ms since the epoch. */
  lastLessonAt: number | null;
  /** The reminder that was said last: what about, in which wording, for which hour (`HH:MM` local), and when it was answered by “not today”. */
  reminder: { about: string; variant: string; time: string; declinedAt?: number } | null;
  /** What somebody in danger spoke of last; their help line goes by it. */
  crisis: 'self-harm' | 'violence' | null;
  scene: SceneInHand | null;
  sceneOffers: SceneOffer[];
  /** The scene begun last, which is not offered again at once. */
  lastScene: string | null;
  placement: PlacementInHand | null;
  /** When the hour of a lesson was last offered for the reminder, ms since the epoch; `open`: it is to be offered now. */
  hourOffer: { at: number; open: boolean } | null;
  /** Why the last input could not be used; words are chosen by it. */
  unclear: UnclearReason | null;
  /** Where “Seguir” leads after an aside such as help or privacy, once onboarding is done. */
  cameFrom: 'lesson' | 'roleplay' | 'placement' | 'settings' | 'idle';
}

/** What the engine knows of a learner before the first message is read. */
export interface ConversationInput {
  userId: string;
  /** The name of the WhatsApp profile. */
  name: string | null;
  /** A guess from the number's country. */
  nativeLanguage: InterfaceLanguage;
  zone: string;
  zoneSettled: boolean;
  country: string | null;
  zoneChoices: string[];
  /** Known from before, when a session was lost. */
  minor?: boolean;
}

/** Why something could not be used; each has its own words. */
export const unclearReasons = ['not-an-option', 'no-words', 'not-text', 'old-button', 'no-time', 'no-year', 'no-name', 'odd-name', 'any-name', 'no-zone', 'off-topic', 'not-an-answer', 'other-language', 'too-long', 'short', 'repeat', 'not-a-choice', 'test-hint', 'test-language', 'test-answer', 'greeting', 'thanks', 'goodbye'] as const;
export type UnclearReason = (typeof unclearReasons)[number];

/** Closed: src/conversation/read.ts maps every letter to one of these; nothing from outside chooses a type. */
export type ConversationEvent = { at: number } & (
  | { type: 'said'; text: string }
  | { type: 'chose'; option: string }
  | { type: 'answered'; answer: Graded; exercise: string }
  /** A question of the placement test. `next`: what to ask then, null when enough is known; `settled`: the grader could tell right from wrong. */
  | { type: 'answered.item'; answer: Graded; exercise: string; settled: boolean; next: string | null; result: PlacementResult }
  /** The open exercise does not exist any more. */
  | { type: 'exercise.gone' }
  | { type: 'replied'; reply: SceneReply; scene: string; beat: string }
  /** The scene in hand does not exist any more. */
  | { type: 'scene.gone' }
  /** `follows`: the hour of the last lesson, whichever that will be. */
  | { type: 'named.time'; time: string | null; follows?: boolean }
  | { type: 'named.year'; year: number }
  /** A place that we know, as its IANA zone. */
  | { type: 'named.zone'; zone: string }
  /** A place that we do not know, or one of several: the zones it may be in, at most a handful. */
  | { type: 'unsure.zone'; near: string[] }
  | { type: 'unclear'; reason: UnclearReason }
  /** A reaction, an edit, a deletion: seen, and no reason to write back. */
  | { type: 'noticed' }
  /** The open exercise: a hint, or to leave it out. */
  | { type: 'asked.hint' }
  | { type: 'asked.skip' }
  /** “My last answer should have been accepted.” */
  | { type: 'asked.report' }
  | { type: 'asked.menu' }
  | { type: 'asked.help' }
  | { type: 'asked.privacy' }
  | { type: 'asked.level' }
  | { type: 'asked.human' }
  | { type: 'asked.streak' }
  | { type: 'asked.stop' }
  | { type: 'asked.start' }
  /** “Gracias”, which ends a chat but does not break off a lesson. */
  | { type: 'thanked' }
  /** “Adiós” */
  | { type: 'took.leave' }
  | { type: 'released' }
  /** Somebody may be in danger. */
  | { type: 'in.crisis'; danger: 'self-harm' | 'violence' }
  /** Comes before the message it was heard in. `flirting`: the flirty voice was in use. */
  | { type: 'hinted.minor'; flirting: boolean }
  /** The hour has come that the learner asked to be reminded at. `dayBeganAt`: when their present date began, ms since the epoch. */
  | { type: 'reminder'; about: string; variant: string; time: string; dayBeganAt: number }
);

/** Actions that reach the world; everything else a flow names is an assignment. */
export const effectNames = ['say', 'saveProfile', 'recordConsent', 'recordAttempt', 'recordLesson', 'recordScene', 'recordStreak', 'recordReminder', 'recordMastery', 'recordDay', 'recordReport', 'recordItem', 'recordPlacement', 'silence', 'unsilence', 'callHuman', 'recordMinor'] as const;
export type EffectName = (typeof effectNames)[number];

/** Assignments that need the learner's calendar, which a machine has not: src/conversation/reckoned.ts has their functions. */
export const reckonedNames = ['countStreak', 'repairStreak', 'weighHour', 'followLessons'] as const;
export type ReckonedName = (typeof reckonedNames)[number];

/** What a resting state says about itself, in `meta`; inherited from its parents, the deepest wins. */
export interface StateMeta {
  /** The copy key of the question that is open here; said on entry, and the options a typed word is matched with. */
  prompt?: string;
  /** Copy keys of prompts that are no longer open but whose buttons still mean the same here. */
  accepts?: readonly string[];
  /** How free text is read here. */
  reads?: 'option' | 'text' | 'answer' | 'line' | 'item' | 'time' | 'year' | 'zone' | 'place' | 'nothing';
  /** Several messages at once: `each` its own turn, `merge` into one input, `hold` until the state moves on. */
  burst?: 'each' | 'merge' | 'hold';
  /** `joined`: turns taken together leave as one bubble (the default); `separate`: a bubble each. */
  replies?: 'joined' | 'separate';
  /** On a flow: where a session goes whose state no longer exists. */
  safe?: string;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type ActionRef = string | { readonly type: string; readonly params?: { readonly [key: string]: Json } };
export type GuardRef = string | { readonly type: string; readonly params?: { readonly [key: string]: Json } };
type Actions = ActionRef | readonly ActionRef[];
export type TransitionTo = string | { readonly target?: string; readonly guard?: GuardRef; readonly actions?: Actions; readonly reenter?: boolean; readonly description?: string };
type Transitions = TransitionTo | readonly TransitionTo[];

/** A flow as data: JSON through and through, names only, so that it can be drawn, diffed and opened in Stately's tools. */
export interface Flow {
  readonly id?: string;
  readonly description?: string;
  readonly type?: 'parallel' | 'final' | 'history' | 'compound' | 'atomic';
  readonly history?: 'shallow' | 'deep';
  readonly target?: string;
  readonly initial?: string;
  readonly entry?: Actions;
  readonly exit?: Actions;
  readonly on?: { readonly [E in ConversationEvent['type']]?: Transitions };
  readonly always?: Transitions;
  readonly after?: { readonly [delay: string]: Transitions };
  readonly invoke?: { readonly id: string; readonly src: string; readonly onDone: Transitions; readonly onError: Transitions };
  readonly onDone?: Transitions;
  readonly states?: { readonly [name: string]: Flow };
  readonly meta?: StateMeta;
  readonly tags?: readonly string[];
}
