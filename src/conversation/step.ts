// The pure step of a durable machine, and the only place that runs XState: a session and a letter in, the next session and its effects out.
import { initialTransition, type AnyMachineSnapshot } from 'xstate';
import { pathOf, type RunningJob, type RunningTimer, type Session } from './session.ts';
import type { Chart } from './chart.ts';

/** What a machine may be told: an event mapped at the edge, a timer that ran out, or a job's answer. */
export type Letter =
  | { kind: 'event'; event: { type: string } & Record<string, unknown> }
  | { kind: 'timer'; id: string; gen: number }
  | { kind: 'done'; id: string; gen: number; output: unknown }
  | { kind: 'failed'; id: string; gen: number; error: unknown };

/** What a step asks of the world, in the order the machine asked, with the context of that moment. `at`: when the event behind it happened, ms since the epoch. */
export type Effect =
  | { kind: 'act'; type: string; params: Record<string, unknown>; context: Record<string, unknown>; at: number }
  | { kind: 'fact'; event: { type: string } & Record<string, unknown> }
  | { kind: 'start'; id: string; gen: number; src: string; input: unknown; context: Record<string, unknown> };

export interface Stepped {
  session: Session;
  effects: Effect[];
  /** false when the machine had no transition for the letter in this state */
  handled: boolean;
}

/** A machine broke its own rules (a guard threw, an error had no handler): the session in hand is still good. */
export class StepFailed extends Error {
  override name = 'StepFailed';
}

interface Executed {
  type: string;
  params: unknown;
  info: { context: Record<string, unknown>; event: { at?: unknown } };
}
type Running = Pick<Session, 'timers' | 'jobs' | 'seq'>;

const afterPrefix = 'xstate.after.';
const maxGenerationsPerStep = 1000;

/**
 * Opens a session: the machine's initial state and the effects of entering it.
 * @param input what the machine's `context` is made from
 * @param now ms since the epoch
 * @throws {StepFailed} when the machine cannot start
 */
export function begin(chart: Chart, input: unknown, now: number): Stepped {
  const [snapshot, executed] = initialTransition(chart.machine, input as never) as unknown as [AnyMachineSnapshot, Executed[]];
  return fold(chart, snapshot, executed, { timers: {}, jobs: {}, seq: 0 }, now, true);
}

/**
 * Hands one letter to a learner's machine. Pure: the same arguments give the same bytes.
 * @param now ms since the epoch; what timers are counted from
 * @returns null when the letter comes too late (its timer or job is no longer running) or a second time
 * @throws {StepFailed} when the machine breaks; nothing has changed then
 */
export function step(session: Session, letter: Letter, now: number, chart: Chart): Stepped | null {
  const timers = { ...session.timers };
  const jobs = { ...session.jobs };
  let event: { type: string } & Record<string, unknown>;
  if (letter.kind === 'event') {
    event = letter.event;
  } else if (letter.kind === 'timer') {
    const timer = timers[letter.id];
    if (timer?.gen !== letter.gen) return null;
    delete timers[letter.id];
    event = { ...(timer.event ?? { type: afterPrefix + letter.id }), at: now };
  } else {
    if (jobs[letter.id]?.gen !== letter.gen) return null;
    delete jobs[letter.id];
    event = letter.kind === 'done'
      ? { type: `xstate.done.actor.${letter.id}`, output: letter.output, actorId: letter.id, at: now }
      : { type: `xstate.error.actor.${letter.id}`, error: letter.error, actorId: letter.id, at: now };
  }
  const executed: Executed[] = [];
  const scope = scopeFor(chart, executed);
  let before: AnyMachineSnapshot;
  let after: AnyMachineSnapshot;
  try {
    before = restore(chart, session);
    after = chart.machine.transition(before as never, event as never, scope as never) as unknown as AnyMachineSnapshot;
  } catch (cause) {
    throw new StepFailed(`Machine ${chart.machine.id} threw in ${session.current_flow}.${session.step}`, { cause });
  }
  return fold(chart, after, executed, { timers, jobs, seq: session.seq }, now, after !== before || executed.length > 0);
}

/** The machine's snapshot of a session, history and children included. */
export function restore(chart: Chart, session: Session): AnyMachineSnapshot {
  // `restoreSnapshot` and not `resolveState`: the latter forgets running children and history.
  const snapshot = chart.machine.restoreSnapshot(
    { value: session.value, status: session.status, historyValue: session.historyValue, children: session.children, context: {} } as never,
    scopeFor(chart, []) as never,
  ) as unknown as AnyMachineSnapshot;
  // XState would look through all of a context for references to actors, half of what a step costs; a context is JSON and holds none.
  snapshot.context = session.temp_data;
  return snapshot;
}

