// Settings as data: the answers of onboarding that a learner may change at any time, asked with onboarding's own prompts.
import type { Flow } from './vocabulary.ts';

export const settings: Flow = {
  description: 'Language, level, tone and reminder, one at a time',
  initial: 'choose',
  meta: { safe: 'settings.choose', reads: 'option', burst: 'merge' },
  after: { asideStale: '#conversation.idle' },
  states: {
    choose: {
      meta: { prompt: 'settings' },
      entry: { type: 'say', params: { key: 'settings' } },
      on: {
        chose: [
          { guard: { type: 'optionIs', params: { option: 'time' } }, target: 'time' },
          { guard: { type: 'optionIs', params: { option: 'level' } }, target: 'level' },
          { guard: { type: 'optionIs', params: { option: 'target' } }, target: 'aim' },
          { guard: { type: 'optionIs', params: { option: 'persona' } }, target: 'persona' },
          { guard: { type: 'optionIs', params: { option: 'language' } }, target: 'language' },
          { guard: { type: 'optionIs', params: { option: 'back' } }, target: '#conversation.menu' },
        ],
        unclear: { target: 'choose', reenter: true, actions: ['noteUnclear', { type: 'say', params: { key: 'unclear' } }] },
      },
    },
    time: {
      meta: { prompt: 'onboarding.time', reads: 'time' },
      entry: { type: 'say', params: { key: 'onboarding.time' } },
      on: {
        'named.time': { target: '#conversation.menu', actions: ['setDailyTime', 'saveProfile', { type: 'say', params: { key: 'settings.saved' } }] },
        unclear: { target: 'time', reenter: true, actions: ['noteUnclear', { type: 'say', params: { key: 'unclear' } }] },
      },
    },
    level: {
      meta: { prompt: 'onboarding.level' },
      entry: { type: 'say', params: { key: 'onboarding.level' } },
      on: {
        chose: { guard: 'isLevel', target: '#conversation.menu', actions: ['setLevel', 'dropLesson', 'saveProfile', { type: 'say', params: { key: 'settings.saved' } }] },
        unclear: { target: 'level', reenter: true, actions: ['noteUnclear', { type: 'say', params: { key: 'unclear' } }] },
      },
    },
    aim: {
      description: 'What to learn is asked only where there is a choice',
      always: [
        { guard: 'hasOneTarget', target: 'level', actions: ['setOnlyTarget', 'dropLesson', 'saveProfile', { type: 'say', params: { key: 'onboarding.target.noted' } }] },
        { target: 'target' },
      ],
    },
    target: {
      meta: { prompt: 'onboarding.target' },
      entry: { type: 'say', params: { key: 'onboarding.target' } },
      on: {
        chose: { guard: 'isTarget', target: 'level', description: 'A level belongs to a language', actions: ['setTarget', 'dropLesson', 'saveProfile', { type: 'say', params: { key: 'onboarding.target.noted' } }] },
        unclear: { target: 'target', reenter: true, actions: ['noteUnclear', { type: 'say', params: { key: 'unclear' } }] },
      },
    },
    persona: {
      meta: { prompt: 'onboarding.persona' },
      entry: { type: 'say', params: { key: 'onboarding.persona' } },
      on: {
        chose: { guard: 'isPersona', target: '#conversation.menu', actions: ['setPersona', 'saveProfile', { type: 'say', params: { key: 'onboarding.persona.noted' } }] },
        unclear: { target: 'persona', reenter: true, actions: ['noteUnclear', { type: 'say', params: { key: 'unclear' } }] },
      },
    },
    language: {
      description: 'Who has chosen a language that has no lessons of the one being learned gets or chooses another one to learn',
      meta: { prompt: 'onboarding.language' },
      entry: { type: 'say', params: { key: 'onboarding.language' } },
      on: {
        chose: [
          { guard: 'losesTarget', target: 'aim', actions: ['setLanguage', 'dropLesson'] },
          { guard: 'isLanguage', target: '#conversation.menu', actions: ['setLanguage', 'dropLesson', 'saveProfile', { type: 'say', params: { key: 'settings.saved' } }] },
        ],
        unclear: { target: 'language', reenter: true, actions: ['noteUnclear', { type: 'say', params: { key: 'unclear' } }] },
      },
    },
  },
};
