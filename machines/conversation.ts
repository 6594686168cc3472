// The root machine: the flows side by side, the words that work from everywhere, and the asides a learner comes back from.
import { setup } from 'xstate';
import { level } from './asides.ts';
import { conversationAssigns, conversationGuards, openingContext } from './conversation.logic.ts';
import { crisis, hearDanger } from './crisis.ts';
import { delays } from './delays.ts';
import { lesson } from './lesson.ts';
import { lessonAssigns, lessonGuards } from './lesson.logic.ts';
import { noEffect, placeholderActor, toActions, toGuards } from './names.ts';
import { onboarding } from './onboarding.ts';
import { onboardingAssigns, onboardingGuards } from './onboarding.logic.ts';
import { placement } from './placement.ts';
import { placementAssigns, placementGuards } from './placement.logic.ts';
import { reminder } from './reminder.ts';
import { reminderAssigns, reminderGuards } from './reminder.logic.ts';
import { roleplay } from './roleplay.ts';
import { roleplayAssigns, roleplayGuards } from './roleplay.logic.ts';
import { settings } from './settings.ts';
import { askAgain, goOn, later } from './shared-transitions.ts';
import { streak } from './streak.ts';
import { streakAssigns, streakGuards } from './streak.logic.ts';
import { effectNames, reckonedNames, type Flow, type TransitionTo } from './vocabulary.ts';

/** Stamped on every session; grows with every change of the chart. */
export const conversationVersion = 1;

/** Jobs that flows wait for. The engine runs them; here they are names. */
export const actorNames = ['pickLesson', 'pickScene', 'drawItems'] as const;

// Buttons that mean the same in the menu, in the aside they belong to, and between lessons.
const beginnings: readonly TransitionTo[] = [
  { guard: { type: 'onboardedAndOptionIs', params: { option: 'lesson' } }, target: 'lesson', actions: 'dropLesson' },
  { guard: { type: 'onboardedAndOptionIs', params: { option: 'test' } }, target: 'placement' },
  { guard: { type: 'onboardedAndOptionIs', params: { option: 'scene' } }, target: 'roleplay', actions: 'dropScene' },
];
const toSettings: TransitionTo = { guard: { type: 'onboardedAndOptionIs', params: { option: 'settings' } }, target: 'settings' };
const toAsides: readonly TransitionTo[] = [
  { guard: { type: 'optionIs', params: { option: 'help' } }, target: 'help' },
  { guard: { type: 'optionIs', params: { option: 'privacy' } }, target: 'privacy' },
];
const toHuman: TransitionTo = { guard: { type: 'optionIs', params: { option: 'human' } }, target: 'human', actions: { type: 'callHuman', params: { reason: 'asked' } } };
const toOwnData: readonly TransitionTo[] = [
  { guard: { type: 'optionIs', params: { option: 'see' } }, target: 'human', actions: { type: 'callHuman', params: { reason: 'export' } } },
  { guard: { type: 'optionIs', params: { option: 'erase' } }, target: 'human', actions: { type: 'callHuman', params: { reason: 'erase' } } },
];

