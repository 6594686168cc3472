// Finds what must not be in a flow: names nobody knows, waits without an end, questions that are not asked.
import type { ActionRef, Flow, GuardRef, TransitionTo } from '../../machines/vocabulary.ts';

export interface Known {
  guards: readonly string[];
  actions: readonly string[];
  actors: readonly string[];
  delays: readonly string[];
}

type Many<T> = T | readonly T[] | undefined;
const many = <T>(value: Many<T>): readonly T[] => (value === undefined ? [] : Array.isArray(value) ? value as readonly T[] : [value as T]);
const nameOf = (ref: ActionRef | GuardRef): string => (typeof ref === 'string' ? ref : ref.type);

/** Every fault of a flow and its states, each with the path of the state it is in. Empty when the flow is sound. */
export function faultsOf(flow: Flow, known: Known, path = 'root'): string[] {
  const faults: string[] = [];
  const fault = (what: string) => faults.push(`${path}: ${what}`);
  const checkName = (kind: keyof Known, name: string) => {
    if (!known[kind].includes(name)) fault(`unknown ${kind.slice(0, -1)} ${name}`);
  };
  const said: string[] = [];
  const checkActions = (actions: Many<ActionRef>) => {
    for (const action of many(actions)) {
      checkName('actions', nameOf(action));
      if (nameOf(action) === 'say' && typeof (typeof action === 'string' ? null : action.params?.key) !== 'string') fault('say without a key');
    }
  };
  const checkTransitions = (transitions: Many<TransitionTo>) => {
    for (const to of many(transitions)) {
      if (typeof to === 'string') continue;
      if (to.guard !== undefined) checkName('guards', nameOf(to.guard));
      checkActions(to.actions);
    }
  };
  if (path === 'root' && JSON.stringify(JSON.parse(JSON.stringify(flow))) !== JSON.stringify(flow)) fault('is not JSON');
  for (const [key, value] of Object.entries(flow)) {
    if (typeof value === 'function') fault(`${key} is an inline function`);
  }
  for (const inline of functionsIn({ ...flow, states: undefined })) fault(`inline function at ${inline}`);
  if ('systemId' in flow) fault('systemId');
  checkActions(flow.entry);
  checkActions(flow.exit);
  for (const action of many(flow.entry)) if (typeof action !== 'string' && action.type === 'say') said.push(String(action.params?.key));
  for (const [event, transitions] of Object.entries(flow.on ?? {})) {
    if (event.includes('*')) fault('wildcard event');
    if (event.startsWith('xstate.')) fault(`listens to ${event}`);
    checkTransitions(transitions);
  }
  checkTransitions(flow.always);
  checkTransitions(flow.onDone);
  for (const [delay, transitions] of Object.entries(flow.after ?? {})) {
    checkName('delays', delay);
    checkTransitions(transitions);
  }
  if (flow.invoke) {
    checkName('actors', flow.invoke.src);
    if ('systemId' in flow.invoke) fault('systemId');
    if (flow.invoke.onError === undefined) fault('invokes without onError');
    if (flow.after === undefined) fault('invokes without a timeout');
    checkTransitions(flow.invoke.onDone);
    checkTransitions(flow.invoke.onError);
  }
  if (flow.meta?.prompt !== undefined && !said.includes(flow.meta.prompt)) fault(`does not say its prompt ${flow.meta.prompt} on entry`);
  if (flow.meta?.prompt === undefined && flow.states === undefined && flow.always === undefined && said.length > 0) fault(`says ${said.join(', ')} on entry and has no prompt`);
  for (const [name, child] of Object.entries(flow.states ?? {})) faults.push(...faultsOf(child, known, path === 'root' ? name : `${path}.${name}`));
  return faults;
}

function functionsIn(value: unknown, at = ''): string[] {
  if (typeof value === 'function') return [at];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => functionsIn(inner, `${at}/${key}`));
}

/** Every copy key that a flow says or opens. */
export function keysOf(flow: Flow): string[] {
  const keys: string[] = [];
  JSON.stringify(flow, (name, value: unknown) => {
    if (typeof value === 'object' && value !== null && (value as { type?: string }).type === 'say') keys.push((value as { params: { key: string } }).params.key);
    if (name === 'prompt') keys.push(String(value));
    if (name === 'accepts') keys.push(...value as string[]);
    return value;
  });
  return [...new Set(keys)];
}
