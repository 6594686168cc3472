// The museum as XState itself runs it: an actor in memory, a clock that is wound by hand, promises that the test settles.
import { createActor, fromPromise, SimulatedClock, type AnyMachineSnapshot } from 'xstate';
import { effectNames, museum } from './museum.ts';
import { answers } from './visit.ts';

/** All that an observer can tell of a machine after a letter, as JSON. */
export interface Seen {
  value: unknown;
  context: unknown;
  status: string;
  children: string[];
  /** Ids of the timers under way; compared while the machine runs. */
  timers: string[];
  acts: unknown[];
  facts: unknown[];
  starts: unknown[];
}

interface Promised { resolve(output: unknown): void; reject(error: unknown): void }

/** Lets every promise that is settled take effect. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

export function goLive(visitor: string) {
  const clock = new SimulatedClock();
  const acts: unknown[] = [];
  const facts: unknown[] = [];
  const starts: unknown[] = [];
  const promised: Promised[] = [];
  const watched = museum.provide({
    actions: Object.fromEntries(effectNames.map((name) => [name, ({ context }: { context: unknown }, params: unknown) => void acts.push([name, params ?? {}, structuredClone(context)])])),
    actors: Object.fromEntries(Object.keys(answers).map((src) => [src, fromPromise(({ input, self }) => new Promise((resolve, reject) => {
      starts.push([self.id, src, input ?? null]);
      promised.push({ resolve, reject });
    }))])),
  } as never);
  const actor = createActor(watched, { input: { visitor }, clock });
  actor.on('*' as never, (event: unknown) => void facts.push(event));
  actor.start();
  return {
    async tell(event: { type: string }) {
      actor.send(event);
      await settled();
    },
    /** Settles the promise of the nth job that was ever started, also one that nobody waits for any more. */
    async answer(nth: number, result: { output: unknown } | { error: unknown }) {
      if ('output' in result) promised[nth]?.resolve(result.output);
      else promised[nth]?.reject(result.error);
      await settled();
    },
    async wind(ms: number) {
      clock.increment(ms);
      await settled();
    },
    /** What is to be seen now; acts, facts and starts since the last look. */
    look(): Seen {
      const snapshot = actor.getSnapshot() as AnyMachineSnapshot;
      const scheduled = (actor.system.getSnapshot() as unknown as { _scheduledEvents: Record<string, { id: string }> })._scheduledEvents;
      return {
        value: snapshot.value, context: snapshot.context, status: snapshot.status, children: Object.keys(snapshot.children).toSorted(),
        timers: Object.values(scheduled).map(({ id }) => id.replace(/^xstate\.after\./, '')).toSorted(),
        acts: acts.splice(0), facts: facts.splice(0), starts: starts.splice(0),
      };
    },
    stop: () => void actor.stop(),
  };
}
