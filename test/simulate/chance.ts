// Chance that can be repeated: a seed and a name give the same rolls on every machine.
import { createHash } from 'node:crypto';

export interface Chance {
  /** In [0, 1). */
  next(): number;
  /** True in `share` of all cases. */
  is(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  normal(mean: number, sd: number): number;
}

/** The rolls of one name under one seed: another learner's rolls change nothing about these. */
export function chanceOf(seed: number, name: string): Chance {
  let state = createHash('sha256').update(`${seed} ${name}`).digest().readUInt32LE(0);
  // Mulberry32: small, and good enough to mix habits.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    is: (share) => next() < share,
    pick: (list) => list[Math.floor(next() * list.length)]!,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    // Box and Muller.
    normal: (mean, sd) => mean + sd * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
