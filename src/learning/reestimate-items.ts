// Learns from finished placement tests how difficult each question really is.
import type { Statement, Store } from '../store/postgres.ts';
import { itemOf, type Askable } from './item-bank.ts';
import { abilityFrom, type ItemParameters } from './item-response.ts';
import { estimate, type Item, type ItemAnswer } from './placement.ts';

/** How far a difficulty taken from a level may be off, logits: the experts' labels of sentences rarely agree better. */
const difficultyError = 0.5;
// Normal and logistic curves are closest when the logistic's slope is 1.702: Haley, 1952, in Lord & Novick, 1968, ch. 17.
const logisticPerNormal = 1.702;

export interface Reestimated {
  id: string;
  /** The new difficulty, logits. */
  b: number;
  /** How many answers it rests on. */
  answers: number;
}

/**
 * New difficulties from finished tests, for the items that were answered; pure.
 *
 * An item's difficulty is the posterior's mean under N(b, 0.5), so that few answers move it little and the scale stays
 * where the levels are. Each learner's ability is estimated from their other answers, and its error makes their answer
 * count for less: a' = a / √(1 + (a·se / 1.702)²), the usual approximation of a logistic curve under a normal error
 * (MacKay, Neural Computation 4(5), 1992).
 * @param bank items with the difficulties their levels give
 * @param tests the answers of one test each; of answers to the same item the first counts
 */
export function reestimateDifficulties({ bank, tests }: { bank: readonly Item[]; tests: readonly (readonly ItemAnswer[])[] }): Reestimated[] {
  const byId = new Map(bank.map((item) => [item.id, item]));
  const answersTo = new Map<string, { item: ItemParameters; correct: boolean }[]>();
  for (const test of tests) {
    const first = [...new Map(test.toReversed().map((answer) => [answer.id, answer])).values()].filter(({ id }) => byId.has(id));
    const items = first.map(({ id }) => byId.get(id)!);
    for (const { id, correct } of first) {
      const { a, c } = byId.get(id)!;
      const { theta, se } = estimate({ bank: items, answers: first.filter((other) => other.id !== id) });
      const weaker = a / Math.sqrt(1 + ((a * se) / logisticPerNormal) ** 2);
      // With the signs turned round, an item's easiness is an ability, and the learner's ability a difficulty.
      answersTo.set(id, [...answersTo.get(id) ?? [], { item: { a: weaker, b: -theta, c }, correct }]);
    }
  }
  return [...answersTo].map(([id, answers]) => ({ id, b: -abilityFrom(answers, { theta: -byId.get(id)!.b, se: difficultyError }).theta, answers: answers.length }));
}

const pairs: Statement = { name: 'placement-pairs', text: 'select distinct source_lang as source, target_lang as target from placements where finished_at > $1' };

const bankOfPair: Statement = {
  name: 'placement-bank',
  text: `
    select e.id, e.difficulty_level as level, e.exercise_type as type, t.category, e.exercise_input as input, null as difficulty, false as seen
    from exercises e join curriculum_topics t on t.id = e.topic_id where e.source_lang = $1 and e.target_lang = $2`,
};

const testsOfPair: Statement = {
  name: 'placement-tests',
  text: 'select exercise_ids as ids, correct from placements where source_lang = $1 and target_lang = $2 and finished_at > $3 order by finished_at desc limit $4',
};

const writeParameters: Statement = {
  name: 'write-item-parameters',
  text: `
    insert into item_parameters (exercise_id, difficulty, answers, estimated_at)
    select id, difficulty, answers, $4 from unnest($1::uuid[], $2::float8[], $3::int[]) as v(id, difficulty, answers) order by id
    on conflict (exercise_id) do update set difficulty = excluded.difficulty, answers = excluded.answers, estimated_at = excluded.estimated_at`,
};

const lookBackMs = 365 * 86_400_000;
const mostTests = 2_000;

/**
 * Estimates the difficulty of every question anew, from the last year's tests, at most 2,000 for each pair of languages.
 * Doing it again with the same tests changes nothing.
 * @param now ms since the epoch
 * @returns how many difficulties were written
 */
export async function reestimateItems(store: Store, now: number): Promise<number> {
  const since = new Date(now - lookBackMs).toISOString();
  let written = 0;
  for (const { source, target } of await store.run<{ source: string; target: string }>(pairs, [since])) {
    const bank = (await store.run<Askable>(bankOfPair, [source, target])).flatMap((exercise) => itemOf(exercise) ?? []);
    const tests = await store.run<{ ids: string[]; correct: boolean[] }>(testsOfPair, [source, target, since, mostTests]);
    const found = reestimateDifficulties({ bank, tests: tests.map(({ ids, correct }) => ids.map((id, i) => ({ id, correct: correct[i]! }))) });
    await store.run(writeParameters, [found.map(({ id }) => id), found.map(({ b }) => b), found.map(({ answers }) => answers), new Date(now).toISOString()]);
    written += found.length;
  }
  return written;
}
