// Onboarding as data: who Charla is, consent, and the few questions that make the first lesson fit.
import { askAgain, asksAgain } from './shared-transitions.ts';
import type { Flow } from './vocabulary.ts';

export const onboarding: Flow = {
  description: 'From the first hello to a saved profile',
  initial: 'hello',
  meta: { safe: 'back', reads: 'option', burst: 'merge' },
  on: {
    ...asksAgain('onboarding'),
    'took.leave': askAgain('#conversation.onboarding.resume', 'goodbye'),
  },
  states: {
    resume: { type: 'history', history: 'deep', target: 'hello' },
    hello: {
      description: 'The disclosure is a line and not a question, so that it is said whatever the learner has typed meanwhile',
      entry: { type: 'say', params: { key: 'onboarding.hello' } },
      always: 'welcome',
    },
    welcome: {
      meta: { prompt: 'onboarding.welcome', accepts: ['onboarding.more'] },
      entry: { type: 'say', params: { key: 'onboarding.welcome' } },
      on: {
        chose: [
          { guard: { type: 'optionIs', params: { option: 'start' } }, target: 'aim', actions: { type: 'recordConsent', params: { to: 'tutoring', shown: 'onboarding.hello' } } },
          { guard: { type: 'optionIs', params: { option: 'more' } }, target: 'more' },
          { guard: { type: 'optionIs', params: { option: 'language' } }, target: 'language' },
        ],
      },
    },
    more: {
      meta: { prompt: 'onboarding.more', accepts: ['onboarding.welcome'] },
      entry: { type: 'say', params: { key: 'onboarding.more' } },
      on: {
        chose: [
          { guard: { type: 'optionIs', params: { option: 'start' } }, target: 'aim', actions: { type: 'recordConsent', params: { to: 'tutoring', shown: 'onboarding.more' } } },
          { guard: { type: 'optionIs', params: { option: 'language' } }, target: 'language' },
        ],
      },
    },
    language: {
      description: 'The disclosure is said again, and agreed to, in the language that was chosen',
      meta: { prompt: 'onboarding.language' },
      entry: { type: 'say', params: { key: 'onboarding.language' } },
      on: { chose: { guard: 'isLanguage', target: 'hello', actions: 'setLanguage' } },
    },
    aim: {
      description: 'What to learn is asked only where there is a choice',
      always: [
        { guard: 'hasOneTarget', target: 'goal', actions: ['setOnlyTarget', { type: 'say', params: { key: 'onboarding.target.noted' } }] },
        { target: 'target' },
      ],
    },
    target: {
      meta: { prompt: 'onboarding.target', accepts: ['onboarding.welcome'] },
      entry: { type: 'say', params: { key: 'onboarding.target' } },
      on: {
        chose: [
          { guard: 'isTarget', target: 'goal', actions: ['setTarget', { type: 'say', params: { key: 'onboarding.target.noted' } }] },
          { guard: { type: 'optionIs', params: { option: 'language' } }, target: 'language' },
        ],
      },
    },
    goal: {
      meta: { prompt: 'onboarding.goal', accepts: ['onboarding.welcome'] },
      entry: { type: 'say', params: { key: 'onboarding.goal' } },
      on: {
        chose: [
          { guard: 'isGoal', target: 'level', actions: ['setGoal', { type: 'say', params: { key: 'onboarding.goal.noted' } }] },
          { guard: { type: 'optionIs', params: { option: 'language' } }, target: 'language' },
        ],
      },
    },
    level: {
      meta: { prompt: 'onboarding.level', accepts: ['onboarding.welcome'] },
      entry: { type: 'say', params: { key: 'onboarding.level' } },
      on: {
        chose: [
          { guard: 'isLevel', target: 'name', actions: ['setLevel', { type: 'say', params: { key: 'onboarding.level.noted' } }] },
          { guard: { type: 'optionIs', params: { option: 'language' } }, target: 'language' },
        ],
      },
    },
    name: {
      meta: { prompt: 'onboarding.name', reads: 'text' },
      entry: { type: 'say', params: { key: 'onboarding.name' } },
      on: {
        chose: { guard: 'hasName', target: 'birthYear', actions: { type: 'say', params: { key: 'onboarding.name.noted' } } },
        said: [
          { guard: 'isName', target: 'birthYear', actions: ['setName', { type: 'say', params: { key: 'onboarding.name.noted' } }] },
          askAgain('name', 'any-name', 'asksBack'),
          askAgain('name', 'odd-name', 'isOddName'),
          askAgain('name', 'no-name'),
        ],
      },
    },
    birthYear: {
      meta: { prompt: 'onboarding.birthYear', reads: 'year', burst: 'each' },
      entry: { type: 'say', params: { key: 'onboarding.birthYear' } },
      on: {
        'named.year': [
          { guard: 'isTooYoung', target: 'tooYoung', actions: 'setBirthYear' },
          { target: 'persona', actions: 'setBirthYear' },
        ],
      },
    },
    tooYoung: {
      description: 'Under WhatsApp’s own minimum age: no lesson. A mistyped year is put right by a person, not by trying again',
      meta: { prompt: 'onboarding.tooYoung', burst: 'merge' },
      entry: { type: 'say', params: { key: 'onboarding.tooYoung' } },
      on: {
        chose: { guard: { type: 'optionIs', params: { option: 'human' } }, target: '#conversation.human', actions: { type: 'callHuman', params: { reason: 'age' } } },
        unclear: { target: 'tooYoung', reenter: true },
        said: { target: 'tooYoung', reenter: true },
      },
    },
    persona: {
      meta: { prompt: 'onboarding.persona' },
      entry: { type: 'say', params: { key: 'onboarding.persona' } },
      on: {
        chose: [
          { guard: 'isPersonaWithZone', target: 'time', actions: ['setPersona', { type: 'say', params: { key: 'onboarding.persona.noted' } }] },
          { guard: 'isPersona', target: 'zone', actions: ['setPersona', { type: 'say', params: { key: 'onboarding.persona.noted' } }] },
        ],
      },
    },
    zone: {
      description: 'Only when the number does not settle it',
      meta: { prompt: 'onboarding.zone', reads: 'zone' },
      entry: { type: 'say', params: { key: 'onboarding.zone' } },
      on: {
        chose: [
          { guard: { type: 'optionIs', params: { option: 'other' } }, target: 'place' },
          { guard: 'isZone', target: 'time', actions: 'setZone' },
        ],
        'named.zone': { target: 'time', actions: 'settleZone' },
        'unsure.zone': { target: 'near', actions: 'offerZones' },
      },
    },
    place: {
      description: 'None of the clocks that were offered',
      meta: { prompt: 'place', reads: 'place' },
      entry: { type: 'say', params: { key: 'place' } },
      on: {
        chose: { guard: { type: 'optionIs', params: { option: 'same' } }, target: 'time' },
        'named.zone': { target: 'time', actions: ['settleZone', { type: 'say', params: { key: 'place.noted' } }] },
        'unsure.zone': { target: 'near', actions: 'offerZones' },
      },
    },
    near: {
      meta: { prompt: 'place.near', reads: 'place' },
      entry: { type: 'say', params: { key: 'place.near' } },
      on: {
        chose: [
          { guard: { type: 'optionIs', params: { option: 'other' } }, target: 'place' },
          { guard: 'isZone', target: 'time', actions: ['setZone', { type: 'say', params: { key: 'place.noted' } }] },
        ],
        'named.zone': { target: 'time', actions: ['settleZone', { type: 'say', params: { key: 'place.noted' } }] },
        'unsure.zone': { target: 'near', reenter: true, actions: 'offerZones' },
        unclear: { target: 'place', actions: ['noteUnclear', { type: 'say', params: { key: 'unclear' } }] },
      },
    },
    time: {
      meta: { prompt: 'onboarding.time', reads: 'time' },
      entry: { type: 'say', params: { key: 'onboarding.time' } },
      on: {
        'named.time': [
          { guard: 'startsFromZero', target: '#conversation.lesson.offer', actions: ['setDailyTime', 'finishOnboarding', 'saveProfile', { type: 'say', params: { key: 'onboarding.done' } }] },
          { target: '#conversation.placement.offer', actions: ['setDailyTime', 'finishOnboarding', 'saveProfile', { type: 'say', params: { key: 'onboarding.done' } }] },
        ],
      },
    },
  },
};
