// What a chart knows of its machine: a fingerprint of its shape, and what each resting state says of itself.
import { assign, fromPromise, setup, type AnyStateMachine } from 'xstate';
import { describe, expect, it } from 'vitest';
import { createChart, metaOf, type Chart } from '../../src/conversation/chart.ts';

type Node = Record<string, unknown>;

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
/** What is to be different, by the path in the machine's config; `gone` takes it out. */
type Change = Record<string, unknown>;
const gone = Symbol('gone');
const chartOf = (change: Change = {}): Chart => {
  const root = shape();
  for (const [path, value] of Object.entries(change)) {
    const names = path.split('.');
    const last = names.pop()!;
    const place = names.reduce<Node>((node, name) => node[name] as Node, root);
    if (value === gone) delete place[last];
    else place[last] = value;
  }
  return createChart(machineOf(root), 1);
};
const original = chartOf().fingerprint;

describe('the fingerprint', () => {
  it('is the same each time', () => {
    expect(chartOf().fingerprint).toBe(original);
    expect(original).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each<[string, Change]>([
    ['a state is added', { 'states.e': {} }],
    ['a state is removed', { 'states.d': gone }],
    ['a state is renamed', { 'states.d': gone, 'states.e': { type: 'final' } }],
    ['a state deep inside is added', { 'states.b.states.three': {} }],
    ['a state becomes final', { 'states.b.states.two.type': 'final' }],
    ['the initial state changes', { initial: 'b' }],
    ['an inner initial state changes', { 'states.b.initial': 'two' }],
    ['history becomes shallow', { 'states.b.states.before.history': 'shallow' }],
    ['history falls back to another state', { 'states.b.states.before.target': 'two' }],
    ['a transition is added', { 'states.a.on.run': 'b' }],
    ['a transition is removed', { 'states.a.on.look': gone }],
    ['a transition goes elsewhere', { 'states.a.on.go.target': 'c' }],
    ['a transition’s event is renamed', { 'states.a.on.go': gone, 'states.a.on.went': { target: 'b', guard: 'may', actions: 'count' } }],
    ['a transition enters its state again', { 'states.a.on.go.reenter': true }],
    ['a guard changes', { 'states.a.on.go.guard': 'mayNot' }],
    ['a guard is dropped', { 'states.a.on.go.guard': gone }],
    ['an action is added', { 'states.a.on.go.actions': ['count', 'wave'] }],
    ['an action’s parameters change', { 'states.a.on.look.actions': [{ type: 'say', params: { key: 'see' } }] }],
    ['an entry changes', { 'states.a.entry': 'wave' }],
    ['an exit is dropped', { 'states.a.exit': gone }],
    ['an always is dropped', { 'states.b.states.one.always': gone }],
    ['an always’ guard changes', { 'states.b.states.one.always.guard': 'mayNot' }],
    ['a delay changes', { 'states.b.after': { later: 'a' } }],
    ['an after is added', { 'states.a.after': { 5_000: 'b' } }],
    ['a job’s actor changes', { 'states.b.invoke.src': 'measure' }],
    ['a job’s id changes', { 'states.b.invoke.id': 'work' }],
    ['a job’s answer leads elsewhere', { 'states.b.invoke.onDone': 'a' }],
    ['a job is dropped', { 'states.b.invoke': gone }],
  ])('changes when %s', (_, change) => {
    expect(chartOf(change).fingerprint).not.toBe(original);
  });

  it.each<[string, Change]>([
    ['meta', { 'states.a.meta': { prompt: 'other', reads: 'text' }, 'states.b.meta': gone }],
    ['a description', { 'states.a.description': 'where it begins', 'states.a.on.go.description': 'on' }],
    ['tags', { 'states.a.tags': ['quiet'] }],
  ])('is the same when %s changes', (_, change) => {
    expect(chartOf(change).fingerprint).toBe(original);
  });
});

describe('a chart', () => {
  it('is refused for a machine without maxIterations, since one cycle of it would hang the process', () => {
    expect(() => chartOf({ options: gone })).toThrow(/maxIterations/);
    expect(() => chartOf({ options: { maxIterations: Infinity } })).toThrow(/maxIterations/);
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
