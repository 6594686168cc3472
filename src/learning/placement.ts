// The adaptive placement test, pure: which question tells most next, when enough is known, and what level it is.
import { levels, type Level } from '../../machines/vocabulary.ts';
import { abilityFrom, informationOf, isUsable, type Ability, type ItemParameters } from './item-response.ts';

/** One question of the bank, on the logit scale. `area` keeps the test balanced; a bank without areas is not balanced. */
export interface Item extends ItemParameters {
  id: string;
  area?: string;
}

/** What a learner made of one question; of several answers to the same one the first counts, since then its answer is known. */
export interface ItemAnswer {
  id: string;
  correct: boolean;
}

/** What is known so far. `theta` and `se` in logits. */
export interface Estimate extends Ability {
  level: Level;
}

/** Never fewer, so that a lucky or unlucky beginning decides nothing. */
export const leastItems = 6;
/** Never more: about five minutes. */
export const mostItems = 15;
/** Precise enough for a level that is one logit wide. */
const preciseEnough = 0.45;
const bestFew = 5;
const balanceWorth = 1 / 3;

/** One level a logit: A1 below −2, then A2, B1 from −1, B2 from 0, C1, and C2 from 2. */
const lowestOf: Readonly<Record<Level, number>> = { A1: -Infinity, A2: -2, B1: -1, B2: 0, C1: 1, C2: 2 };

/** The level that an ability in logits is in; a level begins at its lower bound. What is no number is A1. */
export function levelOf(theta: number): Level {
  return levels.findLast((level) => theta >= lowestOf[level]) ?? 'A1';
}

/** The middle of a level in logits; the two at the ends are taken to be one logit wide as well. */
export function middleOf(level: Level): number {
  return level === 'A1' ? -2.5 : lowestOf[level] + 0.5;
}

/**
 * The ability that answers speak for: the mean of the posterior under the prior N(0, 1.5), its standard deviation, and
 * the level the mean is in. Total: answers to items that the bank does not have, or whose parameters cannot be computed
 * with (not finite, a ≤ 0, c outside 0…1), say nothing; without any that count, it is the prior's 0 ± 1.5.
 */
export function estimate({ bank, answers }: { bank: readonly Item[]; answers: readonly ItemAnswer[] }): Estimate {
  const ability = abilityFrom(counted(usable(bank), answers));
  return { ...ability, level: levelOf(ability.theta) };
}

/**
 * The question to ask next, or null when the test is over: after at least 6 answers with a standard error below 0.45,
 * after 15 in any case, or when nothing is left to ask.
 *
 * Among the items not answered yet it takes one of the five that tell most at the present ability, by chance, so that the
 * best item is not everybody's (“randomesque”, Kingsbury & Zara, Applied Measurement in Education 2(4), 1989), and only
 * from the areas that were asked least. An area whose best item tells less than a third of the best of all is passed over:
 * three questions of which everybody knows the answer make no balance.
 *
 * Total, like `estimate`; the first of two items with the same id counts.
 * @param random in [0, 1)
 * @param start where the first question is looked for, logits; what answers speak for does not depend on it
 */
export function nextItem<I extends Item>({ bank, answers, random, start }: { bank: readonly I[]; answers: readonly ItemAnswer[]; random: () => number; start?: number }): I | null {
  const items = usable(bank);
  const answered = new Set(answers.map(({ id }) => id));
  if (answered.size >= mostItems) return null;
  const known = counted(items, answers);
  const { theta, se } = abilityFrom(known);
  if (known.length >= leastItems && se < preciseEnough) return null;
  const at = known.length === 0 ? start ?? theta : theta;
  const left = [...items.values()].filter(({ id }) => !answered.has(id)).map((item) => ({ item, worth: informationOf(item, at) }));
  const best = balanced(left, known.map(({ item }) => item)).toSorted((one, other) => other.worth - one.worth).slice(0, bestFew);
  return best[Math.min(best.length - 1, Math.max(0, Math.floor(random() * best.length) || 0))]?.item ?? null;
}

function usable<I extends Item>(bank: readonly I[]): Map<string, I> {
  const items = new Map<string, I>();
  for (const item of bank) if (isUsable(item) && !items.has(item.id)) items.set(item.id, item);
  return items;
}

function counted<I extends Item>(items: ReadonlyMap<string, I>, answers: readonly ItemAnswer[]): { item: I; correct: boolean }[] {
  const first = new Map<string, { item: I; correct: boolean }>();
  for (const { id, correct } of answers) {
    const item = items.get(id);
    if (item !== undefined && !first.has(id)) first.set(id, { item, correct });
  }
  return [...first.values()];
}

interface Candidate<I> {
  item: I;
  worth: number;
}

/** The candidates of the areas that were asked least, among those that still have something to tell. */
function balanced<I extends Item>(left: readonly Candidate<I>[], asked: readonly Item[]): readonly Candidate<I>[] {
  const bestOf = new Map<string | undefined, number>();
  for (const { item, worth } of left) bestOf.set(item.area, Math.max(worth, bestOf.get(item.area) ?? 0));
  const worthwhile = balanceWorth * Math.max(0, ...bestOf.values());
  const timesAsked = (area: string | undefined) => asked.filter((item) => item.area === area).length;
  const open = [...bestOf].filter(([, worth]) => worth >= worthwhile).map(([area]) => ({ area, times: timesAsked(area) }));
  const least = Math.min(...open.map(({ times }) => times));
  const areas = new Set(open.filter(({ times }) => times === least).map(({ area }) => area));
  return left.filter(({ item }) => areas.has(item.area));
}
