// One letter at a time: what is taken, what is dropped, what comes out, and how a broken machine is stopped.
import { assign, cancel, emit, fromPromise, log, raise, sendTo, setup, spawnChild, type AnyStateMachine } from 'xstate';
import { describe, expect, it } from 'vitest';
import { createChart, type Chart } from '../../src/conversation/chart.ts';
import { begin, step, StepFailed, type Effect, type Letter, type Stepped } from '../../src/conversation/step.ts';
import type { Session } from '../../src/conversation/session.ts';
import { frozen } from './frozen.ts';

interface Seen { context: { n: number }; event: { type: string; n?: number; output?: number } }
const never = fromPromise(() => new Promise<never>(() => {}));
const fail = () => {
  throw new Error('out of ink');
};
const basics = {
  actors: { weigh: never, measure: never },
  delays: { soon: 1_000, later: ({ context }: Seen) => 1_000 * context.n },
  guards: { few: ({ context }: Seen) => context.n < 3, broken: fail },
  actions: {
    say: () => {},
    add: assign(({ context }: Seen) => ({ n: context.n + 1 }) as never),
    breaks: assign(fail),
    ring: raise({ type: 'ring' }, { delay: 5_000, id: 'bell' }),
    ringAgain: raise({ type: 'ring' }, { delay: 9_000, id: 'bell' }),
    ringByName: raise({ type: 'ring' }, { delay: 5_000, id: 'ring' }),
    ringAnyhow: raise({ type: 'ring' }, { delay: 5_000 }),
    hush: cancel('bell'),
    tellAll: emit({ type: 'told' }),
    write: log('a line'),
    sendAway: sendTo('nobody', { type: 'x' }),
    spawn: spawnChild(never as never, { id: 'unnamed' } as never),
  },
};

function chartOf(states: object, more: object = {}): Chart {
  return createChart(setup(basics as never).createMachine({ id: 'scale', initial: 'a', context: { n: 0 }, options: { maxIterations: 50 }, states, ...more } as never) as unknown as AnyStateMachine, 7);
}

const at = 1_000_000;
const event = (type: string, more: object = {}): Letter => ({ kind: 'event', event: { type, ...more } });
const timer = (id: string, gen: number): Letter => ({ kind: 'timer', id, gen });
const say = (text: string) => ({ type: 'say', params: { text } });
const said = ({ effects }: Stepped) => effects.map((effect) => (effect.kind === 'act' ? effect.params.text : effect.kind === 'fact' ? effect.event.type : effect.src));

/** Takes letters in order; each must be taken. */
function drive(chart: Chart, ...letters: ((session: Session) => Letter)[]): Stepped {
  let stepped = begin(chart, undefined, at);
  for (const letter of letters) {
    const next = step(frozen(JSON.parse(JSON.stringify(stepped.session)) as Session), letter(stepped.session), at, chart);
    expect(next).not.toBeNull();
    stepped = next!;
  }
  return stepped;
}
const go = () => event('go');

