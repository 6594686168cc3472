// Allowances are few and each is needed: its word is above its level's band, and an exercise or a scene of that level uses it.
import { expect, test } from 'vitest';
import { allowances } from '../../../src/exercises/curriculum/allowances.ts';
import { curriculumPaths, newExercise, readCurriculumFile } from '../../../src/exercises/curriculum/file.ts';
import { headwordsOf } from '../../../src/exercises/curriculum/frequency.ts';
import { bands } from '../../../src/exercises/curriculum/word-levels.ts';
import { levels } from '../../../src/exercises/exercise.ts';
import { readScene, scenePaths } from '../../../src/exercises/scenes/all.ts';
import { linesOf } from '../../../src/exercises/scenes/faults.ts';
import { exerciseTypes } from '../../../src/exercises/table.ts';
import { wordsOf } from '../../../src/grading/words.ts';

const files = curriculumPaths().map((name) => readCurriculumFile(name));
const scenes = scenePaths().map((name) => readScene(name));
const words = allowances.flatMap((one) => one.words.split(' ').map((word) => ({ ...one, word })));

test('no word is allowed that is heard often enough for its level', () => {
  const superfluous = ['en', 'es'].flatMap((language) => levels.flatMap((level) => {
    const isHeard = wordsOf(language)!.among(headwordsOf(language)!.slice(0, bands[level] ?? 0));
    return words.filter((one) => one.language === language && one.from === level && isHeard(one.word));
  }));
  expect(superfluous.map(({ word }) => word)).toEqual([]);
});

test('every word that is allowed is used by an exercise or a scene of its level', () => {
  const used = ({ language, from, word }: (typeof words)[number]): boolean => {
    const isForm = wordsOf(language)!.among([word]);
    const uses = (text: string): boolean => text.normalize('NFC').replaceAll('’', "'").toLowerCase().match(/[\p{L}']+/gu)?.some((one) => one === word || isForm(one)) === true;
    return scenes.some((scene) => scene.target === language && scene.level === from && linesOf(scene).some(uses)) || files.some((file) => file.targetLanguage === language && file.level === from && file.exercises.some((item) => {
      const { stem, answer } = exerciseTypes[item.type].question(newExercise(file, item));
      return uses(`${stem} ${answer}`);
    }));
  };
  expect(words.filter((one) => !used(one)).map(({ word, from }) => `${word} from ${from}`)).toEqual([]);
});

test('they are few: under one for each ten exercises and lines of scenes in the language, and none twice', () => {
  for (const language of ['en', 'es']) {
    const own = words.filter((one) => one.language === language).map(({ word }) => word);
    const exercises = files.filter((file) => file.targetLanguage === language).reduce((sum, file) => sum + file.exercises.length, 0) + scenes.filter((scene) => scene.target === language).reduce((sum, scene) => sum + linesOf(scene).length, 0);
    expect(own.length, language).toBeLessThan(exercises / 10);
    expect(new Set(own).size, language).toBe(own.length);
  }
});
