// Chance that can be had again: the same seed gives the same draws.

export interface Chance {
  /** In [0, 1). */
  next(): number;
  pick<T>(from: readonly T[]): T;
}

/** The linear congruential generator of Numerical Recipes (2nd edition, section 7.1): good enough to wander with. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return { next, pick: (from) => from[Math.floor(next() * from.length)]! };
}
