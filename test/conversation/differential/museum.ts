// The sample machine of the differential test: a museum's guide with every feature of XState that the engine carries out.
import { fromPromise, setup, type AnyStateMachine } from 'xstate';
import { arrival, tickets } from './arrival.ts';
import { asleep, club, desk, lobby, shop } from './lobby.ts';
import { tour, workshop } from './tour.ts';
import { answers, arrive, assigns, delays, guards, others } from './visit.ts';

/** Actions that reach the world; live XState runs them, the engine hands them out. */
export const effectNames = ['tell', 'show', 'track'] as const;

/** Events that come from outside, without what they carry. */
export const outside = ['text', 'tap', 'photo', 'bell', 'paid', 'home', 'released'] as const;

const idle = () => {};

export const museum = setup({
  guards,
  delays,
  actions: { ...assigns, ...others, ...Object.fromEntries(effectNames.map((name) => [name, idle])) },
  actors: Object.fromEntries(Object.keys(answers).map((name) => [name, fromPromise(() => new Promise(idle))])),
} as never).createMachine({
  id: 'museum',
  initial: 'arrival',
  context: ({ input }: { input?: { visitor?: string } }) => arrive(input?.visitor ?? ''),
  options: { maxIterations: 100 },
  on: { home: { target: '.lobby', actions: { type: 'tell', params: { text: 'this way' } } } },
  states: { arrival, tickets, tour, workshop, shop, club, desk, lobby, asleep, closed: { type: 'final', entry: { type: 'tell', params: { text: 'good night' } } } },
} as never) as unknown as AnyStateMachine;
