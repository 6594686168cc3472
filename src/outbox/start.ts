// The effect `start`: runs the job behind a machine's `invoke` and posts its answer as a letter.
import type { OutboxRow } from '../mailbox/commit.ts';
import { jobLetter, type Posted } from '../mailbox/letter.ts';
import type { Effect } from '../conversation/step.ts';

/** A job the machines may invoke by name. */
export interface Actor {
  /** Tries before the machine is told that it failed. */
  attempts: number;
  timeoutMs: number;
  /** The learner may have to wait: show that somebody is typing. */
  slow: boolean;
  /** @param signal aborts when the time is over */
  run(job: Job, signal: AbortSignal): Promise<unknown>;
}

export interface Job {
  userId: string;
  input: unknown;
  /** What the machine remembered when it invoked the job. */
  context: Record<string, unknown>;
}

export type Actors = Readonly<Record<string, Actor>>;

/** The letter that tells the machine, or how long to wait before the next try. */
export type Answered = { letter: Posted } | { againInMs: number; error: string };

/** Runs the job of one `start` row. Never rejects. */
export async function start(row: OutboxRow, actors: Actors): Promise<Answered> {
  const { id, gen, src, input, context } = JSON.parse(row.body) as Extract<Effect, { kind: 'start' }>;
  const answer = (result: { output: unknown } | { error: string }): Answered => ({ letter: jobLetter(row.userId, id, gen, result) });
  const actor = actors[src];
  if (!actor) return answer({ error: `no actor named ${src}` });
  const signal = AbortSignal.timeout(actor.timeoutMs);
  try {
    return answer({ output: await within(actor.run({ userId: row.userId, input, context }, signal), signal) });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return row.attempts < actor.attempts ? { againInMs: 250 * 2 ** row.attempts, error: words } : answer({ error: words });
  }
}

// An actor that ignores its signal must not keep the learner waiting for ever.
function within<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}
