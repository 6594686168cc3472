// Error identification: a sentence with a mistake in it, and the same sentence put right.
import { blanks, commonFaults, sameAnswer } from './faults.ts';
import { mistake } from './hints.ts';
import { typedQuestion } from './typed-question.ts';
import type { ExerciseContent, ExerciseType } from './exercise-type.ts';

/** "Yo estoy profesor." is a whole exercise. */
const limits = { input: { least: 8, most: 1000 }, expected: { least: 3, most: 500 } };

function words(text: string): string[] {
  return text.normalize('NFC').toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
}

function rules(row: ExerciseContent): string[] {
  const faults = commonFaults(row, limits);
  if (blanks(row.input).length > 0) faults.push('exercise_input has a blank: show the whole sentence with its error');
  const given = new Set(words(row.input));
  for (const form of [row.expected, ...row.accepted]) {
    // Accents and commas may be the error, so only the very same text counts as unchanged.
    if (form === row.input || (sameAnswer(form, row.input) && form.toLowerCase() === row.input.toLowerCase())) {
      faults.push(`"${form}" is the sentence as given: nothing was corrected`);
    }
    // A correction keeps something of the sentence; otherwise it answers another exercise.
    if (!words(form).some((word) => given.has(word))) {
      faults.push(`"${form}" shares no word with exercise_input: it is not that sentence corrected`);
    }
  }
  return faults;
}

export const errorIdentification: ExerciseType = {
  name: 'error_identification',
  limits,
  rules,
  question: typedQuestion,
  hints: (question, _why, language) => mistake(question, language),
};
