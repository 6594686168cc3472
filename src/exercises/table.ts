// All exercise types by the label they have in the database.
import { errorIdentification } from './error-identification.ts';
import { fillBlank } from './fill-blank.ts';
import { multipleChoice } from './multiple-choice.ts';
import { openResponse } from './open-response.ts';
import { roleplay } from './roleplay.ts';
import { translation } from './translation.ts';
import type { ExerciseType } from './exercise-type.ts';

export const exerciseTypes = {
  multiple_choice: multipleChoice,
  fill_blank: fillBlank,
  roleplay,
  open_response: openResponse,
  translation,
  error_identification: errorIdentification,
} satisfies Record<string, ExerciseType>;

export type ExerciseTypeName = keyof typeof exerciseTypes;
