// The formulae of item response theory: values worked out by hand, and the posterior against a plain integral.
import { expect, test } from 'vitest';
import { abilityFrom, chanceOf, informationOf, isUsable, population } from '../../src/learning/item-response.ts';

const item = (a: number, b: number, c = 0) => ({ a, b, c });

test('at its difficulty half know an item, and with a quarter guessing 62.5 % are right', () => {
  expect(chanceOf(item(1.3, -0.7), -0.7)).toBeCloseTo(0.5, 12);
  expect(chanceOf(item(1.3, -0.7, 0.25), -0.7)).toBeCloseTo(0.625, 12);
  expect(chanceOf(item(2, 1), 1 + Math.log(3) / 2)).toBeCloseTo(0.75, 12);
});

test('the information of a typed answer is a²/4 at its difficulty and nowhere more', () => {
  expect(informationOf(item(1.3, 0.4), 0.4)).toBeCloseTo(1.3 ** 2 / 4, 12);
  for (const theta of [-3, -0.5, 1, 4]) expect(informationOf(item(1.3, 0.4), theta)).toBeLessThan(1.3 ** 2 / 4);
});

test('four options cost two fifths of it at the difficulty, and more below', () => {
  expect(informationOf(item(1, 0, 0.25), 0) / informationOf(item(1, 0), 0)).toBeCloseTo(0.6, 12);
  expect(informationOf(item(1, 0, 0.25), -2) / informationOf(item(1, 0), -2)).toBeLessThan(0.3);
});

test('information is the square of the slope over the variance of the answer, as Fisher has it', () => {
  const [one, step] = [item(1.4, 0.3, 0.2), 1e-5];
  for (const theta of [-2, 0, 0.3, 1.7]) {
    const p = chanceOf(one, theta);
    const slope = (chanceOf(one, theta + step) - chanceOf(one, theta - step)) / (2 * step);
    expect(informationOf(one, theta)).toBeCloseTo(slope ** 2 / (p * (1 - p)), 8);
  }
});

test('no answers leave the prior as it is', () => {
  expect(abilityFrom([])).toEqual({ theta: 0, se: 1.5 });
  expect(abilityFrom([], { theta: -1, se: 0.7 })).toEqual({ theta: -1, se: 0.7 });
});

test('the posterior’s mean and deviation are those of a fine integral', () => {
  const answers = [[1.2, -1.5, 0, true], [1.2, -0.5, 0, true], [1, 0.5, 0.25, false], [0.9, 0.5, 0.33, true], [1.3, 1.5, 0, false]] as const;
  let [mass, first, second] = [0, 0, 0];
  for (let theta = -9; theta <= 9; theta += 0.001) {
    let weight = Math.exp(-(theta ** 2) / (2 * population.se ** 2));
    for (const [a, b, c, correct] of answers) {
      const p = c + (1 - c) / (1 + Math.exp(-a * (theta - b)));
      weight *= correct ? p : 1 - p;
    }
    mass += weight;
    first += weight * theta;
    second += weight * theta ** 2;
  }
  const { theta, se } = abilityFrom(answers.map(([a, b, c, correct]) => ({ item: item(a, b, c), correct })));
  expect(theta).toBeCloseTo(first / mass, 3);
  expect(se).toBeCloseTo(Math.sqrt(second / mass - (first / mass) ** 2), 3);
});

test('answers that cannot be are no reason to compute nonsense', () => {
  const impossible = Array.from({ length: 15 }, (_, i) => ({ item: item(80, i % 2 === 0 ? 40 : -40), correct: i % 2 === 0 }));
  const { theta, se } = abilityFrom(impossible);
  expect(Number.isFinite(theta) && Number.isFinite(se)).toBe(true);
});

test.each([[NaN, 0, 0], [1, Infinity, 0], [0, 0, 0], [-1, 0, 0], [1, 0, 1], [1, 0, -0.1], [1, 0, NaN], [Infinity, 0, 0]])('a %d, b %d, c %d cannot be computed with', (a, b, c) => {
  expect(isUsable({ a, b, c })).toBe(false);
  expect(isUsable({ a: 1.2, b: -2.5, c: 0.25 })).toBe(true);
});
