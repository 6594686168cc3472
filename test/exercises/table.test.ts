// The table of exercise types and the files of the folder say the same, and the database knows the same labels.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { exerciseTypes } from '../../src/exercises/table.ts';
import { enums } from '../migrations/prd.ts';
import type { ExerciseType } from '../../src/exercises/exercise-type.ts';

const folder = path.resolve(import.meta.dirname, '../../src/exercises');

function isExerciseType(value: unknown): value is ExerciseType {
  return typeof value === 'object' && value !== null && 'rules' in value && 'question' in value;
}

test('every type is the export of a file of its own name', async () => {
  for (const [name, type] of Object.entries(exerciseTypes)) {
    const file: object = await import(path.join(folder, `${name.replaceAll('_', '-')}.ts`));
    expect(Object.values(file), name).toContain(type);
    expect(type.name).toBe(name);
  }
});

test('every exercise type that a file of the folder exports stands in the table', async () => {
  const inFolder: string[] = [];
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.ts'))) {
    const file: object = await import(path.join(folder, name));
    inFolder.push(...Object.values(file).filter(isExerciseType).map((type) => type.name));
  }
  expect(inFolder.sort()).toEqual(Object.keys(exerciseTypes).sort());
});

test('the table has exactly the labels of the database enum', () => {
  expect(Object.keys(exerciseTypes).sort()).toEqual(enums['exercise_type']?.toSorted());
});
