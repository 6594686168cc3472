// Takes a session that another release wrote into the present chart: migrated, brought to safety where its state is gone, completed where timers or jobs are missing.
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import type { Chart } from './chart.ts';
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
  invoke: { id: string; src: unknown }[];
}

const afterPrefix = 'xstate.after.';
const maxGenerationsPerStep = 1000;

/**
 * Adopts a session. Pure. The result has taken one step more, so that it is written.
 * @param now ms since the epoch; what timers that are missing are counted from
 * @throws {StepFailed} when the session is of a newer version: another process of that version must take it
 */
export function adopt(session: Session, chart: Chart, now: number): Adopted {
  if (session.chart === chart.fingerprint && session.version === chart.version) return { session, starts: [], fate: 'as-is' };
  if (session.version > chart.version) throw new StepFailed(`A session of version ${session.version} met version ${chart.version}`);
  let migrated = session;
  for (let version = session.version; version < chart.version; version++) migrated = chart.migrations[version]?.(migrated) ?? migrated;
  let fate: Adopted['fate'] = 'migrated';
  let snapshot: AnyMachineSnapshot;
  try {
    snapshot = restore(chart, migrated);
  } catch {
    fate = 'stranded';
    migrated = toSafety(migrated, chart);
    snapshot = restore(chart, migrated);
  }
  return { ...reconcile(migrated, snapshot, chart, now), fate };
}

// The nearest parent of the lost state that still exists knows where to go; failing all, the machine begins anew with what it remembers.
function toSafety(session: Session, chart: Chart): Session {
  const path = pathOf(session.value);
  let safe: string | undefined;
  for (let depth = path.length; depth > 0 && safe === undefined; depth--) safe = chart.safeByPath.get(path.slice(0, depth).join('.'));
  const value = safe === undefined ? undefined : safe.split('.').reduceRight<unknown>((inner, name) => (inner === undefined ? name : { [name]: inner }), undefined);
  const machine = chart.machine as AnyStateMachine;
  const initial = chart.inert.getSnapshot() as AnyMachineSnapshot;
  const snapshot = machine.resolveState({ value: (value ?? initial.value) as never, context: session.temp_data as never });
  return { ...session, value: snapshot.value as Session['value'], status: 'active', historyValue: {}, children: {}, timers: {}, jobs: {} };
}

function reconcile(session: Session, snapshot: AnyMachineSnapshot, chart: Chart, now: number): Omit<Adopted, 'fate'> {
  const nodes = (snapshot as unknown as { _nodes: ActiveNode[] })._nodes;
  const seq = session.seq + 1;
  let gen = seq * maxGenerationsPerStep;
  const timers: Session['timers'] = {};
  for (const { delay, eventType } of nodes.flatMap((node) => node.after)) {
    const id = eventType.slice(afterPrefix.length);
    timers[id] = session.timers[id] ?? { gen: ++gen, dueAt: now + chart.delayOf(delay) };
  }
  // A timer with an event of its own is a delayed raise, which no state declares.
  for (const [id, timer] of Object.entries(session.timers)) if (timer.event) timers[id] = timer;
  const jobs: Session['jobs'] = {};
  const children: Session['children'] = {};
  const starts: Adopted['starts'] = [];
  for (const { id, src } of nodes.flatMap((node) => node.invoke)) {
    const name = String(src);
    const running = session.jobs[id];
    if (running?.src === name) {
      jobs[id] = running;
    } else {
      jobs[id] = { gen: ++gen, src: name };
      starts.push({ kind: 'start', id, gen, src: name, input: null, context: session.temp_data });
    }
    children[id] = session.children[id] ?? { snapshot: { status: 'active' }, src: name };
  }
  const path = pathOf(session.value);
  const { seq: _seq, ...rest } = session;
  return { session: { ...rest, current_flow: path[0] ?? '', step: path.slice(1).join('.'), version: chart.version, chart: chart.fingerprint, timers, jobs, children, seq }, starts };
}
