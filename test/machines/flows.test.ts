// The flows are data and whole: every name is known, every wait ends, every question is asked.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { actorNames, conversationFlow, conversationLogic } from '../../machines/conversation.ts';
import { delays } from '../../machines/delays.ts';
import { effectNames, reckonedNames, type Flow } from '../../machines/vocabulary.ts';
import { faultsOf, type Known } from './lint.ts';

const known: Known = {
  guards: Object.keys(conversationLogic.guards),
  actions: [...effectNames, ...reckonedNames, ...Object.keys(conversationLogic.assigns)],
  actors: actorNames,
  delays: Object.keys(delays),
};

describe('the flows', () => {
  it('have no faults', () => {
    expect(faultsOf(conversationFlow, known)).toEqual([]);
  });

  it('are JSON through and through', () => {
    expect(JSON.parse(JSON.stringify(conversationFlow))).toEqual(conversationFlow);
  });

  it('use every guard, assignment, job and delay that is written for them', () => {
    const text = JSON.stringify(conversationFlow);
    expect(Object.values(known).flat().filter((name) => !text.includes(`"${name}"`))).toEqual([]);
  });

  it('import nothing but XState and each other', () => {
    const folder = path.resolve(import.meta.dirname, '../../machines');
    const imports = readdirSync(folder).filter((name) => name.endsWith('.ts'))
      .flatMap((name) => [...readFileSync(path.join(folder, name), 'utf8').matchAll(/from '([^']+)'/gu)].map((found) => found[1]!));
    expect(imports.filter((from) => from !== 'xstate' && !/^\.\/[\w.-]+\.ts$/u.test(from))).toEqual([]);
  });
});

describe('a flow is refused', () => {
  const say = (key: string) => ({ type: 'say', params: { key } });
  const sound: Flow = {
    initial: 'a',
    states: {
      a: { meta: { prompt: 'q' }, entry: say('q'), on: { said: 'b' } },
      b: { invoke: { id: 'j', src: 'pickLesson', onDone: 'a', onError: 'a' }, after: { pickTimeout: 'a' } },
    },
  };
  const a = sound.states!.a!;
  const b = sound.states!.b!;
  const withA = (part: object): Flow => ({ ...sound, states: { a: { ...a, ...part } as Flow, b } });
  const withB = (part: object): Flow => ({ ...sound, states: { a, b: { ...b, ...part } as Flow } });

  it('not when it is sound', () => {
    expect(faultsOf(sound, known)).toEqual([]);
  });

  it.each<[string, Flow]>([
    ['for an inline action', withA({ exit: () => {} })],
    ['for an inline guard', withA({ on: { said: { guard: () => true, target: 'b' } } })],
    ['for an unknown action', withA({ exit: 'shout' })],
    ['for an unknown guard', withA({ on: { said: { guard: 'isTuesday', target: 'b' } } })],
    ['for an unknown delay', withB({ after: { later: 'a' } })],
    ['for an unknown job', withB({ invoke: { ...b.invoke, src: 'guess' } })],
    ['for a job without onError', withB({ invoke: { id: 'j', src: 'pickLesson', onDone: 'a' } })],
    ['for a job without a timeout', withB({ after: undefined })],
    ['for a systemId', withB({ invoke: { ...b.invoke, systemId: 'x' } })],
    ['for a wildcard', withA({ on: { '*': 'b' } })],
    ['for listening to XState’s own events', withA({ on: { 'xstate.done.actor.j': 'b' } })],
    ['for a prompt that is not said on entry', withA({ entry: undefined })],
    ['for another prompt than the one it says', withA({ meta: { prompt: 'r' } })],
    ['for a question without a prompt', withA({ meta: {} })],
    ['for saying nothing', withA({ exit: { type: 'say' } })],
  ])('%s', (_why, flow) => {
    expect(faultsOf(flow, known)).not.toEqual([]);
  });
});
