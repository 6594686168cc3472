// The bank of placement questions: what each type is worth, a fair draw, and how well the real curriculum places learners.
import { describe, expect, it } from 'vitest';
import { curriculumPaths, newExercise, readCurriculumFile } from '../../src/exercises/curriculum/file.ts';
import { drawItems, itemOf, mostDrawn, tellsUpTo, type Askable } from '../../src/learning/item-bank.ts';
import { afterAnswer } from '../../src/learning/placement-in-hand.ts';
import { chanceOf } from '../../src/learning/item-response.ts';
import { levelOf, mostItems, nextItem } from '../../src/learning/placement.ts';
import { levels } from '../../machines/vocabulary.ts';
import { normal, seeded } from './simulate-placement.ts';

const askable = (own: Partial<Askable> = {}): Askable => ({ id: 'x', level: 'A2', type: 'fill_blank', category: 'travel', input: 'I ___ here.', difficulty: null, seen: false, ...own });

describe('an exercise as an item', () => {
  it('is known by two in three in the middle of its level, whatever its type, unless answers have shown something else', () => {
    for (const type of ['fill_blank', 'translation', 'error_identification'] as const) {
      expect(chanceOf(itemOf(askable({ type }))!, -1.5)).toBeCloseTo(2 / 3, 2);
      expect(chanceOf(itemOf(askable({ type, level: 'B1' }))!, -0.5)).toBeCloseTo(2 / 3, 2);
    }
    expect(itemOf(askable({ difficulty: -1.2345 }))!.b).toBe(-1.23);
  });

  it('can be guessed only where one chooses, one in as many as there are options', () => {
    expect(itemOf(askable())!.c).toBe(0);
    expect(itemOf(askable({ type: 'multiple_choice', input: '___ you? [1] Are [2] Is [3] Am [4] Be' }))!.c).toBe(0.25);
    expect(itemOf(askable({ type: 'multiple_choice', input: '___ you? [1] Are [2] Is [3] Am' }))!.c).toBe(0.33);
  });

  it('belongs to grammar, vocabulary or use', () => {
    expect(itemOf(askable({ category: 'grammar', type: 'translation' }))!.area).toBe('grammar');
    expect(itemOf(askable({ type: 'error_identification' }))!.area).toBe('grammar');
    expect(itemOf(askable({ type: 'translation' }))!.area).toBe('use');
    expect(itemOf(askable({ type: 'multiple_choice' }))!.area).toBe('vocabulary');
  });

  it('is none where only a judge could tell right from wrong', () => {
    expect([itemOf(askable({ type: 'open_response' })), itemOf(askable({ type: 'roleplay' }))]).toEqual([null, null]);
  });
});

describe('a draw', () => {
  const all = levels.slice(0, 3).flatMap((level) => Array.from({ length: 60 }, (_, i) =>
    askable({ id: `${level}${i}`, level, category: i % 3 === 0 ? 'grammar' : 'travel', type: i % 3 === 1 ? 'translation' : i % 2 === 0 ? 'fill_blank' : 'multiple_choice', input: 'x [1] a [2] b' })));

  it('has as many of each level and area as there may be, typed ones first', () => {
    const drawn = drawItems(all, seeded(1));
    const counts = Object.values(Object.groupBy(drawn, ({ b, area }) => `${b} ${area}`)).map((cell) => cell!.length);
    expect(drawn).toHaveLength(mostDrawn);
    expect(counts).toHaveLength(9);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    expect(drawn.every(({ c }) => c === 0)).toBe(true);
  });

  it('differs from learner to learner, and leaves what was met before for the end', () => {
    const [one, other] = [drawItems(all, seeded(1)), drawItems(all, seeded(2))].map((drawn) => drawn.map(({ id }) => id).join());
    expect(one).not.toBe(other);
    const half = all.map((exercise, i) => ({ ...exercise, seen: i % 2 === 0 }));
    const seen = new Set(half.filter((exercise) => exercise.seen).map(({ id }) => id));
    expect(drawItems(half, seeded(3)).filter(({ id }) => seen.has(id))).toEqual([]);
  });

  it('takes what there is when there is little, and nothing of nothing', () => {
    expect(drawItems(all.slice(0, 4), seeded(1))).toHaveLength(4);
    expect(drawItems([], seeded(1))).toEqual([]);
  });

  it('tells levels as far up as five of its items go', () => {
    const of = (level: Askable['level'], n: number) => drawItems(Array.from({ length: n }, (_, i) => askable({ id: `${level}${i}`, level })), seeded(1));
    expect(tellsUpTo([...of('A2', 9), ...of('B1', 5)])).toBe('B1');
    expect(tellsUpTo([...of('A2', 9), ...of('B1', 4)])).toBe('A2');
    expect(tellsUpTo([])).toBe('A1');
  });
});

