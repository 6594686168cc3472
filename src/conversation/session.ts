// What `session:{user_id}` holds: where a learner is, what is remembered, and which timers and jobs are under way.

/** A timer that is running. `gen` tells this one from an earlier timer of the same state. */
export interface RunningTimer {
  gen: number;
  /** ms since the epoch */
  dueAt: number;
  /** Only for a delayed `raise`; an `after` timer is known by its id alone. */
  event?: { type: string };
}

/** A job that was started and has not answered. `gen` tells it from an earlier visit of the same state. */
export interface RunningJob {
  gen: number;
  src: string;
}

/** JSON through and through. The first three keys are the data contract's; `seq` is last so that a store can read it off the end. */
export interface Session {
  current_flow: string;
  step: string;
  temp_data: Record<string, unknown>;
  machine: string;
  /** The machine's version when this was written. */
  version: number;
  /** Fingerprint of the chart when this was written. */
  chart: string;
  value: string | Record<string, unknown>;
  status: string;
  historyValue: unknown;
  children: Record<string, unknown>;
  timers: Record<string, RunningTimer>;
  jobs: Record<string, RunningJob>;
  /** The button tapped last, so that a nervous thumb is not answered twice. */
  lastTap?: { id: string; at: number };
  /** How much the learner wrote in the 24 hours from `since` (ms since the epoch) on; decides the day's limit. */
  wrote?: { since: number; messages: number };
  /** How many steps this session has taken; grows by one a step. */
  seq: number;
}

/** A session from its text; null when it is none, so that one learner's broken row is nobody else's trouble. */
export function readSession(text: string): Session | null {
  try {
    const read = JSON.parse(text) as Partial<Session> | null;
    const whole = typeof read?.current_flow === 'string' && read.value !== undefined && typeof read.temp_data === 'object' && read.temp_data !== null;
    return whole ? (read as Session) : null;
  } catch {
    return null;
  }
}

/** The names on the way from the root to the resting state; a parallel state gives its regions one after another. */
export function pathOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Object.entries(value as Record<string, unknown>).flatMap(([name, inner]) => [name, ...pathOf(inner)]);
}

/** The earliest due time of a session's timers, ms since the epoch, or null. */
export function nextTimerAt(session: Session): number | null {
  let next: number | null = null;
  for (const id in session.timers) {
    const { dueAt } = session.timers[id]!;
    if (next === null || dueAt < next) next = dueAt;
  }
  return next;
}
