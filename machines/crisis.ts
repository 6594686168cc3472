// Somebody may be in danger: where help is, a person is called, and no lesson is pushed; the place that was left is kept.
import { goOn } from './shared-transitions.ts';
import type { ActionRef, Flow } from './vocabulary.ts';

/** What happens on the way here, from wherever it is heard. */
export const hearDanger: readonly ActionRef[] = ['noteCrisis', { type: 'callHuman', params: { reason: 'crisis' } }, { type: 'say', params: { key: 'crisis.words' } }];

export const crisis: Flow = {
  description: 'The fixed reply, the same in every voice. What is written now is for a person to read; the way back is the learner’s own choice',
  meta: { prompt: 'crisis', reads: 'text', burst: 'merge', safe: 'idle' },
  entry: { type: 'say', params: { key: 'crisis' } },
  on: {
    chose: goOn,
    released: { target: 'back', actions: { type: 'say', params: { key: 'human.released' } } },
    said: { target: 'crisis', reenter: true },
    unclear: { target: 'crisis', reenter: true },
    'asked.streak': { target: 'crisis', reenter: true },
    'asked.level': { target: 'crisis', reenter: true },
  },
  after: { humanWait: 'idle' },
};
