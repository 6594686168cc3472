// How a row is read whose answer is typed: nothing is taken apart.
import type { ExerciseContent, Question } from './exercise-type.ts';

/** The input as it is, and every form that is right. */
export function typedQuestion({ input, expected, accepted }: ExerciseContent): Question {
  return { stem: input, options: null, shownAs: 'typed', answer: expected, accepted: [expected, ...accepted] };
}
