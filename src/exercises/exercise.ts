// One exercise: as a row of the database, as an item of a curriculum file, and as a lesson holds it.
import { z } from 'zod';
import { exerciseTypes } from './table.ts';
import type { ExerciseContent, Question } from './exercise-type.ts';
import type { ExerciseTypeName } from './table.ts';

/** The levels of the Common European Framework of Reference for Languages, lowest first. */
export const levels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export type Level = (typeof levels)[number];

export const topicCategories = ['travel', 'business', 'social', 'grammar'] as const;

/** One row of `exercises` with its topic and its notes beside it. Languages are ISO 639-1 codes. */
export type ExerciseRow = ExerciseContent & {
  id: string;
  topicSlug: string;
  topicNames: { en: string; es: string };
  level: Level;
  type: ExerciseTypeName;
  sourceLanguage: string;
  targetLanguage: string;
};

/** An exercise ready to be asked: its row with the input already taken apart. */
export type Exercise = Pick<
  ExerciseRow,
  'id' | 'topicSlug' | 'topicNames' | 'level' | 'type' | 'sourceLanguage' | 'targetLanguage' | 'introduction'
  | 'theory' | 'why'
> & { question: Question };

/** Reads a row. Throws when its input and expected output do not belong together. */
export function readExercise(row: ExerciseRow): Exercise {
  const { input: _input, expected: _expected, accepted: _accepted, ...rest } = row;
  return { ...rest, question: exerciseTypes[row.type].question(row) };
}

const typeNames = Object.keys(exerciseTypes) as [ExerciseTypeName, ...ExerciseTypeName[]];

export const typeNameSchema = z.enum(typeNames);
export const languageSchema = z.string().regex(/^[a-z]{2}$/u, 'a language is a two-letter ISO 639-1 code');

/** One exercise as an author writes it in a curriculum file. */
export const curriculumItem = z.strictObject({
  type: typeNameSchema,
  input: z.string(),
  expected: z.string(),
  /** Further right answers. */
  accepted: z.array(z.string()).default([]),
  /** Answers that learners really give and that must be graded wrong; never shown, only checked. */
  wrong: z.array(z.string()).default([]),
  why: z.string().min(1),
  /** Only where this exercise needs other instructions than the rest of its type in the file. */
  introduction: z.string().optional(),
});
export type CurriculumItem = z.infer<typeof curriculumItem>;
