// Multiple choice: a sentence or question followed by numbered options, exactly one of which is right.
import { blanks, commonFaults, sameAnswer, withBlankFilled } from './faults.ts';
import { howShown, mostOptions, mostOptionText, readOptions } from './options.ts';
import { beginning, reason } from './hints.ts';
import type { ExerciseContent, ExerciseType, Option } from './exercise-type.ts';

/** "1" is a legal answer, and a short sentence with two short options is a legal question. */
const limits = { input: { least: 15, most: 1000 }, expected: { least: 1, most: 500 } };

/** The options that `expected` names: by number, by their text, or by the whole sentence with the blank filled in. */
function named(expected: string, stem: string, options: readonly Option[]): Option[] {
  return options.filter((option) =>
    option.id === expected.trim()
    || sameAnswer(option.text, expected)
    || (blanks(stem).length === 1 && sameAnswer(withBlankFilled(stem, option.text), expected)));
}

function rules(row: ExerciseContent): string[] {
  const faults = commonFaults(row, limits);
  const { stem, options } = readOptions(row.input);
  if (stem === '') faults.push('exercise_input has no question before its options');
  if (blanks(stem).length > 1) faults.push('exercise_input has more than one blank before its options');
  if (options.length < 2 || options.length > mostOptions) {
    faults.push(`exercise_input must have 2 to ${mostOptions} options written [1] … [2] …, it has ${options.length}`);
  }
  if (options.some((option, index) => option.id !== String(index + 1))) {
    faults.push('the options of exercise_input must be numbered [1], [2], [3], … in order');
  }
  for (const [index, option] of options.entries()) {
    if (option.text === '') faults.push(`option ${option.id} is empty`);
    if ([...option.text].length > mostOptionText) {
      faults.push(`option ${option.id} is longer than the ${mostOptionText} characters that WhatsApp shows`);
    }
    const twin = options.slice(0, index).find((earlier) => sameAnswer(earlier.text, option.text));
    if (twin) faults.push(`options ${twin.id} and ${option.id} are the same`);
  }
  const right = named(row.expected, stem, options);
  if (right.length === 0) faults.push(`expected_output "${row.expected}" is none of the options`);
  if (right.length > 1) {
    faults.push(`expected_output "${row.expected}" fits options ${right.map((option) => option.id).join(' and ')}`);
  }
  for (const form of row.accepted) {
    const other = named(form, stem, options).find((option) => option !== right[0]);
    if (other) faults.push(`accepted form "${form}" makes option ${other.id} right as well`);
  }
  return faults;
}

export const multipleChoice: ExerciseType = {
  name: 'multiple_choice',
  limits,
  rules,
  question(row) {
    const { stem, options } = readOptions(row.input);
    const right = named(row.expected, stem, options)[0];
    if (!right) throw new Error(`expected_output "${row.expected}" is none of the options`);
    const accepted = [...new Set([right.id, right.text, ...row.accepted])];
    return { stem, options, shownAs: howShown(options), answer: right.text, accepted };
  },
  hints(question, why) {
    const wrong = (question.options ?? []).filter(({ text }) => text !== question.answer);
    const told = reason(question, why) ?? beginning(question.answer, 0.5);
    // Of two options, naming the wrong one would be the answer.
    return wrong.length > 1 ? [{ kind: 'not', text: wrong.at(-1)!.text }, told] : [told, told];
  },
};