export const conversationFlow: Flow = {
  id: 'conversation',
  initial: 'greeting',
  meta: { safe: 'back' },
  on: {
    'asked.menu': { target: '.menu' },
    'asked.help': { target: '.help' },
    'asked.privacy': { target: '.privacy' },
    'asked.streak': { target: '.streak' },
    'asked.human': { target: '.human', actions: { type: 'callHuman', params: { reason: 'asked' } } },
    'asked.level': [{ guard: 'isNew', target: '.back', actions: { type: 'say', params: { key: 'level.later' } } }, { target: '.level' }],
    'in.crisis': { target: '.crisis', actions: hearDanger },
    'hinted.minor': [
      { guard: 'wasFlirting', actions: ['noteMinor', 'recordMinor', { type: 'say', params: { key: 'minor.noted' } }] },
      { actions: ['noteMinor', 'recordMinor'] },
    ],
    thanked: { target: '.idle', actions: { type: 'say', params: { key: 'bye' } } },
    'took.leave': { target: '.idle', actions: { type: 'say', params: { key: 'bye' } } },
    'asked.stop': { target: '.stopped', actions: ['silence', { type: 'say', params: { key: 'stopped.noted' } }] },
  },
  states: {
    greeting: {
      description: 'Nobody has written yet; whatever comes first is answered by an introduction',
      meta: { reads: 'text', burst: 'merge', safe: 'greeting' },
      on: {
        said: { target: 'onboarding', actions: 'hearLanguage' },
        unclear: 'onboarding',
        'asked.menu': 'onboarding',
        'asked.help': 'onboarding',
        'asked.streak': 'onboarding',
        'asked.level': 'onboarding',
      },
    },
    onboarding,
    placement,
    lesson,
    roleplay,
    settings,
    streak,
    level,
    reminded: reminder,
    crisis,
    idle: {
      description: 'Between lessons; any message gets the menu, and the buttons of earlier offers still work',
      meta: { reads: 'text', burst: 'merge', safe: 'idle', accepts: ['menu', 'placement.offer', 'lesson.offer', 'lesson.done', 'lesson.hour', 'roleplay.choose', 'roleplay.done', 'help', 'privacy', 'level', 'reminder'] },
      entry: { type: 'rememberFlow', params: { flow: 'idle' } },
      on: {
        chose: [
          ...beginnings,
          { guard: { type: 'onboardedAndOptionIs', params: { option: 'change' } }, target: '#conversation.settings.level' },
          { guard: 'isOfferedScene', target: '#conversation.roleplay.line', actions: ['beginScene', { type: 'say', params: { key: 'roleplay.intro' } }] },
          toSettings,
          { guard: { type: 'onboardedAndOptionIs', params: { option: 'go' } }, target: 'lesson', description: 'The button of an earlier reminder' },
          { guard: { type: 'onboardedAndOptionIs', params: { option: 'same' } }, target: 'menu', actions: ['followLessons', 'saveProfile', { type: 'say', params: { key: 'lesson.hour.noted' } }] },
          { guard: { type: 'optionIs', params: { option: 'continue' } }, target: 'back' },
          ...toAsides,
          toHuman,
          ...toOwnData,
          { guard: { type: 'optionIs', params: { option: 'repair' } }, target: 'menu', actions: ['repairStreak', 'recordStreak', { type: 'say', params: { key: 'streak.repaired' } }] },
          { guard: { type: 'optionIs', params: { option: 'later' } }, actions: { type: 'say', params: { key: 'bye' } } },
          { target: 'menu' },
        ],
        said: 'menu',
        'asked.report': { target: 'menu', actions: ['recordReport', { type: 'say', params: { key: 'report' } }, 'markReported'] },
        reminder: { guard: 'welcomesReminder', target: 'reminded', actions: 'noteReminder' },
        unclear: [
          { guard: { type: 'unclearIs', params: { reasons: ['not-text', 'old-button', 'off-topic'] } }, target: 'menu', actions: ['noteUnclear', { type: 'say', params: { key: 'unclear' } }] },
          { target: 'menu' },
        ],
      },
    },
    menu: {
      meta: { prompt: 'menu', reads: 'option', burst: 'merge', safe: 'menu', accepts: ['placement.offer', 'lesson.offer', 'lesson.done', 'roleplay.done'] },
      entry: { type: 'say', params: { key: 'menu' } },
      on: {
        reminder: { guard: 'welcomesReminder', target: 'reminded', actions: 'noteReminder' },
        chose: [
          ...beginnings,
          toSettings,
          goOn,
          ...toAsides,
          { guard: { type: 'optionIs', params: { option: 'repair' } }, target: 'menu', reenter: true, actions: ['repairStreak', 'recordStreak', { type: 'say', params: { key: 'streak.repaired' } }] },
          later,
          { target: 'menu', reenter: true },
        ],
        'asked.report': { target: 'menu', reenter: true, actions: ['recordReport', { type: 'say', params: { key: 'report' } }, 'markReported'] },
        unclear: [
          { guard: { type: 'unclearIs', params: { reasons: ['not-text', 'old-button', 'off-topic'] } }, target: 'menu', reenter: true, actions: ['noteUnclear', { type: 'say', params: { key: 'unclear' } }] },
          { target: 'menu', reenter: true },
        ],
        'asked.streak': { target: 'menu', reenter: true, actions: { type: 'say', params: { key: 'streak' } } },
      },
      after: { asideStale: 'idle' },
    },
    help: {
      meta: { prompt: 'help', reads: 'option', burst: 'merge', safe: 'menu' },
      entry: { type: 'say', params: { key: 'help' } },
      on: {
        chose: [
          goOn,
          { guard: { type: 'optionIs', params: { option: 'privacy' } }, target: 'privacy' },
          toHuman,
        ],
        unclear: askAgain('help'),
      },
      after: { asideStale: 'idle' },
    },
    privacy: {
      meta: { prompt: 'privacy', reads: 'option', burst: 'merge', safe: 'menu' },
      entry: { type: 'say', params: { key: 'privacy' } },
      on: {
        chose: [
          ...toOwnData,
          goOn,
        ],
        unclear: askAgain('privacy'),
      },
      after: { asideStale: 'idle' },
    },
    back: {
      description: 'Where the learner was before an aside',
      always: [
        { guard: 'isNew', target: '#conversation.onboarding.resume' },
        { guard: { type: 'cameFrom', params: { flow: 'placement' } }, target: '#conversation.placement.resume' },
        { guard: { type: 'cameFrom', params: { flow: 'lesson' } }, target: '#conversation.lesson.resume' },
        { guard: { type: 'cameFrom', params: { flow: 'settings' } }, target: 'settings' },
        { guard: { type: 'cameFrom', params: { flow: 'roleplay' } }, target: '#conversation.roleplay.resume' },
        { guard: 'hasOpenItem', target: 'placement' },
        { guard: 'hasOpenLesson', target: 'lesson' },
        { guard: 'hasOpenScene', target: 'roleplay' },
        { target: 'menu' },
      ],
    },
    human: {
      description: 'Waiting for a person: messages are kept and the tutor keeps quiet',
      meta: { prompt: 'human', reads: 'nothing', burst: 'merge', safe: 'idle' },
      entry: { type: 'say', params: { key: 'human' } },
      on: {
        chose: goOn,
        released: { target: 'back', actions: { type: 'say', params: { key: 'human.released' } } },
        'asked.human': { actions: { type: 'say', params: { key: 'human' } } },
        'asked.help': { actions: { type: 'say', params: { key: 'human' } } },
        'asked.streak': { actions: [{ type: 'say', params: { key: 'streak' } }, { type: 'say', params: { key: 'human' } }] },
        'asked.level': { actions: { type: 'say', params: { key: 'human' } } },
      },
      after: { humanWait: { target: 'idle', description: 'Nobody came within a day: the next message gets the menu again' } },
    },
    stopped: {
      description: 'Silent by the learner’s wish; each own message is told the way back, and nothing else is sent',
      meta: { prompt: 'stopped', reads: 'option', burst: 'merge', safe: 'stopped' },
      entry: { type: 'say', params: { key: 'stopped' } },
      on: {
        'asked.start': { target: 'back', actions: ['unsilence', { type: 'say', params: { key: 'started' } }] },
        chose: { guard: { type: 'optionIs', params: { option: 'start' } }, target: 'back', actions: ['unsilence', { type: 'say', params: { key: 'started' } }] },
        'asked.stop': { target: 'stopped', reenter: true },
        'asked.menu': { target: 'stopped', reenter: true },
        'asked.help': { target: 'stopped', reenter: true },
        'hinted.minor': { actions: ['noteMinor', 'recordMinor'] },
        'in.crisis': { target: 'stopped', reenter: true, actions: hearDanger },
        'asked.streak': { target: 'stopped', reenter: true, actions: { type: 'say', params: { key: 'streak' } } },
        'asked.level': { target: 'stopped', reenter: true },
        unclear: { target: 'stopped', reenter: true },
        thanked: { target: 'stopped', reenter: true },
        'took.leave': { target: 'stopped', reenter: true },
        'asked.privacy': { target: 'stopped', reenter: true, actions: { type: 'say', params: { key: 'stopped.privacy' } } },
        'asked.human': { target: 'stopped', reenter: true, actions: [{ type: 'callHuman', params: { reason: 'asked' } }, { type: 'say', params: { key: 'stopped.human' } }] },
      },
    },
  },
};

export const conversationLogic = {
  guards: { ...conversationGuards, ...onboardingGuards, ...placementGuards, ...lessonGuards, ...roleplayGuards, ...streakGuards, ...reminderGuards },
  assigns: { ...conversationAssigns, ...onboardingAssigns, ...placementAssigns, ...lessonAssigns, ...roleplayAssigns, ...streakAssigns, ...reminderAssigns },
};

/** The whole conversation with one learner; src/conversation/reckoned.ts gives it the calendar and so makes it ready for the engine. */
export const conversation = setup({
  guards: toGuards(conversationLogic.guards),
  actions: { ...toActions(conversationLogic.assigns), ...Object.fromEntries([...effectNames, ...reckonedNames].map((name) => [name, noEffect])) },
  actors: Object.fromEntries(actorNames.map((name) => [name, placeholderActor])),
  delays,
} as never).createMachine({
  ...conversationFlow,
  context: ({ input }: { input: never }) => openingContext(input),
  options: { maxIterations: 100 },
} as never);
