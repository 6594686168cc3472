// Fill in the blank: a sentence with exactly one gap, and the word or phrase that closes it.
import { blanks, commonFaults } from './faults.ts';
import { beginning, letters, reason } from './hints.ts';
import { typedQuestion } from './typed-question.ts';
import type { ExerciseContent, ExerciseType } from './exercise-type.ts';

/** A gap may want one letter ("a", "I"), and five words with a gap are a sentence. */
const limits = { input: { least: 10, most: 1000 }, expected: { least: 1, most: 500 } };

function rules(row: ExerciseContent): string[] {
  const faults = commonFaults(row, limits);
  const runs = blanks(row.input);
  if (runs.length !== 1) {
    faults.push(`exercise_input must have exactly one blank (a run of underscores), it has ${runs.length}`);
  } else if (runs[0]?.length === 1) {
    faults.push('the blank of exercise_input must be at least two underscores long, so that it can be seen');
  }
  if (!/[\p{L}\p{N}]/u.test(row.input.replaceAll('_', ''))) {
    faults.push('exercise_input has no sentence around its blank');
  }
  if (/\[\d+\]/u.test(row.input)) faults.push('exercise_input has numbered options: that is a multiple choice');
  for (const form of [row.expected, ...row.accepted]) {
    if (form.includes('_')) faults.push(`"${form}" still contains a blank`);
  }
  return faults;
}

export const fillBlank: ExerciseType = {
  name: 'fill_blank',
  limits,
  rules,
  question: typedQuestion,
  hints: (question, why) => [letters(question.answer), reason(question, why) ?? beginning(question.answer, 0.5)],
};