// XState insists on an actor around a transition; this one collects what would have been executed and does nothing else.
function scopeFor(chart: Chart, executed: Executed[]): unknown {
  return {
    self: chart.inert, id: '', sessionId: '', system: chart.inert.system,
    logger() {}, defer() {}, emit() {}, stopChild() {},
    actionExecutor(action: Executed) { executed.push(action); },
  };
}

function fold(chart: Chart, snapshot: AnyMachineSnapshot, executed: readonly Executed[], running: Running, now: number, handled: boolean): Stepped {
  if (snapshot.status === 'error') throw new StepFailed(`Machine ${chart.machine.id} ended in an error`, { cause: snapshot.error });
  const timers: Record<string, RunningTimer> = running.timers;
  const jobs: Record<string, RunningJob> = running.jobs;
  const effects: Effect[] = [];
  const seq = running.seq + 1;
  // Generations never repeat within a session, so a letter of an earlier visit cannot be taken for this one's.
  let gen = seq * maxGenerationsPerStep;
  for (const { type, params: raw, info } of executed) {
    const params = (raw ?? {}) as Record<string, never>;
    if (type === 'xstate.raise') {
      if (typeof params.delay === 'number') timers[timerId(params)] = newTimer(params, ++gen, now);
    } else if (type === 'xstate.cancel') {
      delete timers[stripAfter((params as unknown as { sendId: string }).sendId)];
    } else if (type === 'xstate.spawnChild') {
      const { id, src } = params as unknown as { id: string; src: unknown };
      // XState names an inline actor itself, after the state it stands in.
      if (typeof src !== 'string' || src.startsWith('xstate.invoke.')) throw new StepFailed(`Machine ${chart.machine.id} invokes an actor that has no name`);
      jobs[id] = { gen: ++gen, src };
      effects.push({ kind: 'start', id, gen, src, input: (params as { input?: unknown }).input ?? null, context: info.context });
    } else if (type === 'xstate.stopChild') {
      delete jobs[(params as unknown as { id?: string }).id ?? ''];
    } else if (type === 'xstate.emit') {
      effects.push({ kind: 'fact', event: (params as unknown as { event: { type: string } }).event });
    } else if (type.startsWith('xstate.')) {
      if (type !== 'xstate.log') throw new StepFailed(`Machine ${chart.machine.id} uses ${type}, which the engine does not carry out`);
    } else {
      effects.push({ kind: 'act', type, params, context: info.context, at: typeof info.event.at === 'number' ? info.event.at : now });
    }
  }
  const path = pathOf(snapshot.value);
  const session: Session = {
    current_flow: path[0] ?? '',
    step: path.slice(1).join('.'),
    temp_data: snapshot.context as Record<string, unknown>,
    machine: chart.machine.id,
    version: chart.version,
    chart: chart.fingerprint,
    value: snapshot.value as Session['value'],
    status: snapshot.status,
    historyValue: historyOf(snapshot),
    children: childrenOf(chart, snapshot),
    timers,
    jobs,
    seq,
  };
  // What was invoked and left again within the step need not be begun.
  return { session, effects: effects.filter((e) => e.kind !== 'start' || jobs[e.id]?.gen === e.gen), handled };
}

// XState's own persisting copies the whole context, most of what a step costs; the context is JSON already.
const historyOf = (snapshot: AnyMachineSnapshot): unknown =>
  Object.fromEntries(Object.entries(snapshot.historyValue ?? {}).map(([id, nodes]) => [id, (nodes as { id: string }[]).map((node) => ({ id: node.id }))]));

function childrenOf(chart: Chart, snapshot: AnyMachineSnapshot): Record<string, unknown> {
  if (Object.keys(snapshot.children).length === 0) return {};
  try {
    return (chart.machine.getPersistedSnapshot(snapshot as never) as unknown as { children: Record<string, unknown> }).children;
  } catch (cause) {
    throw new StepFailed(`Machine ${chart.machine.id} invokes an actor that has no name`, { cause });
  }
}

const stripAfter = (id: string): string => (id.startsWith(afterPrefix) ? id.slice(afterPrefix.length) : id);

function timerId(params: Record<string, unknown>): string {
  if (typeof params.id !== 'string') throw new StepFailed('A delayed raise needs an id: without one it cannot be cancelled');
  return stripAfter(params.id);
}

function newTimer(params: Record<string, unknown>, gen: number, now: number): RunningTimer {
  const event = params.event as { type: string };
  const dueAt = now + (params.delay as number);
  return event.type === params.id && event.type.startsWith(afterPrefix) ? { gen, dueAt } : { gen, dueAt, event };
}
