// The placement test is short, close and fair: it stops in time, chooses well, survives any input, and places simulated learners.
import { describe, expect, it } from 'vitest';
import { estimate, levelOf, middleOf, nextItem, type Item, type ItemAnswer } from '../../src/learning/placement.ts';
import { levels } from '../../machines/vocabulary.ts';
import { adaptive, banks, makeBank, mixedBank, normal, seeded, simulate, staircase } from './simulate-placement.ts';

const item = (id: string, b = 0, rest: Partial<Item> = {}): Item => ({ id, a: 1.2, b, c: 0, ...rest });
const right = (id: string): ItemAnswer => ({ id, correct: true });
const wrong = (id: string): ItemAnswer => ({ id, correct: false });
const first = () => 0;
const spread = (n: number, rest: (i: number) => Partial<Item> = () => ({})): Item[] => Array.from({ length: n }, (_, i) => item(`i${i}`, -3 + (6 * i) / n, rest(i)));

/** Takes the test to its end; `correct` decides each answer. */
function take(bank: readonly Item[], correct: (item: Item, n: number) => boolean, random: () => number): Item[] {
  const answers: ItemAnswer[] = [];
  const asked: Item[] = [];
  for (let open = nextItem({ bank, answers, random }); open !== null; open = nextItem({ bank, answers, random })) {
    asked.push(open);
    answers.push({ id: open.id, correct: correct(open, asked.length) });
  }
  return asked;
}

describe('levels', () => {
  it.each([[-9, 'A1'], [-2.001, 'A1'], [-2, 'A2'], [-1.001, 'A2'], [-1, 'B1'], [-0.001, 'B1'], [0, 'B2'], [0.999, 'B2'], [1, 'C1'], [1.999, 'C1'], [2, 'C2'], [9, 'C2'], [NaN, 'A1']])('%d is %s', (theta, level) => {
    expect(levelOf(theta)).toBe(level);
  });

  it('have their middle within themselves', () => {
    expect(levels.map((level) => levelOf(middleOf(level)))).toEqual([...levels]);
  });
});

describe('what the answers speak for', () => {
  const bank = spread(60);

  it('goes up with right answers and down with wrong ones, and gets surer', () => {
    const none = estimate({ bank, answers: [] });
    const [up, down] = [estimate({ bank, answers: [right('i30')] }), estimate({ bank, answers: [wrong('i30')] })];
    expect(none.se).toBeCloseTo(1.5, 2);
    expect(up.theta).toBeGreaterThan(none.theta + 0.3);
    expect(down.theta).toBeLessThan(none.theta - 0.3);
    expect(up.se).toBeLessThan(none.se);
  });

  it('is C2 when even the hardest are right and A1 when even the easiest are wrong', () => {
    const hardest = bank.slice(-15).map(({ id }) => id);
    const easiest = bank.slice(0, 15).map(({ id }) => id);
    expect(estimate({ bank, answers: hardest.map(right) }).level).toBe('C2');
    expect(estimate({ bank, answers: easiest.map(wrong) }).level).toBe('A1');
  });

  it('does not depend on the order of the answers', () => {
    const answers = [right('i10'), wrong('i40'), right('i25'), wrong('i31')];
    expect(estimate({ bank, answers: answers.toReversed() }).theta).toBeCloseTo(estimate({ bank, answers }).theta, 12);
  });
});

