// What happened to one simulated learner: messages, lessons, answers, reminders, and everything that should not have been.
import type { Bubble } from './graph.ts';
import type { View } from './conduct.ts';
import type { Written } from './writing.ts';

/** A lesson as the learner saw it. Instants are ms since the epoch. */
export interface Lesson {
  begunAt: number;
  finishedAt: number | null;
  exercises: number;
  /** Bubbles from the first exercise to the summary. */
  bubbles: number;
  /** Bubbles that answered something other than an answer: a hint, thanks, coming back after a break. */
  asides: number;
  /** Answers, right or wrong: a lesson that was only skipped is none. */
  answered: number;
}

/** One answer: what was meant, how likely it was right, and what the grader said. */
export interface Answered {
  exercise: string;
  /** The question and its right answer. */
  asked: string;
  at: number;
  sort: 'right' | 'slip' | 'wrong';
  text: string;
  /** How likely it was to be right: true recall and guessing. */
  chance: number;
  /** The exercise had been seen before. */
  seen: boolean;
  /** The product had it due for review; then how likely it believed it to be known, otherwise null. */
  believed: number | null;
  /** Null when it was not taken for an answer. */
  verdict: string | null;
}

/** A role-play as the learner played it. */
export interface PlayedScene {
  id: string;
  /** ms since the epoch */
  begunAt: number;
  /** Null while it is open. */
  outcome: string | null;
  turns: number;
}

export interface Diary {
  written: number;
  /** Bubbles that reached the phone. */
  heard: number;
  strays: number;
  lessons: Lesson[];
  scenes: PlayedScene[];
  /** Replies in scenes: what each was meant as, and whether the partner took it for an answer. */
  lines: { sort: NonNullable<Written['line']>['sort']; understood: boolean; about: string }[];
  /** When they asked for a broken streak back, ms since the epoch. */
  repairs: number[];
  /** What the product said of their streak, and what it is by the whole history. */
  streaks: { at: number; told: string; days: number; right: boolean }[];
  answers: Answered[];
  /** What came without having been asked for, and which kind of reminder it was. */
  unasked: { at: number; text: string; template: string | null; kind: string }[];
  stoppedAt: number | null;
  level: string | null;
  /** When they wrote last; free words may come for 24 hours. */
  wroteAt: number | null;
  onboardedAt: number | null;
  /** The level that the placement test found, and after how many questions. */
  placed: { level: string; questions: number } | null;
  faults: { what: FaultName; at: number; about: string }[];
  /** The last lines of the chat, for faults. */
  chat: string[];
}

export type FaultName = 'no reply' | 'doubled reply' | 'stuck' | 'asked something else than the open exercise' | 'outside the window' | 'after STOP' | SceneFaultName;
/** What must not happen in a role-play. */
export const sceneFaultNames = ['a scene that does not count a reply', 'a right reply in a scene that was not understood', 'a wrong reply in a scene that was taken', 'a request in a scene that was not turned down', 'a place in a scene that was lost', 'a scene that does not end', 'asked something else than the open beat'] as const;
export type SceneFaultName = (typeof sceneFaultNames)[number];

export const emptyDiary = (): Diary => ({
  written: 0, heard: 0, strays: 0, lessons: [], scenes: [], lines: [], repairs: [], streaks: [], answers: [], unasked: [], stoppedAt: null, level: null, wroteAt: null, onboardedAt: null, placed: null, faults: [], chat: [],
});

const linesKept = 14;
const dayMs = 86_400_000;

function note(diary: Diary, line: string): void {
  diary.chat.push(line.length > 400 ? `${line.slice(0, 400)} …` : line);
  if (diary.chat.length > linesKept) diary.chat.shift();
}

/** Something is wrong; the chat so far goes with it. */
export function fault(diary: Diary, what: FaultName, at: number): void {
  diary.faults.push({ what, at, about: diary.chat.join('\n') });
}

export function noteWritten(diary: Diary, written: Written, at: number): void {
  diary.written += 1;
  diary.wroteAt = at;
  if (written.kind === 'stray') diary.strays += 1;
  if (written.shown === 'STOP') diary.stoppedAt = at;
  note(diary, `> ${written.shown}`);
}

/** A bubble came. `asked`: it answers a message. */
export function noteHeard(diary: Diary, bubble: Bubble, at: number, asked: boolean): void {
  diary.heard += 1;
  note(diary, [`< ${bubble.template === null ? bubble.text : `(template ${bubble.template})`}`, ...bubble.options.map(({ title }) => `[${title}]`)].join(' '));
  if (asked) return;
  diary.unasked.push({ at, text: bubble.text, template: bubble.template, kind: '' });
  if (diary.stoppedAt !== null) fault(diary, 'after STOP', at);
  if (bubble.template === null && (diary.wroteAt === null || at - diary.wroteAt > dayMs)) fault(diary, 'outside the window', at);
}

/** After the replies to a message: keeps the books of lessons and answers. @param before the view that was answered */
export function noteOutcome(diary: Diary, written: Written, before: View, after: View, replies: number, at: number, details: { chance: number; seen: boolean; believed: number | null }): void {
  const lesson = after.context?.lesson ?? null;
  diary.level = after.context?.profile.level ?? diary.level;
  if (after.context?.onboarded === true) diary.onboardedAt ??= at;
  if (after.flow === 'placement' && after.step === 'result' && diary.level !== null) diary.placed ??= { level: diary.level, questions: before.context?.placement?.answers.length ?? 0 };
  let open = diary.lessons.at(-1);
  const moved = after.context?.lesson?.index !== before.context?.lesson?.index;
  if (open?.finishedAt === null) {
    open.bubbles += replies;
    if (written.kind !== 'answer' || !moved) open.asides += replies;
  }
  if (written.tapped?.endsWith(':repair')) diary.repairs.push(at);
  if (written.answer) {
    if (open && moved) open.answered += 1;
    diary.answers.push({ ...written.answer, ...details, at, verdict: moved ? (lesson?.last?.verdict ?? null) : null });
  }
  if (!lesson) return;
  const begun = open && open.finishedAt === null && before.context?.lesson?.begunAt === lesson.begunAt;
  if (!begun && lesson.begunAt !== before.context?.lesson?.begunAt) {
    open = { begunAt: at, finishedAt: null, exercises: lesson.exercises.length, bubbles: replies, asides: 0, answered: 0 };
    diary.lessons.push(open);
  }
  if (open?.finishedAt === null && lesson.index >= lesson.exercises.length) open.finishedAt = at;
}
