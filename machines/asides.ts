// What a learner may ask for in between and come back from: the level with what it means, and what settings lead back from.
import { askAgain } from './shared-transitions.ts';
import type { Flow } from './vocabulary.ts';

export const level: Flow = {
  meta: { prompt: 'level', reads: 'option', burst: 'merge', safe: 'menu' },
  entry: { type: 'say', params: { key: 'level' } },
  on: {
    chose: [
      { guard: { type: 'optionIs', params: { option: 'test' } }, target: '#conversation.placement.gate', description: 'Begun, or gone on with' },
      { guard: { type: 'optionIs', params: { option: 'change' } }, target: '#conversation.settings.level' },
      { guard: { type: 'optionIs', params: { option: 'continue' } }, target: 'back', actions: { type: 'say', params: { key: 'back' } } },
    ],
    unclear: askAgain('level'),
  },
  after: { asideStale: 'idle' },
};

/** From within the settings: the same asides, and back to the settings. */
export const asidesFromSettings: NonNullable<Flow['on']> = {
  'asked.streak': { target: '#conversation.streak', actions: { type: 'rememberFlow', params: { flow: 'settings' } } },
  'asked.level': { target: '#conversation.level', actions: { type: 'rememberFlow', params: { flow: 'settings' } } },
  'asked.help': { target: '#conversation.help', actions: { type: 'rememberFlow', params: { flow: 'settings' } } },
  'in.crisis': {
    target: '#conversation.crisis',
    actions: [{ type: 'rememberFlow', params: { flow: 'settings' } }, 'noteCrisis', { type: 'callHuman', params: { reason: 'crisis' } }, { type: 'say', params: { key: 'crisis.words' } }],
  },
  'asked.privacy': { target: '#conversation.privacy', actions: { type: 'rememberFlow', params: { flow: 'settings' } } },
};
