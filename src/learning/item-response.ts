// Item response theory: how likely an answer is right, what an answer tells, and what all answers together say of an ability.

/**
 * What is known of one question, on the logit scale. `a`: how sharply it tells abilities apart (above 0). `b`: its
 * difficulty, the ability at which half of those who do not guess are right. `c`: the chance of guessing right, 0 for a
 * typed answer, 1/n for n options (from 0 to below 1).
 */
export interface ItemParameters {
  a: number;
  b: number;
  c: number;
}

/** An ability in logits: the mean and the standard deviation of what is believed of it. */
export interface Ability {
  theta: number;
  se: number;
}

/** Learners as a whole, before any answer: N(0, 1.5). */
export const population: Ability = { theta: 0, se: 1.5 };

/** Whether parameters can be computed with. */
export function isUsable({ a, b, c }: ItemParameters): boolean {
  return Number.isFinite(a) && a > 0 && Number.isFinite(b) && Number.isFinite(c) && c >= 0 && c < 1;
}

/**
 * The chance of a right answer by the three-parameter logistic model, P = c + (1 − c) / (1 + e^(−a(θ − b))); with c = 0
 * it is the two-parameter model. Birnbaum, in Lord & Novick, Statistical Theories of Mental Test Scores, 1968, ch. 17.
 */
export function chanceOf({ a, b, c }: ItemParameters, theta: number): number {
  return c + (1 - c) / (1 + Math.exp(-a * (theta - b)));
}

/**
 * Fisher's information of one answer at an ability, I = a² · (Q/P) · ((P − c)/(1 − c))²: Lord, Applications of Item
 * Response Theory to Practical Testing Problems, 1980, eq. 5-9. With c = 0 it is a²PQ, at most a²/4.
 */
export function informationOf(item: ItemParameters, theta: number): number {
  const p = chanceOf(item, theta);
  const known = (p - item.c) / (1 - item.c);
  return p === 0 ? 0 : item.a ** 2 * ((1 - p) / p) * known ** 2;
}

const reach = 4;
const nodes = 61;

/**
 * What answers say of an ability: mean and standard deviation of the posterior (EAP), summed over equally spaced points
 * within four standard deviations of the prior. Bock & Mislevy, Applied Psychological Measurement 6(4), 1982. No answers
 * leave the prior as it is.
 */
export function abilityFrom(answers: readonly { item: ItemParameters; correct: boolean }[], prior: Ability = population): Ability {
  if (answers.length === 0) return prior;
  const zs = Array.from({ length: nodes }, (_, i) => reach * ((2 * i) / (nodes - 1) - 1));
  const thetas = zs.map((z) => prior.theta + z * prior.se);
  // In logarithms: fifteen answers of an odd bank may be less likely than the smallest number there is.
  const logs = thetas.map((theta, i) => answers.reduce((sum, { item, correct }) => sum + logChance(item, theta, correct), -(zs[i]! ** 2) / 2));
  const highest = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - highest));
  const mass = weights.reduce((sum, weight) => sum + weight, 0);
  const theta = thetas.reduce((sum, point, i) => sum + weights[i]! * point, 0) / mass;
  return { theta, se: Math.sqrt(thetas.reduce((sum, point, i) => sum + weights[i]! * (point - theta) ** 2, 0) / mass) };
}

const leastChance = 1e-300;

function logChance(item: ItemParameters, theta: number, correct: boolean): number {
  if (correct) return Math.log(Math.max(leastChance, chanceOf(item, theta)));
  // 1 − P, worked out so that it does not round to nothing for an easy item.
  return Math.log(Math.max(leastChance, (1 - item.c) / (1 + Math.exp(item.a * (theta - item.b)))));
}
