// A scene of two beats for tests: tea, and milk in it or not.
import { parseScene } from '../../../src/exercises/scenes/scene.ts';

const beat = { again: ['Sorry, what would you like?', 'A tea or a coffee?'] };

/** The scene as its file would have it. */
export const teaFile = {
  id: 'tea', topic: 'ordering-food', level: 'A1', target: 'en', goals: ['travel'], partner: 'Sam', turns: 6,
  opening: 'Hi! What would you like?',
  beats: [
    {
      ...beat, id: 'drink', model: 'A tea, please.',
      branches: [
        { id: 'tea', phrases: ['A tea[, please].'], keys: ['tea'], says: 'With milk?', to: 'milk' },
        { id: 'coffee', phrases: ['A coffee[, please].'], keys: ['coffee'], says: 'With milk?', to: 'milk' },
      ],
    },
    {
      ...beat, id: 'milk', model: 'Yes, please.',
      branches: [
        { id: 'yes', phrases: ['Yes[, please].'], keys: ['yes', 'milk please'], says: 'There you are. Bye!', to: 'end' },
        { id: 'no', phrases: ['No[, thank you].', 'No milk, thanks.'], keys: ['no thanks', 'not'], says: 'Fine. Bye!', to: 'end' },
      ],
    },
  ],
  slips: [{ heard: 'i want', right: "I'd like…" }],
  words: {
    es: {
      title: 'Un té', place: 'Estás en un café.', goal: 'pedir un té',
      beats: { drink: { task: 'Pide algo.', did: 'pedir', hint: 'Empieza por *I…*' }, milk: { task: 'Di si lo quieres con leche.', did: 'decir cómo', hint: 'Sí o no.' } },
      slips: ['Suena a orden.'],
    },
  },
};

export const tea = parseScene('en/tea.json', JSON.stringify(teaFile));