describe('a letter', () => {
  const waiting = chartOf({
    a: { on: { go: 'b' } },
    b: {
      entry: 'ring', exit: 'hush', invoke: { id: 'weight', src: 'weigh', input: ({ context }: Seen) => ({ of: context.n }), onDone: { target: 'a', actions: say('weighed') }, onError: { target: 'a', actions: say('failed') } },
      after: { soon: { actions: [say('soon'), 'add'] } },
      on: { ring: { actions: say('ring') }, again: { target: 'b', reenter: true }, back: 'a' },
    },
  });

  it('starts the jobs and timers of the state it leads to, counted from now', () => {
    const { session, effects, handled } = drive(waiting, go);
    expect(handled).toBe(true);
    expect(session).toMatchObject({ current_flow: 'b', step: '', value: 'b', status: 'active', machine: 'scale', version: 7, chart: waiting.fingerprint, seq: 2 });
    expect(session.timers).toEqual({ bell: { gen: expect.any(Number), dueAt: at + 5_000, event: { type: 'ring' } }, 'soon.scale.b': { gen: expect.any(Number), dueAt: at + 1_000 } });
    expect(session.jobs).toEqual({ weight: { gen: expect.any(Number), src: 'weigh' } });
    expect(effects).toEqual<Effect[]>([{ kind: 'start', id: 'weight', gen: session.jobs.weight!.gen, src: 'weigh', input: { of: 0 }, context: { n: 0 } }]);
  });

  it('takes a delay that depends on the context as it is then', () => {
    const chart = chartOf({ a: { entry: ['add', 'add'], after: { later: 'b' } }, b: {} });
    expect(begin(chart, undefined, at).session.timers).toMatchObject({ 'later.scale.a': { dueAt: at + 2_000 } });
  });

  it('of a timer is taken once: a second delivery is null', () => {
    const { session } = drive(waiting, go);
    const letter = timer('soon.scale.b', session.timers['soon.scale.b']!.gen);
    const first = step(session, letter, at, waiting)!;
    expect(said(first)).toEqual(['soon']);
    expect(step(first.session, letter, at, waiting)).toBeNull();
  });

  it('of a delayed raise brings its event', () => {
    expect(said(drive(waiting, go, (s) => timer('bell', s.timers.bell!.gen)))).toEqual(['ring']);
  });

  it('of a delayed raise brings its event when the raise is named like its event', () => {
    const chart = chartOf({ a: { entry: 'ringByName', on: { ring: { actions: say('ring') } } } });
    expect(said(drive(chart, (s) => timer('ring', s.timers.ring!.gen)))).toEqual(['ring']);
  });

  it('of a delayed raise counts from the last raise of that id', () => {
    const chart = chartOf({ a: { entry: 'ring', on: { go: { actions: 'ringAgain' } } } });
    const { session: first } = begin(chart, undefined, at);
    const { session } = drive(chart, go);
    expect(session.timers).toEqual({ bell: { gen: expect.any(Number), dueAt: at + 9_000, event: { type: 'ring' } } });
    expect(step(session, timer('bell', first.timers.bell!.gen), at, chart)).toBeNull();
  });

  it.each([
    ['left', ['back']],
    ['entered again', ['again']],
    ['left and come back to', ['back', 'go']],
  ])('of a timer or job of a state that was %s comes too late and is null', (_, types) => {
    const { session: before } = drive(waiting, go);
    const { session } = drive(waiting, go, ...types.map((type) => () => event(type)));
    const { gen } = before.jobs.weight!;
    expect(step(session, timer('soon.scale.b', before.timers['soon.scale.b']!.gen), at, waiting)).toBeNull();
    expect(step(session, timer('bell', before.timers.bell!.gen), at, waiting)).toBeNull();
    expect(step(session, { kind: 'done', id: 'weight', gen, output: 1 }, at, waiting)).toBeNull();
    expect(step(session, { kind: 'failed', id: 'weight', gen, error: 'late' }, at, waiting)).toBeNull();
  });

  it('of something that never ran is null', () => {
    const { session } = begin(waiting, undefined, at);
    expect(step(session, timer('soon.scale.b', 1), at, waiting)).toBeNull();
    expect(step(session, { kind: 'done', id: 'weight', gen: 1, output: 1 }, at, waiting)).toBeNull();
  });

  it.each([
    ['done', 'weighed', { output: 3 }],
    ['failed', 'failed', { error: 'no' }],
  ] as const)('that a job is %s moves the machine on, and a second one is null', (kind, text, result) => {
    const { session } = drive(waiting, go);
    const letter = { kind, id: 'weight', gen: session.jobs.weight!.gen, ...result } as unknown as Letter;
    const stepped = step(session, letter, at, waiting)!;
    expect(said(stepped)).toEqual([text]);
    expect(stepped.session).toMatchObject({ value: 'a', timers: {}, jobs: {}, children: {} });
    expect(step(stepped.session, letter, at, waiting)).toBeNull();
  });

  it('that no state wants is not handled and changes nothing but the count of steps', () => {
    const { session } = drive(waiting, go);
    const stepped = step(session, event('what'), at, waiting)!;
    expect(stepped).toEqual({ session: { ...session, seq: session.seq + 1 }, effects: [], handled: false });
  });

  it('that only makes the machine speak is handled', () => {
    const chart = chartOf({ a: { on: { go: { actions: say('here') } } } });
    const stepped = drive(chart, go);
    expect(said(stepped)).toEqual(['here']);
    expect(stepped.handled).toBe(true);
  });
});

