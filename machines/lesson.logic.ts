// The lesson's guards and assignments: pure functions, called by name from the flow.
import type { AnyEvent, Assign, Guard } from './names.ts';
import type { Context, LessonInHand } from './vocabulary.ts';

/** What the job `pickLesson` answers with; an empty lesson means that nothing fits. */
interface Picked extends Pick<LessonInHand, 'topic' | 'exercises'>, Partial<Pick<LessonInHand, 'introduces' | 'ahead'>> {}

const pickedIn = (event: AnyEvent): Picked | null => ('output' in event ? (event.output as Picked | null) : null);

/** The exercise that is open in a lesson, or null when it is over. */
export function openExercise(lesson: LessonInHand | null): string | null {
  return lesson?.exercises[lesson.index] ?? null;
}

/** A lesson of these exercises that nobody has answered yet. @param at ms since the epoch */
export function newLesson({ topic, exercises, introduces = [], ahead = { reviews: 0, fresh: 0 } }: Picked, at: number): LessonInHand {
  return { topic, exercises, introduces, ahead, index: 0, correct: 0, almost: 0, missed: [], skipped: [], unsettled: 0, hints: 0, urged: false, begunAt: at, askedAt: at, last: null };
}

const isOpenAnswer: Guard = ({ lesson }, event) => event.type === 'answered' && event.exercise === openExercise(lesson);
const isLast: Guard = ({ lesson }) => lesson !== null && lesson.index + 1 === lesson.exercises.length;

export const lessonGuards = {
  hasOpenLesson: ({ lesson }) => openExercise(lesson) !== null,
  foundExercises: (_context, event) => (pickedIn(event)?.exercises.length ?? 0) > 0,
  isOpenAnswer,
  isLastAnswer: (context, event, params) => isOpenAnswer(context, event, params) && isLast(context, event, params),
  isLast,
  isLastOfSkipped: (context, event, params) => isLast(context, event, params) && context.lesson!.skipped.length === context.lesson!.index,
} satisfies Record<string, Guard>;

/** Events after which the same exercise is asked again while its clock runs on. */
const asides: readonly string[] = ['unclear', 'thanked', 'asked.hint', 'asked.report'];

const add = (ids: readonly string[], id: string, when: boolean): string[] => (when ? [...ids, id] : [...ids]);

/** The lesson with its open exercise behind it. */
function movedOn(lesson: LessonInHand, at: number, last: Omit<NonNullable<LessonInHand['last']>, 'tookMs' | 'hints'>): Partial<Context> {
  return {
    lastExercise: last.exercise,
    lesson: { ...lesson, index: lesson.index + 1, hints: 0, urged: false, last: { ...last, hints: lesson.hints, tookMs: Math.max(0, at - lesson.askedAt) } },
  };
}

export const lessonAssigns = {
  beginLesson: (_context, event) => ({ lesson: newLesson(pickedIn(event)!, event.at) }),
  // Whoever comes back from an aside finds no lesson to go on with. The last answer of one that is over can still be reported.
  dropLesson: ({ lesson }) => ({ lesson: openExercise(lesson) === null ? lesson : null, cameFrom: 'idle' }),
  askExercise: ({ lesson }, event) => (lesson === null || asides.includes(event.type) ? {} : { lesson: { ...lesson, askedAt: event.at } }),
  noteIntroduced: ({ lesson }) => (lesson === null ? {} : { lesson: { ...lesson, introduces: lesson.introduces.filter((id) => id !== openExercise(lesson)) } }),
  noteHint: ({ lesson }) => (lesson === null ? {} : { lesson: { ...lesson, hints: lesson.hints + 1 } }),
  noteUrged: ({ lesson }) => (lesson === null ? {} : { lesson: { ...lesson, urged: true } }),
  markAnswer: ({ lesson }, event) => {
    if (lesson === null || event.type !== 'answered') return {};
    const { answer, exercise } = event;
    const unsettled = answer.verdict === 'wrong' && answer.note === 'unsure';
    return movedOn({
      ...lesson,
      correct: lesson.correct + (answer.verdict === 'correct' ? 1 : 0),
      almost: lesson.almost + (answer.verdict === 'almost' ? 1 : 0),
      unsettled: lesson.unsettled + (unsettled ? 1 : 0),
      missed: add(lesson.missed, exercise, answer.verdict === 'wrong' && !unsettled),
    }, event.at, { ...answer, exercise });
  },
  markSkip: ({ lesson }, event) => {
    const exercise = openExercise(lesson);
    if (lesson === null || exercise === null) return {};
    return movedOn({ ...lesson, skipped: [...lesson.skipped, exercise] }, event.at, { exercise, text: '', verdict: 'wrong', note: 'skipped', best: null });
  },
  markReported: ({ lesson }) => (lesson?.last ? { lesson: { ...lesson, last: { ...lesson.last, reported: true } } } : {}),
  finishLesson: ({ lessonsFinished }: Context, event) => ({ lessonsFinished: lessonsFinished + 1, lastLessonAt: event.at }),
} satisfies Record<string, Assign>;