describe('the next question', () => {
  it('is one of the five that tell most at the present ability, each in its turn', () => {
    const bank = spread(60);
    const chosen = [0, 0.21, 0.41, 0.61, 0.81, 0.999].map((chance) => nextItem({ bank, answers: [], random: () => chance })!);
    expect(new Set(chosen).size).toBe(5);
    expect(Math.max(...chosen.map(({ b }) => Math.abs(b)))).toBeLessThan(0.3);
  });

  it('is looked for where the learner says to be, the first time; the answer then speaks for itself', () => {
    const bank = spread(60);
    expect(Math.abs(nextItem({ bank, answers: [], random: first, start: -1.5 })!.b + 1.5)).toBeLessThan(0.2);
    expect(nextItem({ bank, answers: [right('i30')], random: first, start: -1.5 })).toEqual(nextItem({ bank, answers: [right('i30')], random: first }));
  });

  it('is harder after a right answer and easier after a wrong one', () => {
    const bank = spread(60);
    expect(nextItem({ bank, answers: [right('i30')], random: first })!.b).toBeGreaterThan(0.3);
    expect(nextItem({ bank, answers: [wrong('i30')], random: first })!.b).toBeLessThan(-0.3);
  });

  it('is typed where options of the same difficulty would do', () => {
    const bank = [...spread(30, () => ({ c: 0.25 })), ...spread(30).map((one) => ({ ...one, id: `typed-${one.id}` }))];
    expect(take(bank, (_, n) => n % 2 === 0, first).slice(0, 8).every(({ c }) => c === 0)).toBe(true);
  });

  it('keeps grammar, vocabulary and use within one question of each other', () => {
    const areas = ['grammar', 'vocabulary', 'use'];
    // Much more grammar than anything else, as in most banks.
    const bank = spread(240, (i) => ({ area: areas[i % 6 < 4 ? 0 : (i % 6) - 3]!, a: i % 6 < 4 ? 1.3 : 1.1 }));
    const random = seeded(3);
    for (let learner = 0; learner < 40; learner++) {
      const asked = take(bank, () => random() < 0.5, random);
      const counts = areas.map((area) => asked.filter((one) => one.area === area).length);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }
  });

  it('is not asked for balance alone where everybody knows the answer', () => {
    const bank = [...spread(40, () => ({ area: 'grammar' })), ...Array.from({ length: 10 }, (_, i) => item(`easy${i}`, -6, { area: 'use' }))];
    expect(take(bank, () => true, first).filter(({ area }) => area === 'use')).toEqual([]);
  });

  it('never comes twice, and carries along what else is known of it', () => {
    const bank = spread(40).map((one) => ({ ...one, topic: 'food' }));
    const asked = take(bank, (_, n) => n % 3 > 0, seeded(1));
    expect(new Set(asked).size).toBe(asked.length);
    expect(nextItem({ bank, answers: [], random: first })!.topic).toBe('food');
  });
});

describe('the end of the test', () => {
  const sharp = spread(100, () => ({ a: 4 }));
  const dull = spread(100, () => ({ a: 0.3 }));

  it('comes after six questions at the earliest, however sharp they are', () => {
    expect(take(sharp, ({ b }) => b < 0.7, first)).toHaveLength(6);
  });

  it('comes after fifteen questions at the latest, however dull they are', () => {
    expect(take(dull, (_, n) => n % 2 === 0, seeded(5))).toHaveLength(15);
  });

  it('comes as soon as the error is small enough, and not before', () => {
    const bank = spread(200);
    const asked = take(bank, ({ b }) => b < 0.4, seeded(2));
    const answers = asked.map((one) => ({ id: one.id, correct: one.b < 0.4 }));
    expect(asked.length).toBeGreaterThan(6);
    expect(asked.length).toBeLessThan(15);
    expect(estimate({ bank, answers }).se).toBeLessThan(0.45);
    expect(estimate({ bank, answers: answers.slice(0, -1) }).se).toBeGreaterThanOrEqual(0.45);
  });

  it('comes when nothing is left to ask', () => {
    expect(take([item('a'), item('b'), item('c')], () => true, first)).toHaveLength(3);
  });
});

