// What a chart knows of its machine: a fingerprint of its shape, and what each resting state says of itself.
import { assign, fromPromise, setup, type AnyStateMachine } from 'xstate';
import { describe, expect, it } from 'vitest';
import { createChart, metaOf, type Chart } from '../../src/conversation/chart.ts';

type Node = Record<string, unknown> & { states?: Record<string, Node> };

const shape = (): Node => ({
  id: 'm',
  initial: 'a',
  meta: { safe: 'a', reads: 'option', burst: 'merge' },
  context: { n: 0 },
  options: { maxIterations: 20 },
  states: {
    a: { entry: 'greet', exit: 'wave', on: { go: { target: 'b', guard: 'may', actions: 'count' }, look: { actions: [{ type: 'say', params: { key: 'look' } }] } }, meta: { prompt: 'a.ask' } },
    b: {
      initial: 'one',
      invoke: { id: 'job', src: 'weigh', onDone: 'c', onError: 'a' },
      after: { soon: 'a' },
      meta: { safe: 'b.one', burst: 'each' },
      states: { one: { always: { guard: 'may', target: 'two' } }, two: { meta: { burst: 'hold', prompt: 'b.two' } }, before: { type: 'history', history: 'deep', target: 'one' } },
    },
    c: { type: 'parallel', meta: { prompt: 'c.ask' }, states: { left: { initial: 'x', states: { x: { meta: { reads: 'text' } } } }, right: { initial: 'y', states: { y: { meta: { reads: 'time' } }, z: {} } } } },
    d: { type: 'final' },
  },
});
const idle = () => {};
const machineOf = (config: Node) => setup({
  guards: { may: () => true, mayNot: () => false },
  actions: { greet: idle, wave: idle, say: idle, count: assign({}) },
  actors: { weigh: fromPromise(async () => 1), measure: fromPromise(async () => 1) },
  delays: { soon: 1_000, later: 2_000 },
} as never).createMachine(config as never) as unknown as AnyStateMachine;
const chartOf = (change: (states: Record<string, Node>, root: Node) => void = idle): Chart => {
  const root = shape();
  change(root.states!, root);
  return createChart(machineOf(root), 1);
};
const original = chartOf().fingerprint;

describe('the fingerprint', () => {
  it('is the same each time', () => {
    expect(chartOf().fingerprint).toBe(original);
    expect(original).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each<[string, (states: Record<string, any>, root: Node) => void]>([
    ['a state is added', (s) => (s.e = {})],
    ['a state is removed', (s) => delete s.d],
    ['a state is renamed', (s) => ((s.e = s.d), delete s.d)],
    ['a state deep inside is added', (s) => (s.b.states.three = {})],
    ['a state becomes final', (s) => (s.b.states.two.type = 'final')],
    ['the initial state changes', (_, root) => (root.initial = 'b')],
    ['an inner initial state changes', (s) => (s.b.initial = 'two')],
    ['history becomes shallow', (s) => (s.b.states.before.history = 'shallow')],
    ['a transition is added', (s) => (s.a.on.run = 'b')],
    ['a transition is removed', (s) => delete s.a.on.look],
    ['a transition goes elsewhere', (s) => (s.a.on.go.target = 'c')],
    ['a transition’s event is renamed', (s) => ((s.a.on.went = s.a.on.go), delete s.a.on.go)],
    ['a transition enters its state again', (s) => (s.a.on.go.reenter = true)],
    ['a guard changes', (s) => (s.a.on.go.guard = 'mayNot')],
    ['a guard is dropped', (s) => delete s.a.on.go.guard],
    ['an action is added', (s) => (s.a.on.go.actions = ['count', 'wave'])],
    ['an action’s parameters change', (s) => (s.a.on.look.actions[0].params.key = 'see')],
    ['an entry changes', (s) => (s.a.entry = 'wave')],
    ['an exit is dropped', (s) => delete s.a.exit],
    ['an always is dropped', (s) => delete s.b.states.one.always],
    ['an always’ guard changes', (s) => (s.b.states.one.always.guard = 'mayNot')],
    ['a delay changes', (s) => (s.b.after = { later: 'a' })],
    ['an after is added', (s) => (s.a.after = { 5_000: 'b' })],
    ['a job’s actor changes', (s) => (s.b.invoke.src = 'measure')],
    ['a job’s id changes', (s) => (s.b.invoke.id = 'work')],
    ['a job’s answer leads elsewhere', (s) => (s.b.invoke.onDone = 'a')],
    ['a job is dropped', (s) => delete s.b.invoke],
  ])('changes when %s', (_, change) => {
    expect(chartOf(change).fingerprint).not.toBe(original);
  });

  it.each<[string, (states: Record<string, any>, root: Node) => void]>([
    ['meta', (s) => ((s.a.meta = { prompt: 'other', reads: 'text' }), delete s.b.meta)],
    ['a description', (s) => ((s.a.description = 'where it begins'), (s.a.on.go.description = 'on'))],
    ['tags', (s) => (s.a.tags = ['quiet'])],
  ])('is the same when %s changes', (_, change) => {
    expect(chartOf(change).fingerprint).toBe(original);
  });
});

describe('a chart', () => {
  it('is refused for a machine without maxIterations, since one cycle of it would hang the process', () => {
    expect(() => chartOf((_, root) => delete root.options)).toThrow(/maxIterations/);
    expect(() => chartOf((_, root) => (root.options = { maxIterations: Infinity }))).toThrow(/maxIterations/);
  });

  it('can be made of a machine that needs its input to start', () => {
    const machine = machineOf({ ...shape(), context: ({ input }: { input: { name: { first: string } } }) => ({ n: input.name.first.length }) });
    expect(createChart(machine, 1).fingerprint).toBe(original);
  });
});

describe('what a state says of itself', () => {
  const chart = chartOf();

  it('is inherited from its parents', () => {
    expect(metaOf(chart, { b: 'one' })).toMatchObject({ reads: 'option', burst: 'each' });
  });

  it('is its own where both say something', () => {
    expect(metaOf(chart, { b: 'two' })).toMatchObject({ burst: 'hold', prompt: 'b.two', reads: 'option' });
    expect(metaOf(chart, 'a')).toEqual({ prompt: 'a.ask', reads: 'option', burst: 'merge' });
  });

  it('does not inherit the safe state, which is for the flow alone', () => {
    expect(metaOf(chart, 'a').safe).toBeUndefined();
    expect(metaOf(chart, { b: 'one' }).safe).toBeUndefined();
    expect(chart.metaByPath.get('b')!.safe).toBe('b.one');
  });

  it('is merged over regions in document order', () => {
    expect(metaOf(chart, { c: { left: 'x', right: 'y' } })).toMatchObject({ prompt: 'c.ask', reads: 'time' });
  });

  it('is nothing for a state that does not exist', () => {
    expect(metaOf(chart, 'gone')).toEqual({});
    expect(metaOf(chart, { b: 'gone' })).toEqual({});
  });
});
