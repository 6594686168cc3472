// Translation: a sentence in the learner's language, to be said in the language being learnt.
import { blanks, commonFaults, sameAnswer } from './faults.ts';
import { beginning, initials } from './hints.ts';
import { typedQuestion } from './typed-question.ts';
import type { ExerciseContent, ExerciseType } from './exercise-type.ts';

/** "Gracias." is worth asking, so the least length is far below the common 50. */
const limits = { input: { least: 5, most: 1000 }, expected: { least: 2, most: 500 } };

function rules(row: ExerciseContent): string[] {
  const faults = commonFaults(row, limits);
  if (blanks(row.input).length > 0) faults.push('exercise_input has a blank: a translation is a whole sentence');
  if (/\[\d+\]/u.test(row.input)) faults.push('exercise_input has numbered options: that is a multiple choice');
  for (const form of [row.expected, ...row.accepted]) {
    if (blanks(form).length > 0) faults.push(`"${form}" contains a blank`);
    if (sameAnswer(form, row.input)) faults.push(`"${form}" is the sentence itself, not its translation`);
  }
  return faults;
}

export const translation: ExerciseType = {
  name: 'translation',
  limits,
  rules,
  question: typedQuestion,
  hints: ({ answer }) => [beginning(answer, 0.25), initials(answer)],
};