describe('odd input', () => {
  const nothing = { theta: 0, level: 'B2' };
  const bank = spread(30);

  it('of no items gives no question and the prior', () => {
    expect(nextItem({ bank: [], answers: [], random: first })).toBeNull();
    expect(estimate({ bank: [], answers: [right('x')] })).toMatchObject(nothing);
  });

  it('of unknown ids says nothing, but they were asked: fifteen are enough', () => {
    const strange = Array.from({ length: 14 }, (_, i) => right(`x${i}`));
    expect(estimate({ bank, answers: strange })).toMatchObject(nothing);
    expect(nextItem({ bank, answers: strange, random: first })).not.toBeNull();
    expect(nextItem({ bank, answers: [...strange, wrong('i3')], random: first })).toBeNull();
  });

  it('of repeated answers counts the first', () => {
    expect(estimate({ bank, answers: [wrong('i9'), right('i9'), right('i9')] })).toEqual(estimate({ bank, answers: [wrong('i9')] }));
    expect(nextItem({ bank, answers: Array.from({ length: 40 }, () => right('i9')), random: first })).not.toBeNull();
  });

  it('of two items with one id takes the first', () => {
    expect(nextItem({ bank: [item('a', 1), item('a', -1)], answers: [], random: first })!.b).toBe(1);
  });

  it('of parameters that cannot be computed with asks none of them, and answers to them say nothing', () => {
    const broken = [item('n', NaN), item('z', 0, { a: 0 }), item('m', 0, { a: -1 }), item('g', 0, { c: 1 }), item('i', Infinity), item('u', 0, { c: undefined as never })];
    expect(nextItem({ bank: broken, answers: [], random: first })).toBeNull();
    expect(estimate({ bank: broken, answers: broken.map(({ id }) => right(id)) })).toMatchObject(nothing);
    expect(nextItem({ bank: [...broken, item('good')], answers: [], random: first })!.id).toBe('good');
  });

  it.each([NaN, 1, -1, Infinity, -Infinity])('of %d for chance still takes an item', (chance) => {
    expect(nextItem({ bank, answers: [], random: () => chance })).not.toBeNull();
  });
});

describe('simulated learners, N(0, 1.5)', { timeout: 60_000 }, () => {
  const place = (bank: keyof typeof banks, method: Parameters<typeof simulate>[2], learners = 1_500) => simulate(learners, (random) => makeBank(banks[bank]!, random), method, 20_261_122);

  it('are within one level 97 times in 100 and exact 55 times after 12 typed items whose difficulties are off by 0.5', () => {
    const { exact, withinOne } = place('typed, difficulties off by 0.5', adaptive(12));
    expect(withinOne).toBeGreaterThanOrEqual(0.98);
    expect(exact).toBeGreaterThanOrEqual(0.6);
  });

  it('are so after 12 items of four options as well, where each item’s sharpness is known', () => {
    const { exact, withinOne } = place('four options, difficulties alone off by 0.5', adaptive(12), 800);
    expect(withinOne).toBeGreaterThanOrEqual(0.97);
    expect(exact).toBeGreaterThanOrEqual(0.55);
  });

  it('are so by the test as it is with half of the items chosen from four options, and in 15 questions at most', () => {
    const placed = simulate(1_000, mixedBank, adaptive(null), 4);
    expect(placed.withinOne).toBeGreaterThanOrEqual(0.98);
    expect(placed.exact).toBeGreaterThanOrEqual(0.6);
    expect(placed.mostItems).toBeLessThanOrEqual(15);
  });

  it('are so by the test as it is even with four options everywhere', () => {
    const { exact, withinOne } = place('four options, difficulties off by 0.5', adaptive(null));
    expect(withinOne).toBeGreaterThanOrEqual(0.97);
    expect(exact).toBeGreaterThanOrEqual(0.55);
  });

  it('are placed as closely as the reference has it when all parameters are known', () => {
    const { exact, withinOne, rmse } = place('typed, all known', adaptive(12));
    expect(withinOne).toBeGreaterThanOrEqual(0.99);
    expect(exact).toBeGreaterThanOrEqual(0.67);
    expect(rmse).toBeLessThan(0.45);
  });

  it('are placed far worse by a staircase of levels', () => {
    const [stairs, test] = [place('typed, difficulties off by 0.5', staircase(12)), place('typed, difficulties off by 0.5', adaptive(12), 800)];
    expect(stairs.withinOne).toBeLessThan(0.92);
    expect(test.withinOne - stairs.withinOne).toBeGreaterThan(0.05);
    expect(test.exact - stairs.exact).toBeGreaterThan(0.1);
  });

  it('are drawn as they should be', () => {
    const random = seeded(8);
    const draws = Array.from({ length: 20_000 }, () => normal(random));
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(Math.sqrt(draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length)).toBeCloseTo(1, 1);
  });
});
