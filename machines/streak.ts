// The streak as data: told in passing, and the question that was open is asked again.
import type { Flow } from './vocabulary.ts';

export const streak: Flow = {
  description: 'How many days in a row; what can be repaired is offered in the menu',
  entry: { type: 'say', params: { key: 'streak' } },
  always: 'back',
};
