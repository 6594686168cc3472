// Each type takes the data contract's own examples and names the fault of a broken one in a sentence.
import { describe, expect, test } from 'vitest';
import { exerciseTypes } from '../../src/exercises/table.ts';
import { example, prdExamples } from './prd-examples.ts';
import type { ExerciseContent } from '../../src/exercises/exercise-type.ts';
import type { ExerciseTypeName } from '../../src/exercises/table.ts';

test.each(prdExamples)('the example of %s in the data contract has no faults: %o', (type, content) => {
  expect(exerciseTypes[type].rules(content)).toEqual([]);
});

const broken: [ExerciseTypeName, Partial<ExerciseContent>, string][] = [
  // every type
  ['translation', { theory: 'Corta.' }, 'theory must have 500 to 2000 characters, it has 6'],
  ['translation', { theory: 'palabra '.repeat(100).trim() }, 'theory explains nothing: it uses only 1 different words'],
  ['translation', { introduction: 'Traduce.' }, 'exercise_introduction must have 50 to 500 characters, it has 8'],
  ['translation', { introduction: `<b>${'Traduce la frase. '.repeat(5)}</b>` },
    'exercise_introduction must be plain text, it contains markup'],
  ['translation', { input: 'Ayer fui\u202E al mercado.' }, 'exercise_input contains control or invisible characters'],
  ['translation', { expected: ' Yesterday I went to the market.' }, 'expected_output begins or ends with white space'],
  ['translation', { expected: '¿?!' }, 'expected_output contains no letter and no number'],
  ['translation', { expected: 'x'.repeat(501) }, 'expected_output must have 2 to 500 characters, it has 501'],
  ['translation', { accepted: ['I went to the market yesterday.'] }, 'further accepted forms need a why beside them'],
  ['translation', { accepted: ['yesterday I went to the market'], why: 'x' },
    '"yesterday I went to the market" is accepted twice'],
  ['translation', { accepted: ["Yesterday I 've gone to the market."], why: 'x' },
    '"Yesterday I \'ve gone to the market." has a space where none belongs, and a learner may be shown it'],
  ['translation', { why: ' ' }, 'why is empty'],
  // fill_blank
  ['fill_blank', { input: 'Mi hermana es muy inteligente.' },
    'exercise_input must have exactly one blank (a run of underscores), it has 0'],
  ['fill_blank', { input: 'Mi ___ es ___ inteligente.' },
    'exercise_input must have exactly one blank (a run of underscores), it has 2'],
  ['fill_blank', { input: 'Mi hermana _ muy inteligente.' },
    'the blank of exercise_input must be at least two underscores long, so that it can be seen'],
  ['fill_blank', { input: '____________' }, 'exercise_input has no sentence around its blank'],
  ['fill_blank', { input: '___ libro. [1] El [2] La' }, 'exercise_input has numbered options: that is a multiple choice'],
  ['fill_blank', { expected: 'es ___' }, '"es ___" still contains a blank'],
  // multiple_choice
  ['multiple_choice', { input: '___ libro es interesante. [1] El' },
    'exercise_input must have 2 to 10 options written [1] … [2] …, it has 1'],
  ['multiple_choice', { input: `¿Cuál? ${Array.from({ length: 11 }, (_, at) => `[${at + 1}] n${at}`).join(' ')}` },
    'exercise_input must have 2 to 10 options written [1] … [2] …, it has 11'],
  ['multiple_choice', { input: '___ libro es interesante. [1] El [3] La' },
    'the options of exercise_input must be numbered [1], [2], [3], … in order'],
  ['multiple_choice', { input: '[1] El [2] La [3] Los' }, 'exercise_input has no question before its options'],
  ['multiple_choice', { input: '___ libro ___ interesante. [1] El [2] La' },
    'exercise_input has more than one blank before its options'],
  ['multiple_choice', { input: '___ libro es interesante. [1] El [2] [3] Los' }, 'option 2 is empty'],
  ['multiple_choice', { input: '___ libro es interesante. [1] El [2] La [3] la' }, 'options 2 and 3 are the same'],
  ['multiple_choice', { input: `___ libro. [1] El [2] ${'l'.repeat(73)}` },
    'option 2 is longer than the 72 characters that WhatsApp shows'],
  ['multiple_choice', { expected: '4' }, 'expected_output "4" is none of the options'],
  ['multiple_choice', { expected: 'Un libro es interesante.' },
    'expected_output "Un libro es interesante." is none of the options'],
  ['multiple_choice', { input: 'Tengo ___ hermanos. [1] 2 [2] 3 [3] 4', expected: '2' },
    'expected_output "2" fits options 1 and 2'],
  ['multiple_choice', { accepted: ['La'], why: 'x' }, 'accepted form "La" makes option 2 right as well'],
  // translation
  ['translation', { input: 'Ayer ___ al mercado.' }, 'exercise_input has a blank: a translation is a whole sentence'],
  ['translation', { expected: 'ayer fui al mercado' }, '"ayer fui al mercado" is the sentence itself, not its translation'],
  // error_identification
  ['error_identification', { expected: 'Yo estoy profesor.' },
    '"Yo estoy profesor." is the sentence as given: nothing was corrected'],
  ['error_identification', { expected: 'Ella habla bien.' },
    '"Ella habla bien." shares no word with exercise_input: it is not that sentence corrected'],
  // open_response
  ['open_response', { input: 'Habla de tu casa.' }, 'exercise_input must ask a question'],
  // roleplay
  ['roleplay', { input: '¿Qué desea tomar?' },
    "exercise_input must begin with who speaks and what they say, as in Camarero: '¿Qué desea tomar?'"],
];

describe('a broken exercise is refused with a sentence that names the fault', () => {
  test.each(broken)('%s %o: %s', (type, changed, fault) => {
    expect(exerciseTypes[type].rules(example(type, changed))).toContain(fault);
  });

  test('all faults are named at once', () => {
    const faults = exerciseTypes.fill_blank.rules(example('fill_blank', { theory: 'x', introduction: 'y', input: 'z' }));
    expect(faults.length).toBeGreaterThanOrEqual(4);
  });
});

test('an accent or a comma may be the error that is corrected', () => {
  const changed = { input: 'El tiene un perro.', expected: 'Él tiene un perro.' };
  expect(exerciseTypes.error_identification.rules(example('error_identification', changed))).toEqual([]);
});

test('lengths count characters, so that 1000 letters with accents written as two code units still fit', () => {
  const input = `${'𝒂'.repeat(985)} ___ bien.`;
  expect(exerciseTypes.fill_blank.rules(example('fill_blank', { input }))).toEqual([]);
  expect(exerciseTypes.fill_blank.rules(example('fill_blank', { input: `𝒂𝒂𝒂𝒂𝒂𝒂𝒂${input}` })))
    .toContain('exercise_input must have 10 to 1000 characters, it has 1002');
});
