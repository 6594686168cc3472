// A row is read into what the learner is asked: stem, options as WhatsApp can show them, and all right answers.
import { describe, expect, test } from 'vitest';
import { howShown } from '../../src/exercises/options.ts';
import { exerciseTypes } from '../../src/exercises/table.ts';
import { example } from './prd-examples.ts';
import type { ExerciseContent } from '../../src/exercises/exercise-type.ts';

const choice = (changed: Partial<ExerciseContent> = {}) =>
  exerciseTypes.multiple_choice.question(example('multiple_choice', changed));

describe('multiple choice', () => {
  test('options are taken out of the stem and keep their numbers', () => {
    expect(choice()).toEqual({
      stem: '___ libro es interesante.',
      options: [{ id: '1', text: 'El' }, { id: '2', text: 'La' }, { id: '3', text: 'Los' }],
      shownAs: 'buttons',
      answer: 'El',
      accepted: ['1', 'El'],
    });
  });

  test.each([['2'], ['La'], ['La libro es interesante.'], ['la libro es interesante']])(
    'the right option is found by number, by text and by the whole sentence: %s', (expected) => {
      expect(choice({ expected })).toMatchObject({ answer: 'La', accepted: ['2', 'La'] });
    });

  test('the forms of the notes come after number and text, each once', () => {
    expect(choice({ accepted: ['El libro', 'El'] }).accepted).toEqual(['1', 'El', 'El libro']);
  });

  test('an expected answer that is no option is an error, not a question without an answer', () => {
    expect(() => choice({ expected: 'Unos' })).toThrow('expected_output "Unos" is none of the options');
  });
});

describe('how options fit WhatsApp', () => {
  const options = (...texts: string[]) => texts.map((text, index) => ({ id: String(index + 1), text }));

  test('up to three options of at most 20 characters are buttons, anything else is a list', () => {
    expect(howShown(options('a', 'b', 'x'.repeat(20)))).toBe('buttons');
    expect(howShown(options('a', 'b', 'x'.repeat(21)))).toBe('list');
    expect(howShown(options('a', 'b', 'c', 'd'))).toBe('list');
  });
});

test.each(['fill_blank', 'translation', 'error_identification', 'open_response', 'roleplay'] as const)(
  '%s is typed, shows its input as it is, and accepts the expected output before the other forms', (type) => {
    const content = example(type, { accepted: ['otra forma'] });
    expect(exerciseTypes[type].question(content)).toEqual({
      stem: content.input, options: null, shownAs: 'typed', answer: content.expected,
      accepted: [content.expected, 'otra forma'],
    });
  });