describe('effects', () => {
  it('come in the order the machine asked, each with the context and time of its moment', () => {
    const chart = chartOf({ a: { on: { go: { target: 'b', actions: [say('one'), 'add', say('two'), 'tellAll', 'write'] } } }, b: { entry: ['add', say('three')] } });
    const { effects } = drive(chart, () => event('go', { at: 5 }));
    expect(effects).toEqual<Effect[]>([
      { kind: 'act', type: 'say', params: { text: 'one' }, context: { n: 0 }, at: 5 },
      { kind: 'act', type: 'say', params: { text: 'two' }, context: { n: 1 }, at: 5 },
      { kind: 'fact', event: { type: 'told' } },
      { kind: 'act', type: 'say', params: { text: 'three' }, context: { n: 2 }, at: 5 },
    ]);
  });

  it('happened now when the letter says no time', () => {
    const chart = chartOf({ a: { on: { go: { actions: say('one') } } } });
    expect(drive(chart, go).effects).toMatchObject([{ at }]);
  });

  it('do not start a job that is left in the same step', () => {
    const chart = chartOf({ a: { on: { go: 'b' } }, b: { invoke: { id: 'weight', src: 'weigh', onError: 'a' }, always: 'c' }, c: {} });
    const { session, effects } = drive(chart, go);
    expect(session).toMatchObject({ value: 'c', jobs: {} });
    expect(effects).toEqual([]);
  });

  it('leave no timer or job behind when the machine is done', () => {
    const chart = chartOf({ a: { on: { go: 'end' } }, end: { type: 'final' } }, { entry: 'ring', invoke: { id: 'weight', src: 'weigh', onError: '.a' } });
    const { session } = drive(chart, go);
    expect(session).toMatchObject({ status: 'done', value: 'end', timers: {}, jobs: {} });
  });
});

describe('a machine that breaks its rules', () => {
  it.each([
    ['a guard that throws', { a: { on: { go: { guard: 'broken', target: 'b' } } }, b: {} }],
    ['an assignment that throws', { a: { on: { go: { target: 'b', actions: 'breaks' } } }, b: {} }],
    ['an entry that throws', { a: { on: { go: 'b' } }, b: { entry: 'breaks' } }],
    ['an unknown guard', { a: { on: { go: { guard: 'unheard', target: 'b' } } }, b: {} }],
    ['an always-cycle', { a: { on: { go: 'b' } }, b: { always: 'c' }, c: { always: 'b' } }],
    ['an actor that has no name', { a: { on: { go: 'b' } }, b: { invoke: { id: 'weight', src: never, onError: 'a' } } }],
    ['a spawned actor that has no name', { a: { on: { go: { actions: 'spawn' } } } }],
    ['an actor that is unknown', { a: { on: { go: 'b' } }, b: { invoke: { id: 'weight', src: 'unheard', onError: 'a' } } }],
    ['a built-in that the engine does not carry out', { a: { invoke: { id: 'nobody', src: 'weigh', onError: 'a' }, on: { go: { actions: 'sendAway' } } } }],
    ['a delayed raise without an id', { a: { on: { go: { actions: 'ringAnyhow' } } } }],
  ])('fails on %s, and the session in hand is as it was', (_, states) => {
    const chart = chartOf(states);
    const session = frozen(JSON.parse(JSON.stringify(begin(chart, undefined, at).session)) as Session);
    const before = JSON.stringify(session);
    expect(() => step(session, go(), at, chart)).toThrow(StepFailed);
    expect(JSON.stringify(session)).toBe(before);
  });

  it('says where it broke and why', () => {
    const chart = chartOf({ a: { initial: 'inner', states: { inner: { on: { go: { actions: 'breaks' } } } } } });
    const { session } = begin(chart, undefined, at);
    expect(() => step(session, go(), at, chart)).toThrow(expect.objectContaining({ message: expect.stringContaining('a.inner'), cause: expect.objectContaining({ message: 'out of ink' }) }));
  });

  it('fails when an error has no handler', () => {
    const chart = chartOf({ a: { invoke: { id: 'weight', src: 'weigh', onDone: 'b' } }, b: {} });
    const { session } = begin(chart, undefined, at);
    expect(() => step(session, { kind: 'failed', id: 'weight', gen: session.jobs.weight!.gen, error: 'no' }, at, chart)).toThrow(StepFailed);
  });

  it('fails on a session whose state it does not have', () => {
    const chart = chartOf({ a: {} });
    const { session } = begin(chart, undefined, at);
    expect(() => step({ ...session, value: 'gone' }, go(), at, chart)).toThrow(StepFailed);
  });

  it.each([
    ['a context that throws', { a: {} }, { context: fail }],
    ['an entry that throws', { a: { entry: 'breaks' } }, {}],
    ['an always-cycle', { a: { always: 'b' }, b: { always: 'a' } }, {}],
  ])('cannot begin with %s', (_, states, more) => {
    const chart = chartOf(states, more);
    expect(() => begin(chart, undefined, at)).toThrow(StepFailed);
  });
});
