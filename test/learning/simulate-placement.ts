// Simulated learners take the placement test; run by itself it prints how well they are placed, bank by bank.
import { chanceOf } from '../../src/learning/item-response.ts';
import { estimate, levelOf, nextItem, type Item, type ItemAnswer } from '../../src/learning/placement.ts';
import { levels } from '../../machines/vocabulary.ts';

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A draw from N(0, 1): Box and Muller, 1958. */
export const normal = (random: () => number): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** An item as the test believes it to be, and how it really behaves. */
export type TrueItem = Item & { real: Item };

export interface BankOf {
  items: number;
  /** The sharpness the test believes in, and what it really is: log-normal around `reallyA`. Where both are the same each item's own is known. */
  a: number;
  reallyA: number;
  c: number;
  /** Standard deviation of the error in the difficulties, logits. */
  bError: number;
}

/** Difficulties spread evenly over the six levels. */
export function makeBank({ items, a, reallyA, c, bError }: BankOf, random: () => number): TrueItem[] {
  return Array.from({ length: items }, (_, i) => {
    const b = -3 + (6 * (i + 0.5)) / items;
    const real = { id: `i${i}`, a: reallyA * Math.exp(0.2 * normal(random)), b, c };
    return { id: real.id, a: a === reallyA ? real.a : a, b: b + bError * normal(random), c, area: ['grammar', 'vocabulary', 'use'][i % 3]!, real };
  });
}

export interface Placed {
  exact: number;
  withinOne: number;
  /** Root of the mean squared error of the ability, logits. */
  rmse: number;
  /** Mean and largest number of questions. */
  items: number;
  mostItems: number;
}

/** How a test decides: the level, the ability where it has one, and how many questions it took. */
export type Method = (bank: readonly TrueItem[], isRight: (item: TrueItem) => boolean, random: () => number) => { theta: number; level: string; items: number };

/** The product's own test; `items` stops it there and not before, otherwise it stops by itself. */
export const adaptive = (items: number | null): Method => (bank, isRight, random) => {
  const answers: ItemAnswer[] = [];
  for (;;) {
    const open = items === null ? nextItem({ bank, answers, random }) : answers.length < items ? nextOf(bank, answers, random) : null;
    if (open === null) return { ...estimate({ bank, answers }), items: answers.length };
    answers.push({ id: open.id, correct: isRight(open) });
  }
};

// Asks on although enough is known, by the nearest difficulty.
function nextOf(bank: readonly TrueItem[], answers: readonly ItemAnswer[], random: () => number): TrueItem | null {
  const open = nextItem({ bank, answers, random });
  if (open !== null) return open;
  const { theta } = estimate({ bank, answers });
  const asked = new Set(answers.map(({ id }) => id));
  return bank.filter(({ id }) => !asked.has(id)).toSorted((x, y) => Math.abs(x.b - theta) - Math.abs(y.b - theta))[Math.floor(random() * 5)] ?? null;
}

/** What hobby tests do: a level up after a right answer, one down after a wrong one. */
export const staircase = (items: number): Method => (bank, isRight, random) => {
  let at = 2;
  for (let i = 0; i < items; i++) {
    const ofLevel = bank.filter(({ b }) => levelOf(b) === levels[at]);
    at = Math.min(5, Math.max(0, at + (isRight(ofLevel[Math.floor(random() * ofLevel.length)]!) ? 1 : -1)));
  }
  return { theta: at - 2.5, level: levels[at]!, items };
};

