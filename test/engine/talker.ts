// A machine for engine tests: it says back all it heard, falls silent on STOP, nudges after a while, and asks a job when told to think.
import { assign, fromPromise, setup } from 'xstate';
import { createChart } from '../../src/conversation/chart.ts';
import type { Script } from '../../src/conversation/turn.ts';
import type { NewLearner } from '../../src/learners/new-learner.ts';
import type { Actor, Actors } from '../../src/outbox/start.ts';

type Context = { heard: string[]; outcome: string };
type Heard = { type: 'said' | 'stop' | 'start' | 'wait' | 'think' | 'crash'; text: string };

/** How long after "wait" the nudge is due, ms. */
export const nudgeAfterMs = 3_600_000;

const machine = setup({
  types: { context: {} as Context, events: {} as Heard },
  actors: { model: fromPromise<string>(() => Promise.reject(new Error('run by the engine'))) },
  actions: {
    keep: assign({ heard: ({ context, event }) => [...context.heard, event.text] }),
    keepAnswer: assign({ outcome: ({ event }) => String((event as unknown as { output: unknown }).output) }),
    keepFault: assign({ outcome: ({ event }) => `failed: ${(event as unknown as { error: unknown }).error}` }),
    crash: assign(() => { throw new Error('the machine broke'); }),
    say: (_, _params: { key: string }) => {}, silence: () => {}, unsilence: () => {},
  },
  delays: { nudge: nudgeAfterMs, tooLong: 20_000 },
}).createMachine({
  id: 'talker',
  context: { heard: [], outcome: '' },
  initial: 'listening',
  options: { maxIterations: 10 },
  on: {
    said: { actions: ['keep', { type: 'say', params: { key: 'echo' } }] },
    stop: { target: '.listening', actions: ['silence', { type: 'say', params: { key: 'bye' } }] },
    start: { actions: ['unsilence', { type: 'say', params: { key: 'back' } }] },
    wait: { target: '.waiting', reenter: true },
    think: { target: '.thinking', actions: 'keep' },
    crash: { actions: 'crash' },
  },
  states: {
    listening: { meta: { reads: 'text', burst: 'each', replies: 'separate' } },
    waiting: { meta: { reads: 'text', burst: 'each', replies: 'separate' }, after: { nudge: { target: 'listening', actions: { type: 'say', params: { key: 'nudge' } } } } },
    thinking: {
      meta: { burst: 'hold', replies: 'separate' },
      invoke: {
        id: 'model', src: 'model',
        onDone: { target: 'listening', actions: ['keepAnswer', { type: 'say', params: { key: 'answer' } }] },
        onError: { target: 'listening', actions: ['keepFault', { type: 'say', params: { key: 'answer' } }] },
      },
      after: { tooLong: { target: 'listening', actions: { type: 'say', params: { key: 'tooLong' } } } },
    },
  },
});

const words: Readonly<Record<string, Heard['type']>> = { stop: 'stop', start: 'start', wait: 'wait', think: 'think', crash: 'crash' };

/** What the talker says when it has heard these texts. */
export const echoOf = (...heard: string[]): string => `r${heard.length}|${heard.join(',')}`;

const wordsFor = (key: string, { heard, outcome }: Context): string => (key === 'echo' ? echoOf(...heard) : key === 'answer' ? `answer ${outcome}` : key);

/** The script, with what stands behind `think`. */
export function talker(model?: Partial<Actor>): { script: Script<NewLearner>; actors: Actors } {
  return {
    script: {
      chart: createChart(machine, 1),
      open: () => ({}),
      read: (_session, mail) => {
        const text = mail.content.kind === 'text' ? mail.content.text : `[${mail.content.kind}]`;
        return { type: words[text.split(' ')[0]!.toLowerCase()] ?? 'said', text };
      },
      render: (said) => ({ text: said.map(({ params, context }) => wordsFor(String(params.key), context as unknown as Context)).join('\n') }),
      sorry: () => ({ text: 'sorry' }),
      enough: () => ({ text: 'enough' }),
    },
    actors: { model: { attempts: 2, timeoutMs: 5_000, slow: false, run: async () => 'thought', ...model } },
  };
}
