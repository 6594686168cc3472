// The data contract's own example of each exercise type (§3.3.1 to §3.3.6), with a theory long enough to be stored.
import type { ExerciseContent } from '../../src/exercises/exercise-type.ts';
import type { ExerciseTypeName } from '../../src/exercises/table.ts';

export const theory = `El artículo definido acompaña al sustantivo y concuerda con él en género y número. Delante de un
sustantivo masculino singular se usa «el», como en «el libro»; delante de uno femenino, «la», como en «la mesa». En plural
cambian los dos: «los libros», «las mesas». Hay sustantivos que acaban en -a y son masculinos, por ejemplo «el problema» o
«el mapa», y otros que acaban en -o y son femeninos, como «la mano». Conviene aprender cada palabra junto con su artículo,
porque la terminación no siempre ayuda a decidir.`;

const notes = { theory, accepted: [], why: null };

export const prdExamples: [ExerciseTypeName, ExerciseContent][] = [
  ['fill_blank', {
    ...notes,
    introduction: 'Fill in the blank with the correct word that best completes the sentence.',
    input: 'Mi hermana ___ muy inteligente.',
    expected: 'es',
  }],
  ['multiple_choice', {
    ...notes,
    introduction: 'Choose the correct option that best completes the sentence.',
    input: '___ libro es interesante. [1] El [2] La [3] Los',
    expected: '1',
  }],
  ['multiple_choice', {
    ...notes,
    introduction: 'Choose the correct option that best completes the sentence.',
    input: '___ libro es interesante. [1] El [2] La [3] Los',
    expected: 'El libro es interesante.',
  }],
  ['roleplay', {
    ...notes,
    introduction: 'You are at a restaurant in Madrid. Play the role of a customer ordering lunch. '
      + "Respond to the waiter's question.",
    input: "Camarero: '¿Qué desea tomar?' (Waiter: 'What would you like to order?')",
    expected: 'Me gustaría una paella, por favor.',
  }],
  ['translation', {
    ...notes,
    introduction: 'Translate the following sentence from Spanish to English.',
    input: 'Ayer fui al mercado.',
    expected: 'Yesterday I went to the market.',
  }],
  ['error_identification', {
    ...notes,
    introduction: 'Find and correct the error in the following sentence.',
    input: 'Yo estoy profesor.',
    expected: 'Yo soy profesor.',
  }],
  ['open_response', {
    ...notes,
    introduction: 'Respond to the following question in a complete sentence.',
    input: '¿Cómo te llamas y de dónde eres?',
    expected: 'Me llamo Carlos y soy de México.',
  }],
];

/** The first example of a type, with some of its texts changed. */
export function example(type: ExerciseTypeName, changed: Partial<ExerciseContent> = {}): ExerciseContent {
  const found = prdExamples.find(([name]) => name === type);
  if (!found) throw new Error(`no example of ${type}`);
  return { ...found[1], ...changed };
}
