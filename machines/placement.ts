// The placement test as data: draw a bank of questions, ask one after another without correcting, tell the level, let it be put right.
import { askAgain, asksAgain, isOver, later, offersAgain } from './shared-transitions.ts';
import type { Flow } from './vocabulary.ts';

export const placement: Flow = {
  description: 'An adaptive test of 6 to 15 questions; it may be ended early, or left and gone on with a week later',
  initial: 'gate',
  meta: { safe: 'back', reads: 'option', burst: 'merge' },
  exit: { type: 'rememberFlow', params: { flow: 'placement' } },
  on: {
    ...asksAgain('placement'),
    'answered.item': askAgain('#conversation.placement.resume', 'old-button'),
  },
  states: {
    resume: { type: 'history', history: 'deep', target: 'gate' },
    gate: {
      description: 'Goes on with a test in hand, otherwise begins one',
      always: [
        { guard: 'hasOpenItem', target: 'item' },
        { target: 'drawing' },
      ],
    },
    offer: {
      description: 'Offered to whoever does not start from zero',
      meta: { prompt: 'placement.offer' },
      entry: { type: 'say', params: { key: 'placement.offer' } },
      on: {
        chose: [
          { guard: { type: 'optionIs', params: { option: 'test' } }, target: 'gate' },
          { guard: { type: 'optionIs', params: { option: 'lesson' } }, target: '#conversation.lesson.gate' },
          later,
        ],
        ...offersAgain('offer'),
      },
      after: { asideStale: '#conversation.idle' },
    },
    drawing: {
      meta: { reads: 'nothing', burst: 'hold' },
      invoke: {
        id: 'drawItems',
        src: 'drawItems',
        onDone: [
          { guard: 'foundItems', target: 'item', actions: [{ type: 'say', params: { key: 'placement.begin' } }, 'beginPlacement'] },
          { target: '#conversation.menu', actions: ['dropPlacement', { type: 'say', params: { key: 'placement.nothing' } }] },
        ],
        onError: { target: '#conversation.menu', actions: { type: 'say', params: { key: 'placement.failed' } } },
      },
      after: { pickTimeout: { target: '#conversation.menu', actions: { type: 'say', params: { key: 'placement.failed' } } } },
    },
    item: {
      description: 'One question is open; its answer brings the next one, and no word on whether it was right',
      meta: { prompt: 'placement.item', reads: 'item', burst: 'each' },
      entry: ['askItem', { type: 'say', params: { key: 'placement.item' } }],
      on: {
        'answered.item': [
          {
            guard: 'isLastItem',
            target: 'result',
            actions: ['markItem', 'recordItem', 'placeLearner', 'recordPlacement', 'closePlacement', 'saveProfile'],
          },
          { guard: 'isOpenItem', target: 'item', reenter: true, actions: ['markItem', 'recordItem'] },
        ],
        chose: [
          { guard: { type: 'optionIs', params: { option: 'beginner' } }, target: 'result', actions: ['placeAsBeginner', 'closePlacement', 'saveProfile'] },
          { guard: 'stopsWithEnough', target: 'result', actions: ['placeLearner', 'recordPlacement', 'closePlacement', 'saveProfile'] },
          { guard: { type: 'optionIs', params: { option: 'end' } }, target: '#conversation.menu', actions: ['dropPlacement', { type: 'say', params: { key: 'placement.tooFew' } }] },
        ],
        'exercise.gone': { target: 'drawing', description: 'The answers so far are kept' },
      },
      after: { lessonStale: { target: '#conversation.idle', description: 'Parked without a word; the test stays in hand' } },
    },
    result: {
      description: 'The level is told and already saved; one tap puts it a level lower or higher',
      meta: { prompt: 'placement.result' },
      entry: { type: 'say', params: { key: 'placement.result' } },
      on: {
        chose: [
          { guard: { type: 'optionIs', params: { option: 'lesson' } }, target: '#conversation.lesson.gate' },
          { guard: 'asksLower', target: 'result', reenter: true, actions: ['lowerLevel', 'saveProfile'] },
          { guard: 'asksHigher', target: 'result', reenter: true, actions: ['raiseLevel', 'saveProfile'] },
        ],
        ...isOver,
      },
      after: { asideStale: '#conversation.idle' },
    },
  },
};
