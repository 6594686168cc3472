// Role-play: the partner's line in a small scene, and one fitting reply in the language being learnt.
import { blanks, commonFaults, sameAnswer } from './faults.ts';
import { beginning } from './hints.ts';
import { typedQuestion } from './typed-question.ts';
import type { ExerciseContent, ExerciseType } from './exercise-type.ts';

const limits = { input: { least: 15, most: 1000 }, expected: { least: 3, most: 500 } };

function rules(row: ExerciseContent): string[] {
  const faults = commonFaults(row, limits);
  // "Camarero: '¿Qué desea tomar?'": somebody is named and says something.
  if (!/^[^:\n]{1,60}:\s*\S/u.test(row.input)) {
    faults.push("exercise_input must begin with who speaks and what they say, as in Camarero: '¿Qué desea tomar?'");
  }
  if (blanks(row.input).length > 0) faults.push('exercise_input has a blank: that is a fill_blank');
  if (sameAnswer(row.expected, row.input)) faults.push("expected_output repeats the partner's line");
  return faults;
}

export const roleplay: ExerciseType = {
  name: 'roleplay',
  limits,
  rules,
  question: typedQuestion,
  hints: ({ answer }) => [beginning(answer, 0.25), beginning(answer, 0.5)],
};
