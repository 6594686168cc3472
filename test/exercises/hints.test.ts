// Hints: a light one and a stronger one for each type, and neither is the answer.
import { describe, expect, test } from 'vitest';
import { curriculumPaths, newExercise, readCurriculumFile } from '../../src/exercises/curriculum/file.ts';
import { mistakeIn, reason } from '../../src/exercises/hints.ts';
import { exerciseTypes } from '../../src/exercises/table.ts';
import type { Question } from '../../src/exercises/exercise-type.ts';

const typed = (answer: string, stem = '', accepted: string[] = [answer]): Question => ({ stem, options: null, shownAs: 'typed', answer, accepted });
const choice = (...texts: string[]): Question => ({ stem: '', options: texts.map((text, i) => ({ id: String(i + 1), text })), shownAs: 'buttons', answer: texts[0]!, accepted: ['1', texts[0]!] });

describe('the hints', () => {
  test('for a blank: first letter and length, then the reason without the answer', () => {
    expect(exerciseTypes.fill_blank.hints(typed('went'), '*Went*: *go* es irregular: go, went, gone.', 'en')).toEqual([
      { kind: 'letters', first: 'w', letters: 4 }, { kind: 'reason', text: '*go* es irregular: go, …, gone.' },
    ]);
    expect(exerciseTypes.fill_blank.hints(typed('went'), null, 'en')[1]).toEqual({ kind: 'begins', text: 'we', words: 1 });
  });

  test('for a choice: an option that is wrong, then the reason; of two options the reason at once', () => {
    expect(exerciseTypes.multiple_choice.hints(choice('is', 'are', 'am'), '*Is*: con *she* siempre va *is*.', 'en')).toEqual([{ kind: 'not', text: 'am' }, { kind: 'reason', text: 'Con *she* siempre va *…*.' }]);
    expect(exerciseTypes.multiple_choice.hints(choice('is', 'are'), '*Is*: con *she* siempre va *is*.', 'en')[0].kind).toBe('reason');
  });

  test('for a translation: how it begins, then the initials', () => {
    expect(exerciseTypes.translation.hints(typed('Yesterday I went to the market.'), null, 'en')).toEqual([{ kind: 'begins', text: 'Yesterday I', words: 6 }, { kind: 'initials', text: 'Y… I… w… t… t… m…' }]);
  });

  test('for a mistake: the words around it, then the word, or after which one a word is missing', () => {
    expect(exerciseTypes.error_identification.hints(typed('She is always late for work.', 'She are always late for work.'), null, 'en')).toEqual([{ kind: 'near', text: 'She are always late' }, { kind: 'word', text: 'are' }]);
    expect(exerciseTypes.error_identification.hints(typed('I listen to music.', 'I listen music.'), null, 'en')).toEqual([{ kind: 'near', text: 'I listen music' }, { kind: 'missing', text: 'listen' }]);
    expect(exerciseTypes.error_identification.hints(typed('She can swim.', 'She can to swim.'), null, 'en')[1]).toEqual({ kind: 'word', text: 'to' });
  });

  test('for a mistake of several words: all of them from the first to the last, and none is missing that only moved', () => {
    expect(exerciseTypes.error_identification.hints(typed('We have a black dog.', 'We have a dog black.'), null, 'en')).toEqual([{ kind: 'near', text: 'have a dog black' }, { kind: 'word', text: 'dog black' }]);
    expect(exerciseTypes.error_identification.hints(typed('I suggest going there first.', 'I suggest to go there first.'), null, 'en')[1]).toEqual({ kind: 'word', text: 'to go' });
  });

  test.each([
    ['We have a dog black.', 'We have a black dog.', 'dog black', 'black dog'],
    ['She drinks never coffee.', 'She never drinks coffee.', 'drinks never', 'never drinks'],
    ['Can you explain me this chart?', 'Can you explain this chart to me?', 'me this chart', 'this chart to me'],
    ['Where you worked before?', 'Where did you work before?', 'you worked', 'did you work'],
    ['I listen music.', 'I listen to music.', '', 'to'],
    ['She can to swim.', 'She can swim.', 'to', ''],
  ])('of “%s” and “%s” the mistake is “%s” for “%s”', (stem, right, was, now) => {
    expect(mistakeIn(stem, right, 'en')).toMatchObject({ was, now });
  });

  test('for own words: how one may begin, then more of it', () => {
    expect(exerciseTypes.roleplay.hints(typed('I’d like a coffee, please.'), null, 'en').map((hint) => 'text' in hint && hint.text)).toEqual(['I’d', 'I’d like a']);
    expect(exerciseTypes.open_response.hints(typed('I’d like a coffee, please.'), null, 'en').map(({ kind }) => kind)).toEqual(['begins', 'begins']);
  });

  test('never tell a reason that is hardly one', () => {
    expect(reason(typed('is'), '*Is*: siempre *is*.')).toBeNull();
    expect(reason(typed('is'), null)).toBeNull();
  });

  test('of the whole curriculum say something short, with balanced marks, and are never the answer', () => {
    const faults: string[] = [];
    for (const file of curriculumPaths().map((name) => readCurriculumFile(name))) {
      for (const item of file.exercises) {
        const type = exerciseTypes[item.type];
        const question = type.question(newExercise(file, item));
        for (const hint of type.hints(question, item.why, file.targetLanguage)) {
          if (hint.kind === 'letters') {
            if (hint.first === '' || hint.letters === 0) faults.push(`${item.input}: ${JSON.stringify(hint)}`);
          } else if (hint.text === '' || hint.text.split(/\s+/u).length > 40 || (hint.text.match(/\*/gu)?.length ?? 0) % 2 === 1 || hint.text.toLowerCase() === question.answer.toLowerCase()) {
            faults.push(`${item.input}: ${JSON.stringify(hint)}`);
          }
        }
      }
    }
    expect(faults).toEqual([]);
  });
});
