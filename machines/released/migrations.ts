// How sessions of each released version become sessions of the next: one entry per version that was followed by another.

/** A session as far as migrations see it; the engine knows the rest. JSON through and through. */
export interface ReleasedSession {
  /** What the machine remembers. */
  temp_data: Record<string, unknown>;
  /** Where it rests, as XState writes it: `'menu'` or `{ lesson: 'exercise' }`. */
  value: string | Record<string, unknown>;
  /** Where left flows are resumed: lists of `{ id }` by the id of the history state. */
  historyValue: unknown;
  /** By `<delay>.<id of the state>`: rename the key with the state, and the timer runs on. */
  timers: Record<string, { gen: number; dueAt: number; event?: { type: string } }>;
  /** By the id of the invoke; the same key in `children`. */
  jobs: Record<string, { gen: number; src: string }>;
  children: Record<string, unknown>;
}

/** Pure. Takes a session of one version and gives one of the next; keys that it does not know stay as they are. */
export type Migration = <S extends ReleasedSession>(session: S) => S;

/**
 * By the version they migrate from. Every change of the chart has an entry, also one that leaves sessions as they are:
 * it says that somebody thought of the learners who were in the middle of it.
 */
export const migrations: Readonly<Record<number, Migration>> = {};
