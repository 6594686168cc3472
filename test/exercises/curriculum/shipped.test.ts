// What the shipped curriculum promises: how much there is of it, and that no right answer is refused for how it is typed.
import { describe, expect, test } from 'vitest';
import { curriculumPaths, newExercise, readCurriculumFile } from '../../../src/exercises/curriculum/file.ts';
import { topicCategories } from '../../../src/exercises/exercise.ts';
import { exerciseTypes } from '../../../src/exercises/table.ts';
import { grade } from '../../../src/grading/grade.ts';

const files = curriculumPaths().map((name) => readCurriculumFile(name));
const ofPair = (pair: string) => files.filter((file) => `${file.sourceLanguage}-${file.targetLanguage}` === pair);

test.each([['es-en', 360], ['en-es', 240], ['pt-en', 120], ['fr-en', 120]])('%s has at least %i exercises', (pair, least) => {
  expect(ofPair(pair).flatMap((file) => file.exercises).length).toBeGreaterThanOrEqual(least);
});

test('every file, in every pair, has at least three exercises of both types that need no sentence to be written', () => {
  for (const file of files) {
    for (const type of ['fill_blank', 'multiple_choice']) {
      const ofType = file.exercises.filter((item) => item.type === type);
      expect(ofType.length, `${file.topic.slug} ${file.level} ${type}`).toBeGreaterThanOrEqual(3);
    }
  }
});

describe('from Spanish to English, a first month', () => {
  const month = ofPair('es-en');
  const topics = Object.groupBy(month, (file) => file.topic.slug);

  test('has twelve topics, at least three of each category', () => {
    expect(Object.keys(topics).length).toBeGreaterThanOrEqual(12);
    for (const category of topicCategories) {
      const slugs = new Set(month.filter((file) => file.topic.category === category).map((file) => file.topic.slug));
      expect(slugs.size, category).toBeGreaterThanOrEqual(3);
    }
  });

  test('teaches every topic at A1 and A2, and twelve of them at B1', () => {
    for (const [slug, levels] of Object.entries(topics)) {
      expect(levels?.map((file) => file.level), slug).toEqual(expect.arrayContaining(['A1', 'A2']));
    }
    expect(month.filter((file) => file.level === 'B1').length).toBeGreaterThanOrEqual(12);
  });

  test('has all six types in every topic and level', () => {
    for (const file of month) {
      const types = new Set(file.exercises.map((item) => item.type));
      expect([...types].sort(), `${file.topic.slug} ${file.level}`).toEqual(Object.keys(exerciseTypes).sort());
    }
  });
});

test.each([
  ['in composed letters', (text: string) => text.normalize('NFC')],
  ['in decomposed letters', (text: string) => text.normalize('NFD')],
  ['in upper case', (text: string) => text.toUpperCase()],
  ['without punctuation', (text: string) => text.replace(/[.,;:!?¿¡—]/gu, ' ').replace(/\s+/gu, ' ').trim()],
  ['with the apostrophes of a phone', (text: string) => text.replaceAll("'", '’')],
])('every accepted answer is correct %s', (_how, typed) => {
  let tried = 0;
  for (const file of files) {
    for (const item of file.exercises) {
      const question = exerciseTypes[item.type].question(newExercise(file, item));
      for (const form of question.accepted) {
        const { verdict } = grade({
          type: item.type, language: file.targetLanguage, uiLanguage: file.sourceLanguage, context: question.stem,
          accepted: question.accepted, answer: typed(form), ...(question.options ? { options: question.options } : {}),
        });
        if (verdict !== 'correct') expect.fail(`${file.topic.slug} ${file.level} ${item.input}: "${typed(form)}" is ${verdict}`);
        tried += 1;
      }
    }
  }
  expect(tried).toBeGreaterThan(2000);
});
