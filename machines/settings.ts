// Settings as data: the answers of onboarding that a learner may change at any time, asked with onboarding's own prompts.
import { asidesFromSettings } from './asides.ts';
import { askAgain } from './shared-transitions.ts';
import type { Flow } from './vocabulary.ts';

export const settings: Flow = {
  description: 'Name, language, level, tone, reminder and place, one at a time',
  initial: 'choose',
  meta: { safe: 'settings.choose', reads: 'option', burst: 'merge' },
  exit: { type: 'rememberFlow', params: { flow: 'idle' } },
  on: asidesFromSettings,
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
          { guard: { type: 'optionIs', params: { option: 'name' } }, target: 'name' },
          { guard: { type: 'optionIs', params: { option: 'zone' } }, target: 'zone' },
          { guard: { type: 'optionIs', params: { option: 'help' } }, target: '#conversation.help' },
          { guard: { type: 'optionIs', params: { option: 'back' } }, target: '#conversation.menu' },
        ],
        unclear: askAgain('choose'),
      },
    },
    time: {
      meta: { prompt: 'onboarding.time', reads: 'time' },
      entry: { type: 'say', params: { key: 'onboarding.time' } },
      on: {
        'named.time': { target: '#conversation.menu', actions: ['setDailyTime', 'saveProfile', { type: 'say', params: { key: 'onboarding.done' } }] },
        unclear: askAgain('time'),
      },
    },
    name: {
      meta: { prompt: 'onboarding.name', reads: 'text', burst: 'each' },
      entry: { type: 'say', params: { key: 'onboarding.name' } },
      on: {
        chose: { guard: 'hasName', target: '#conversation.menu' },
        said: [
          { guard: 'isName', target: '#conversation.menu', actions: ['setName', 'saveProfile', { type: 'say', params: { key: 'settings.saved' } }] },
          askAgain('name', 'any-name', 'asksBack'),
          askAgain('name', 'odd-name', 'isOddName'),
          askAgain('name', 'no-name'),
        ],
        unclear: askAgain('name'),
      },
    },
    zone: {
      description: 'Where the learner is, typed: a place that is not known for certain is offered, never taken',
      meta: { prompt: 'place', reads: 'place' },
      entry: { type: 'say', params: { key: 'place' } },
      on: {
        chose: { guard: { type: 'optionIs', params: { option: 'same' } }, target: '#conversation.menu' },
        'named.zone': { target: '#conversation.menu', actions: ['settleZone', 'saveProfile', { type: 'say', params: { key: 'place.noted' } }] },
        'unsure.zone': { target: 'near', actions: 'offerZones' },
        unclear: askAgain('zone'),
      },
    },
    near: {
      meta: { prompt: 'place.near', reads: 'place' },
      entry: { type: 'say', params: { key: 'place.near' } },
      on: {
        chose: [
          { guard: { type: 'optionIs', params: { option: 'other' } }, target: 'zone' },
          { guard: 'isZone', target: '#conversation.menu', actions: ['setZone', 'saveProfile', { type: 'say', params: { key: 'place.noted' } }] },
        ],
        'named.zone': { target: '#conversation.menu', actions: ['settleZone', 'saveProfile', { type: 'say', params: { key: 'place.noted' } }] },
        'unsure.zone': { target: 'near', reenter: true, actions: 'offerZones' },
        unclear: { target: 'zone', actions: ['noteUnclear', { type: 'say', params: { key: 'unclear' } }] },
      },
    },
    level: {
      description: 'Measured by a test, or chosen',
      meta: { prompt: 'placement.level' },
      entry: { type: 'say', params: { key: 'placement.level' } },
      on: {
        chose: [
          { guard: { type: 'optionIs', params: { option: 'test' } }, target: '#conversation.placement.gate' },
          { guard: 'isLevel', target: '#conversation.menu', actions: ['setLevel', 'dropLesson', 'dropPlacement', 'saveProfile', { type: 'say', params: { key: 'settings.saved' } }] },
          { target: '#conversation.menu' },
        ],
        unclear: askAgain('level'),
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
        unclear: askAgain('target'),
      },
    },
    persona: {
      meta: { prompt: 'onboarding.persona' },
      entry: { type: 'say', params: { key: 'onboarding.persona' } },
      on: {
        chose: { guard: 'isPersona', target: '#conversation.menu', actions: ['setPersona', 'saveProfile', { type: 'say', params: { key: 'onboarding.persona.noted' } }] },
        unclear: askAgain('persona'),
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
        unclear: askAgain('language'),
      },
    },
  },
};