/** Places `learners` with abilities N(0, 1.5), each with a bank of its own errors where `bankOf` makes one. */
export function simulate(learners: number, bankOf: (random: () => number) => readonly TrueItem[], method: Method, seed: number, abilities: (random: () => number) => number = (random) => 1.5 * normal(random)): Placed {
  const random = seeded(seed);
  const sum = { exact: 0, withinOne: 0, squares: 0, items: 0, mostItems: 0 };
  let bank = bankOf(random);
  for (let i = 0; i < learners; i++) {
    if (i % 25 === 24) bank = bankOf(random);
    const ability = abilities(random);
    const { theta, level, items } = method(bank, ({ real }) => random() < chanceOf(real, ability), random);
    const apart = Math.abs(levels.indexOf(level as never) - levels.indexOf(levelOf(ability)));
    sum.exact += apart === 0 ? 1 : 0;
    sum.withinOne += apart <= 1 ? 1 : 0;
    sum.squares += (theta - ability) ** 2;
    sum.items += items;
    sum.mostItems = Math.max(sum.mostItems, items);
  }
  return { exact: sum.exact / learners, withinOne: sum.withinOne / learners, rmse: Math.sqrt(sum.squares / learners), items: sum.items / learners, mostItems: sum.mostItems };
}

export const banks: Readonly<Record<string, BankOf>> = {
  'Rasch, all known': { items: 240, a: 1, reallyA: 1, c: 0, bError: 0 },
  'typed, all known': { items: 240, a: 1.3, reallyA: 1.3, c: 0, bError: 0 },
  'four options, all known': { items: 240, a: 1.3, reallyA: 1.3, c: 0.25, bError: 0 },
  'typed, difficulties off by 0.5': { items: 240, a: 1, reallyA: 1.3, c: 0, bError: 0.5 },
  'four options, difficulties off by 0.5': { items: 240, a: 1, reallyA: 1.3, c: 0.25, bError: 0.5 },
  'typed, difficulties alone off by 0.5': { items: 240, a: 1.3, reallyA: 1.3, c: 0, bError: 0.5 },
  'four options, difficulties alone off by 0.5': { items: 240, a: 1.3, reallyA: 1.3, c: 0.25, bError: 0.5 },
  'typed, 60 items': { items: 60, a: 1.3, reallyA: 1.3, c: 0, bError: 0 },
};

export const shown = (placed: Placed): string =>
  `${(100 * placed.exact).toFixed(1).padStart(5)} % exact ${(100 * placed.withinOne).toFixed(1).padStart(6)} % within one   rmse ${placed.rmse.toFixed(2)}   ${placed.items.toFixed(1)} items, ${placed.mostItems} at most`;

/** Half typed, half of four options, difficulties off by 0.5: what a real bank is like. */
export function mixedBank(random: () => number): TrueItem[] {
  const typed = makeBank(banks['typed, difficulties off by 0.5']!, random);
  const options = makeBank(banks['four options, difficulties off by 0.5']!, random);
  return typed.map((item, i) => (Math.floor(i / 3) % 2 === 0 ? item : options[i]!));
}

// With a number of learners and seeds ("20000 11,12,13,14") it prints what twelve questions give with difficulties off by 0.5: the mean of the seeds, and the worst.
if (import.meta.main) {
  const all = { ...Object.fromEntries(Object.entries(banks).map(([name, bank]) => [name, (random: () => number) => makeBank(bank, random)])), 'half typed, half options, off by 0.5': mixedBank };
  const [learners = '', seeds = ''] = process.argv.slice(2);
  for (const [name, bank] of Object.entries(all)) {
    if (seeds !== '') {
      if (!name.includes('off by 0.5')) continue;
      const runs = seeds.split(',').map((seed) => simulate(Number(learners), bank, adaptive(12), Number(seed)));
      const told = (of: 'exact' | 'withinOne') => `${(100 * runs.reduce((sum, run) => sum + run[of], 0) / runs.length).toFixed(2)} % (${(100 * Math.min(...runs.map((run) => run[of]))).toFixed(2)} at worst)`;
      console.log(`${name}: exact ${told('exact')}, within one level ${told('withinOne')}`);
      continue;
    }
    console.log(name);
    for (const [method, by] of [['8 items', adaptive(8)], ['12 items', adaptive(12)], ['as it is', adaptive(null)], ['staircase', staircase(12)]] as const) {
      console.log(`  ${method.padEnd(10)} ${shown(simulate(4_000, bank, by, 7))}`);
    }
  }
}
