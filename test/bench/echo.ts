// The echo dialogue on the durable engine: it keeps what a learner sent and says all of it back, so that a lost, doubled or overtaken message shows.
import { assign, fromPromise, setup } from 'xstate';
import { createChart } from '../../src/conversation/chart.ts';
import type { Script } from '../../src/conversation/turn.ts';
import type { NewLearner } from '../../src/learners/new-learner.ts';
import type { Actors } from '../../src/outbox/start.ts';

type Context = { heard: string[] };
type Heard = { type: 'said'; text: string };

const machine = setup({
  types: { context: {} as Context, events: {} as Heard },
  actions: { keep: assign({ heard: ({ context, event }) => [...context.heard, event.text] }), say: () => {} },
}).createMachine({
  id: 'echo',
  context: { heard: [] },
  initial: 'listening',
  options: { maxIterations: 10 },
  states: { listening: { meta: { reads: 'text', burst: 'each', replies: 'separate' }, on: { said: { actions: ['keep', 'say'] } } } },
});

// The same with a model to wait for: each message is answered by a job, and mail waits meanwhile.
const thinkingMachine = setup({
  types: { context: {} as Context, events: {} as Heard },
  actors: { model: fromPromise<null>(() => Promise.reject(new Error('run by the engine'))) },
  actions: { keep: assign({ heard: ({ context, event }) => [...context.heard, event.text] }), say: () => {} },
  delays: { tooLong: 10_000 },
}).createMachine({
  id: 'thinking-echo',
  context: { heard: [] },
  initial: 'listening',
  options: { maxIterations: 10 },
  states: {
    listening: { meta: { reads: 'text', burst: 'each', replies: 'separate' }, on: { said: { target: 'thinking', actions: 'keep' } } },
    thinking: {
      meta: { burst: 'hold', replies: 'separate' },
      invoke: { id: 'model', src: 'model', onDone: { target: 'listening', actions: 'say' }, onError: { target: 'listening', actions: 'say' } },
      after: { tooLong: { target: 'listening', actions: 'say' } },
    },
  },
});

const reply = (heard: readonly string[]) => `r${heard.length}|${heard.join(',')}`;

/** The script of the echo dialogue; with `modelMs` a job of that length stands before each reply. */
export function echoScript(modelMs: number): { script: Script<NewLearner>; actors: Actors } {
  return {
    script: {
      chart: createChart(modelMs > 0 ? thinkingMachine : machine, 1),
      open: () => ({}),
      read: (_session, mail) => ({ type: 'said', text: mail.content.kind === 'text' ? mail.content.text : '' }),
      render: (said) => ({ text: said.map(({ context }) => reply((context as Context).heard)).join('\n') }),
      sorry: () => ({ text: 'sorry' }),
      enough: () => ({ text: 'enough' }),
    },
    actors: { model: { attempts: 2, timeoutMs: 8_000, slow: false, run: () => new Promise((resolve) => setTimeout(resolve, modelMs, null)) } },
  };
}
