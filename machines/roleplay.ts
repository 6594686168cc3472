// A role-play as data: choose a scene, play it reply by reply within its turns, sum up.
import { asksAgain, isOver, later } from './shared-transitions.ts';
import type { Flow } from './vocabulary.ts';

export const roleplay: Flow = {
  description: 'One written scene with a goal and a limit of turns, about three minutes',
  initial: 'gate',
  meta: { safe: 'back', reads: 'option', burst: 'merge' },
  exit: { type: 'rememberFlow', params: { flow: 'roleplay' } },
  on: {
    ...asksAgain('roleplay'),
  },
  states: {
    resume: { type: 'history', history: 'deep', target: 'gate' },
    gate: {
      description: 'Goes on with a scene in hand, otherwise offers some',
      always: [
        { guard: 'hasOpenScene', target: 'line' },
        { target: 'picking' },
      ],
    },
    picking: {
      meta: { reads: 'nothing', burst: 'hold' },
      invoke: {
        id: 'pickScene',
        src: 'pickScene',
        onDone: [
          { guard: 'foundScenes', target: 'choosing', actions: [{ type: 'say', params: { key: 'roleplay.gone' } }, 'dropScene', 'offerScenes'] },
          { target: 'nothing', actions: 'dropScene' },
        ],
        onError: { target: '#conversation.menu', actions: ['dropScene', { type: 'say', params: { key: 'roleplay.failed' } }] },
      },
      after: { pickTimeout: { target: '#conversation.menu', actions: ['dropScene', { type: 'say', params: { key: 'roleplay.failed' } }] } },
    },
    nothing: {
      description: 'No scenes in this language yet, said honestly',
      meta: { prompt: 'roleplay.nothing' },
      entry: { type: 'say', params: { key: 'roleplay.nothing' } },
      on: {
        chose: [
          { guard: { type: 'optionIs', params: { option: 'lesson' } }, target: '#conversation.lesson.gate' },
          later,
        ],
      },
      after: { asideStale: '#conversation.idle' },
    },
    choosing: {
      meta: { prompt: 'roleplay.choose' },
      entry: { type: 'say', params: { key: 'roleplay.choose' } },
      on: {
        chose: [
          { guard: 'isOfferedScene', target: 'line', actions: ['beginScene', { type: 'say', params: { key: 'roleplay.intro' } }] },
          later,
        ],
      },
      after: { asideStale: '#conversation.idle' },
    },
    line: {
      description: 'The partner has spoken; the reply brings their answer, or help, in one bubble',
      meta: { prompt: 'roleplay.line', reads: 'line', burst: 'merge' },
      entry: { type: 'say', params: { key: 'roleplay.line' } },
      on: {
        replied: [
          {
            guard: 'endsScene',
            target: 'done',
            description: 'The last beat, the last turn, or the second request that belongs elsewhere',
            actions: ['noteReply', 'recordScene', { type: 'say', params: { key: 'roleplay.end' } }, { type: 'say', params: { key: 'roleplay.recap' } }],
          },
          { guard: { type: 'replyIs', params: { kind: 'off_topic' } }, target: 'line', reenter: true, actions: ['noteReply', { type: 'say', params: { key: 'roleplay.redirect' } }] },
          { guard: 'movesOn', target: 'line', reenter: true, actions: ['noteReply', { type: 'say', params: { key: 'roleplay.moved' } }] },
          { guard: { type: 'replyIs', params: { kind: 'understood' } }, target: 'line', reenter: true, actions: 'noteReply' },
          { guard: 'isOpenReply', target: 'line', reenter: true, actions: ['noteReply', { type: 'say', params: { key: 'roleplay.nudge' } }] },
        ],
        'scene.gone': { target: 'picking', description: 'The scene stays in hand until others are on offer, with which it is told' },
      },
      after: { lessonStale: { target: '#conversation.idle', description: 'Parked without a word; the scene stays in hand' } },
    },
    done: {
      description: 'The scene is over',
      meta: { prompt: 'roleplay.done' },
      entry: { type: 'say', params: { key: 'roleplay.done' } },
      on: {
        chose: [
          { guard: { type: 'optionIs', params: { option: 'scene' } }, target: 'gate' },
          { guard: { type: 'optionIs', params: { option: 'lesson' } }, target: '#conversation.lesson.gate' },
          later,
        ],
        ...isOver,
      },
      after: { asideStale: '#conversation.idle' },
    },
  },
};
