// Settings as data: the answers of onboarding that a learner may change at any time. It asks with onboarding's own prompts.
import type { Flow } from './vocabulary.ts';

export const settings: Flow = {
  description: 'Language, level, tone and reminder, one at a time',
  initial: 'choose',
  meta: { safe: 'settings.choose', reads: 'option', burst: 'merge' },
  states: {
    choose: {
      meta: { prompt: 'settings' },
      entry: { type: 'say', params: { key: 'settings' } },
      on: {
        chose: [
          { guard: { type: 'optionIs', params: { option: 'time' } }, target: 'time' },
          { guard: { type: 'optionIs', params: { option: 'level' } }, target: 'level' },
          { guard: { type: 'optionIs', params: { option: 'target' } }, target: 'target' },
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
    target: {
      meta: { prompt: 'onboarding.target' },
      entry: { type: 'say', params: { key: 'onboarding.target' } },
      on: {
        chose: { guard: 'isTarget', target: 'level', description: 'A level belongs to a language', actions: ['setTarget', { type: 'say', params: { key: 'onboarding.target.noted' } }] },
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
      description: 'Who now explains in the language that was being learned chooses another one to learn',
      meta: { prompt: 'onboarding.language' },
      entry: { type: 'say', params: { key: 'onboarding.language' } },
      on: {
        chose: [
          { guard: 'isTargetLanguage', target: 'target', actions: ['setLanguage', 'dropLesson'] },
          { guard: 'isLanguage', target: '#conversation.menu', actions: ['setLanguage', 'dropLesson', 'saveProfile', { type: 'say', params: { key: 'settings.saved' } }] },
        ],
        unclear: { target: 'language', reenter: true, actions: ['noteUnclear', { type: 'say', params: { key: 'unclear' } }] },
      },
    },
  },
};
