// The lesson's guards and assignments: pure functions, called by name from the flow.
import type { AnyEvent, Assign, Guard } from './names.ts';
import type { Context, LessonInHand } from './vocabulary.ts';

interface Picked {
  topic: string;
  exercises: string[];
}

const pickedIn = (event: AnyEvent): Picked | null => ('output' in event ? (event.output as Picked | null) : null);

/** The exercise that is open in a lesson, or null when it is over. */
export function openExercise(lesson: LessonInHand | null): string | null {
  return lesson?.exercises[lesson.index] ?? null;
}

const isOpenAnswer: Guard = ({ lesson }, event) => event.type === 'answered' && event.exercise === openExercise(lesson);

export const lessonGuards = {
  hasOpenLesson: ({ lesson }) => openExercise(lesson) !== null,
  foundExercises: (_context, event) => (pickedIn(event)?.exercises.length ?? 0) > 0,
  isOpenAnswer,
  isLastAnswer: (context, event, params) => isOpenAnswer(context, event, params) && context.lesson!.index + 1 === context.lesson!.exercises.length,
} satisfies Record<string, Guard>;

export const lessonAssigns = {
  beginLesson: (_context, event) => {
    const { topic, exercises } = pickedIn(event)!;
    return { lesson: { topic, exercises, index: 0, correct: 0, almost: 0, missed: [], begunAt: event.at, askedAt: event.at, last: null } };
  },
  dropLesson: () => ({ lesson: null }),
  askExercise: ({ lesson }, event) => (lesson === null ? {} : { lesson: { ...lesson, askedAt: event.at } }),
  markAnswer: ({ lesson }, event) => {
    if (lesson === null || event.type !== 'answered') return {};
    const { answer, exercise } = event;
    return {
      lesson: {
        ...lesson,
        index: lesson.index + 1,
        correct: lesson.correct + (answer.verdict === 'correct' ? 1 : 0),
        almost: lesson.almost + (answer.verdict === 'almost' ? 1 : 0),
        missed: answer.verdict === 'wrong' ? [...lesson.missed, exercise] : lesson.missed,
        last: { ...answer, exercise, tookMs: Math.max(0, event.at - lesson.askedAt) },
      },
    };
  },
  finishLesson: ({ lessonsFinished }: Context) => ({ lessonsFinished: lessonsFinished + 1 }),
} satisfies Record<string, Assign>;
