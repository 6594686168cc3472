// Takes a session that another release wrote into the present chart: migrated, brought to safety where its state is gone, completed where timers or jobs are missing.
import type { AnyStateMachine } from 'xstate';
import { metaOf, type Chart } from './chart.ts';
import { pathOf, type Session } from './session.ts';
import { restore, StepFailed, type Effect } from './step.ts';

export interface Adopted {
  session: Session;
  /** Jobs that the chart expects to be under way and nobody started. */
  starts: Extract<Effect, { kind: 'start' }>[];
  /** `as-is`: the chart is the same. `migrated`: it fits. `stranded`: its state is gone; it went to its flow's safe state. */
  fate: 'as-is' | 'migrated' | 'stranded';
}

interface ActiveNode {
  id: string;
  after: { delay: unknown; eventType: string }[];
  invoke: { id: string; src: unknown; input?: unknown }[];
}

const afterPrefix = 'xstate.after.';
const maxGenerationsPerStep = 1000;

/**
 * Adopts a session. Pure. The result has taken one step more, so that it is written.
 * Nothing is said by it: entry actions and eventless transitions of the new state wait for the next letter, so that what they
 * say answers somebody.
 * An `after` that ran out without leaving its state cannot be told from one that is new, and runs again.
 * @param now ms since the epoch; what timers that are missing are counted from
 * @throws {StepFailed} when the session is of a newer version: another process of that version must take it
 */
export function adopt(session: Session, chart: Chart, now: number): Adopted {
  if (session.chart === chart.fingerprint && session.version === chart.version) return { session, starts: [], fate: 'as-is' };
  if (session.version > chart.version) throw new StepFailed(`A session of version ${session.version} met version ${chart.version}`);
  const seq = session.seq + 1;
  let migrated = session;
  try {
    for (let version = session.version; version < chart.version; version++) migrated = chart.migrations[version]?.(migrated) ?? migrated;
    const completed = complete(migrated, chart, seq, now);
    assertWaitsForSomething(completed.session, chart);
    return { ...completed, fate: 'migrated' };
  } catch {
    return { ...complete(toSafety(migrated, chart), chart, seq, now), fate: 'stranded' };
  }
}

// Mail would be held for ever where nothing is under way that could end the waiting.
function assertWaitsForSomething({ value, timers, jobs }: Session, chart: Chart): void {
  if (metaOf(chart, value).burst !== 'hold' || Object.keys(timers).length + Object.keys(jobs).length > 0) return;
  throw new StepFailed(`Mail is held in ${pathOf(value).join('.')} and nothing is under way there`);
}

// The nearest parent of the lost state that still exists knows where to go; failing all, the machine begins anew with what it remembers.
// What was under way belonged to the lost state; only a delayed raise belongs to none. Its parents forget where they were left earlier:
// to resume there would lead further back than the state that is lost.
function toSafety(session: Session, chart: Chart): Session {
  const path = pathOf(session.value);
  let safe: string | undefined;
  for (let depth = path.length; depth >= 0 && safe === undefined; depth--) {
    const named = chart.safeByPath.get(path.slice(0, depth).join('.'));
    if (named !== undefined && chart.metaByPath.has(named)) safe = named;
  }
  const value = safe?.split('.').reduceRight<unknown>((inner, name) => (inner === undefined ? name : { [name]: inner }), undefined);
  const timers = Object.fromEntries(Object.entries(session.timers).filter(([, timer]) => timer.event));
  const parents = path.map((_name, depth) => [chart.machine.id, ...path.slice(0, depth)].join('.'));
  const historyValue = Object.fromEntries(Object.entries(session.historyValue ?? {}).filter(([id, left]) => Array.isArray(left) && !parents.includes(id.slice(0, id.lastIndexOf('.')))));
  const { value: resolved } = (chart.machine as AnyStateMachine).resolveState({ value: (value ?? {}) as never, context: session.temp_data as never });
  return { ...session, value: resolved as Session['value'], status: 'active', historyValue, children: {}, timers, jobs: {} };
}

function complete(session: Session, chart: Chart, seq: number, now: number): Omit<Adopted, 'fate'> {
  const snapshot = restore(chart, session);
  const nodes = session.status === 'active' ? (snapshot as unknown as { _nodes: ActiveNode[] })._nodes : [];
  let gen = seq * maxGenerationsPerStep;
  const timers: Session['timers'] = {};
  for (const { delay, eventType } of nodes.flatMap((node) => node.after)) {
    const id = eventType.slice(afterPrefix.length);
    timers[id] ??= session.timers[id] ?? { gen: ++gen, dueAt: now + chart.delayOf(delay) };
  }
  // A timer with an event of its own is a delayed raise, which no state declares.
  for (const [id, timer] of Object.entries(session.timers)) if (timer.event) timers[id] = timer;
  const jobs: Session['jobs'] = {};
  const children: Session['children'] = {};
  const starts: Adopted['starts'] = [];
  for (const { id, src, input } of nodes.flatMap((node) => node.invoke)) {
    const name = String(src);
    const running = session.jobs[id];
    const child = session.children[id];
    children[id] = child === undefined ? { snapshot: { status: 'active' }, src: name, syncSnapshot: false } : { ...child, src: name };
    if (running?.src === name) {
      jobs[id] = running;
    } else if (running !== undefined || child === undefined) {
      // A child without a job is not started: it has answered, and its state has not been left since.
      jobs[id] = { gen: ++gen, src: name };
      const given = typeof input === 'function' ? input({ context: session.temp_data, event: { type: 'deployed', at: now }, self: chart.inert }) as unknown : input;
      starts.push({ kind: 'start', id, gen, src: name, input: given ?? null, context: session.temp_data });
    }
  }
  // Of the snapshot and not of the session: it knows the whole way to the leaf, and what in the history still exists.
  const { value } = snapshot;
  const { historyValue } = chart.machine.getPersistedSnapshot(snapshot as never) as unknown as { historyValue: unknown };
  const path = pathOf(value);
  return {
    session: {
      current_flow: path[0] ?? '', step: path.slice(1).join('.'), temp_data: session.temp_data, machine: chart.machine.id, version: chart.version,
      chart: chart.fingerprint, value: value as Session['value'], status: session.status, historyValue, children, timers, jobs, ...(session.wrote && { wrote: session.wrote }), seq,
    },
    starts,
  };
}
