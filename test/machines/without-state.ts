// The conversation as another release might have it: one state renamed, with every mention of it, and nobody who thought of the sessions.
import { createMachine } from 'xstate';
import { conversationFlow, conversationVersion } from '../../machines/conversation.ts';
import type { Flow } from '../../machines/vocabulary.ts';
import { createChart, type Chart } from '../../src/conversation/chart.ts';
import { reckonedConversation } from '../../src/conversation/reckoned.ts';

const root = '#conversation.';

/** The paths of all states, flows included. */
export function statePaths(flow: Flow = conversationFlow, path: readonly string[] = []): string[] {
  return Object.entries(flow.states ?? {}).flatMap(([name, child]) => [[...path, name].join('.'), ...statePaths(child, [...path, name])]);
}

/** The chart of the next version, in which the state at `lost` has another name. */
export function chartWithout(lost: string): Chart {
  const config = { ...renamed(conversationFlow, [], lost), context: reckonedConversation.config.context, options: { maxIterations: 100 } };
  return createChart(createMachine(config as never, reckonedConversation.implementations as never), conversationVersion + 1);
}

type Json = Record<string, unknown>;
const inNew = (path: string, lost: string): string => (path === lost || path.startsWith(`${lost}.`) ? `${lost}2${path.slice(lost.length)}` : path);

function renamed(flow: Flow, path: readonly string[], lost: string): Json {
  const parent = path.slice(0, -1);
  const from = (base: readonly string[], target: string): string => inNew([...base, target].join('.'), lost).split('.').slice(base.length).join('.');
  const retarget = (target: string): string => {
    if (target.startsWith(root)) return root + inNew(target.slice(root.length), lost);
    return target.startsWith('.') ? `.${from(path, target.slice(1))}` : from(parent, target);
  };
  const transitions = (given: unknown): unknown => {
    if (typeof given === 'string') return retarget(given);
    if (Array.isArray(given)) return given.map(transitions);
    const { target } = given as { target?: string };
    return target === undefined ? given : { ...(given as Json), target: retarget(target) };
  };
  const each = (table: object): Json => Object.fromEntries(Object.entries(table).map(([event, given]) => [event, transitions(given)]));
  const { on, after, always, invoke, meta, states, initial, target } = flow;
  return {
    ...flow,
    ...(on && { on: each(on) }),
    ...(after && { after: each(after) }),
    ...(always && { always: transitions(always) }),
    ...(invoke && { invoke: { ...invoke, onDone: transitions(invoke.onDone), onError: transitions(invoke.onError) } }),
    ...(target !== undefined && { target: retarget(target) }),
    ...(initial !== undefined && { initial: from(path, initial) }),
    ...(meta?.safe !== undefined && { meta: { ...meta, safe: inNew(meta.safe, lost) } }),
    ...(states && { states: Object.fromEntries(Object.entries(states).map(([name, child]) => [from(path, name), renamed(child, [...path, name], lost)])) }),
  };
}
