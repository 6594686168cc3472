// What a learner may ask for in between and come back from: the level with what it means, and what settings lead back from.
import { hearDanger } from './crisis.ts';
import { askAgain, goOn } from './shared-transitions.ts';
import type { ActionRef, Flow } from './vocabulary.ts';

export const level: Flow = {
  meta: { prompt: 'level', reads: 'option', burst: 'merge', safe: 'menu' },
  entry: { type: 'say', params: { key: 'level' } },
  on: {
    chose: [
      { guard: { type: 'optionIs', params: { option: 'test' } }, target: '#conversation.placement.gate', description: 'Begun, or gone on with' },
      { guard: { type: 'optionIs', params: { option: 'change' } }, target: '#conversation.settings.level' },
      goOn,
    ],
    unclear: askAgain('level'),
  },
  after: { asideStale: 'idle' },
};

const fromSettings: ActionRef = { type: 'rememberFlow', params: { flow: 'settings' } };

/** From within the settings: the same asides, and back to the settings. */
export const asidesFromSettings: NonNullable<Flow['on']> = {
  'asked.streak': { target: '#conversation.streak', actions: fromSettings },
  'asked.level': { target: '#conversation.level', actions: fromSettings },
  'asked.help': { target: '#conversation.help', actions: fromSettings },
  'in.crisis': { target: '#conversation.crisis', actions: [fromSettings, ...hearDanger] },
  'asked.privacy': { target: '#conversation.privacy', actions: fromSettings },
};
