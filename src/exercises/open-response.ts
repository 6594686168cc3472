// Open response: a question about the learner's own life, with one model answer.
import { blanks, commonFaults, sameAnswer } from './faults.ts';
import { beginning } from './hints.ts';
import { typedQuestion } from './typed-question.ts';
import type { ExerciseContent, ExerciseType } from './exercise-type.ts';

const limits = { input: { least: 10, most: 1000 }, expected: { least: 3, most: 500 } };

function rules(row: ExerciseContent): string[] {
  const faults = commonFaults(row, limits);
  // Also the question marks of Greek, Arabic and full-width scripts.
  if (!/[?;？؟]/u.test(row.input)) faults.push('exercise_input must ask a question');
  if (blanks(row.input).length > 0) faults.push('exercise_input has a blank: that is a fill_blank');
  if (sameAnswer(row.expected, row.input)) faults.push('expected_output repeats the question instead of answering it');
  return faults;
}

export const openResponse: ExerciseType = {
  name: 'open_response',
  limits,
  rules,
  question: typedQuestion,
  hints: ({ answer }) => [beginning(answer, 0.25), beginning(answer, 0.5)],
};
