// Every exercise that a learner can meet, by its id, with right and wrong answers and how hard it is.
import { curriculumPaths, newExercise, readCurriculumFile } from '../../src/exercises/curriculum/file.ts';
import type { Option } from '../../src/exercises/exercise-type.ts';
import { levels, type Level } from '../../src/exercises/exercise.ts';
import { exerciseTypes, type ExerciseTypeName } from '../../src/exercises/table.ts';

export interface Question {
  id: string;
  type: ExerciseTypeName;
  topic: string;
  level: Level;
  stem: string;
  options: readonly Option[] | null;
  right: readonly string[];
  /** Answers that learners really give and that are wrong. */
  wrong: readonly string[];
  /** On the logit scale, a level a logit wide: who is in the middle of a level knows two of three of its exercises. */
  difficulty: number;
}

/** Discrimination of a typed exercise, as in the two-parameter logistic model. */
export const slope = 1.3;

/** The middle of a level on the logit scale: A1 −2.5, C2 2.5. */
export const middleOf = (level: Level): number => levels.indexOf(level) - 2.5;

/** Reads all curriculum files. The ids are those of a database that they were seeded into first. */
export function readQuestions(): ReadonlyMap<string, Question> {
  return new Map(curriculumPaths().map((name) => readCurriculumFile(name)).flatMap((file) => file.exercises.map((item) => {
    const exercise = newExercise(file, item);
    const { stem, options, answer } = exerciseTypes[item.type].question(exercise);
    const id = exercise.id!;
    return [id, {
      id, type: item.type, topic: file.topic.slug, level: file.level, stem, options,
      right: options ? [answer] : [answer, answer, ...item.accepted],
      wrong: options ? options.filter(({ text }) => text !== answer).map(({ text }) => text) : item.wrong,
      difficulty: middleOf(file.level) - Math.LN2 / slope + spreadOf(id),
    }] as const;
  })));
}

// Within a level some exercises are harder than others: by half a logit either way, fixed by the id.
const spreadOf = (id: string): number => parseInt(id.slice(0, 6), 16) / 0x1000000 - 0.5;