describe('the curriculum as it is', { timeout: 60_000 }, () => {
  const files = curriculumPaths().map((name) => readCurriculumFile(name));
  const bankOf = (pair: string): Askable[] => files.filter((file) => `${file.sourceLanguage}-${file.targetLanguage}` === pair)
    .flatMap((file) => file.exercises.map((one) => newExercise(file, one)).map((exercise) => askable({ ...exercise, category: file.topic.category })));

  it.each(['es-en', 'en-es', 'pt-en', 'fr-en'])('%s places who is within its reach: 97 of 100 within one level, half exact, difficulties off by 0.5', (pair) => {
    const random = seeded(6);
    const exercises = bankOf(pair);
    const top = tellsUpTo(drawItems(exercises, seeded(1)));
    expect(top).toBe('B1');
    const real = new Map(exercises.map(({ id }) => [id, 0.5 * normal(random)]));
    const sum = { exact: 0, within: 0, above: 0, ceiling: 0 };
    const learners = 800;
    for (let i = 0; i < learners; i++) {
      // From the lowest A1 to the top of B1.
      const ability = -3 + 3 * random();
      const items = drawItems(exercises, random);
      const placement = { items, seed: i, answers: [] as { id: string; correct: boolean }[] };
      let open: string | null = nextItem({ bank: items, answers: [], random })!.id;
      let result = null;
      while (open !== null) {
        const item = items.find(({ id }) => id === open)!;
        const correct = random() < chanceOf({ ...item, b: item.b + real.get(item.id)! }, ability);
        const after: ReturnType<typeof afterAnswer> = afterAnswer(placement, open, correct);
        placement.answers.push({ id: open, correct });
        ({ next: open, result } = after);
      }
      expect(placement.answers.length).toBeLessThanOrEqual(mostItems);
      const apart = Math.abs(levels.indexOf(result!.level) - levels.indexOf(levelOf(ability)));
      sum.exact += apart === 0 ? 1 : 0;
      sum.within += apart <= 1 ? 1 : 0;
      sum.above += levels.indexOf(result!.level) > levels.indexOf(top) ? 1 : 0;
    }
    console.log(`${pair}: ${(100 * sum.exact / learners).toFixed(0)} % exact, ${(100 * sum.within / learners).toFixed(1)} % within one level`);
    expect(sum.above).toBe(0);
    expect(sum.within / learners).toBeGreaterThanOrEqual(0.97);
    expect(sum.exact / learners).toBeGreaterThanOrEqual(0.55);
  });

  it('says so to who knows more than it can tell', () => {
    const items = drawItems(bankOf('es-en'), seeded(4));
    const placement = { items, seed: 5, answers: [] as { id: string; correct: boolean }[] };
    let open: string | null = nextItem({ bank: items, answers: [], random: seeded(4) })!.id;
    let result = null;
    while (open !== null) {
      const after: ReturnType<typeof afterAnswer> = afterAnswer(placement, open, true);
      placement.answers.push({ id: open, correct: true });
      ({ next: open, result } = after);
    }
    expect(result).toMatchObject({ level: 'B1', ceiling: true });
  });
});
