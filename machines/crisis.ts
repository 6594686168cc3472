// Somebody may be in danger: where help is, a person is called, and no lesson is pushed; the place that was left is kept.
import type { Flow } from './vocabulary.ts';

export const crisis: Flow = {
  description: 'The fixed reply, the same in every voice. What is written now is for a person to read; the way back is the learner’s own choice',
  meta: { prompt: 'crisis', reads: 'text', burst: 'merge', safe: 'idle' },
  entry: { type: 'say', params: { key: 'crisis' } },
  on: {
    chose: { guard: { type: 'optionIs', params: { option: 'continue' } }, target: 'back', actions: { type: 'say', params: { key: 'back' } } },
    released: { target: 'back', actions: { type: 'say', params: { key: 'human.released' } } },
    said: { target: 'crisis', reenter: true },
    unclear: { target: 'crisis', reenter: true },
    'asked.streak': { target: 'crisis', reenter: true },
    'asked.level': { target: 'crisis', reenter: true },
  },
  after: { humanWait: 'idle' },
};
