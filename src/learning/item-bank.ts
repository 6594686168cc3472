// The questions a placement test may ask: which exercises they are, what is believed of each, and a fair handful of them.
import { readOptions } from '../exercises/options.ts';
import type { ExerciseTypeName } from '../exercises/table.ts';
import type { Level, PlacementItem } from '../../machines/vocabulary.ts';
import { levelOf, middleOf } from './placement.ts';

/** An exercise as far as a test cares. */
export interface Askable {
  id: string;
  level: Level;
  type: ExerciseTypeName;
  category: string;
  /** The exercise's input; the options of a multiple choice are counted in it. */
  input: string;
  /** The difficulty re-estimated from answers, logits; null while its level is all that is known. */
  difficulty: number | null;
  /** The learner has met it already. */
  seen: boolean;
}

/**
 * How sharply each type tells abilities apart, until somebody measures it. A whole sentence is a little less sharp than a
 * word, because a right one may be missing from the accepted forms. Answers that need a judge are not asked.
 */
const sharpness: Readonly<Partial<Record<ExerciseTypeName, number>>> = { fill_blank: 1.2, multiple_choice: 1, error_identification: 1, translation: 0.9 };

/** The area of a question: grammar; use, where whole sentences are put together; otherwise vocabulary. */
function areaOf({ type, category }: Askable): PlacementItem['area'] {
  if (category === 'grammar' || type === 'error_identification') return 'grammar';
  return type === 'translation' ? 'use' : 'vocabulary';
}

/**
 * The difficulty that a level stands for: somebody in the middle of the level is right two times in three, which is where
 * teachers draw the line when they call something mastered (response probability 0.67: Mitzel, Lewis, Patz & Green, in
 * Cizek, Setting Performance Standards, 2001). P = 2/3 is ln 2 / a above the difficulty.
 */
const difficultyOf = (level: Level, a: number): number => middleOf(level) - Math.LN2 / a;

/** An exercise as an item of the bank; null when its type cannot be asked. Two decimals are plenty, and keep a session small. */
export function itemOf(exercise: Askable): PlacementItem | null {
  const a = sharpness[exercise.type];
  if (a === undefined) return null;
  const options = exercise.type === 'multiple_choice' ? readOptions(exercise.input).options.length : 0;
  const c = options > 1 ? Math.round(100 / options) / 100 : 0;
  return { id: exercise.id, a, b: Math.round(100 * (exercise.difficulty ?? difficultyOf(exercise.level, a))) / 100, c, area: areaOf(exercise) };
}

/** As many as a session carries; a test asks at most 15 of them. */
export const mostDrawn = 48;

/**
 * Some of the exercises as a bank for one learner: every level and area in turn gives one until there are enough, in each
 * those not met before first, typed ones before options, otherwise by chance.
 * @param random in [0, 1)
 */
export function drawItems(exercises: readonly Askable[], random: () => number, most: number = mostDrawn): PlacementItem[] {
  const cells = new Map<string, { item: PlacementItem; order: number }[]>();
  for (const exercise of exercises) {
    const item = itemOf(exercise);
    if (item === null) continue;
    const cell = `${exercise.level} ${item.area}`;
    cells.set(cell, [...cells.get(cell) ?? [], { item, order: (exercise.seen ? 2 : 0) + (item.c > 0 ? 1 : 0) + random() }]);
  }
  const queues = [...cells.values()].map((cell) => cell.toSorted((one, other) => one.order - other.order));
  const drawn: PlacementItem[] = [];
  for (let round = 0; drawn.length < most && queues.some((queue) => queue.length > round); round++) {
    for (const queue of queues) if (queue[round] !== undefined && drawn.length < most) drawn.push(queue[round]!.item);
  }
  return drawn;
}

const enoughOfALevel = 5;

/** The highest level that a bank can tell: the one whose middle masters its fifth hardest item. A learner above it gets everything right. */
export function tellsUpTo(bank: readonly PlacementItem[]): Level {
  const hardest = bank.map(({ a, b }) => b + Math.LN2 / a).toSorted((one, other) => other - one);
  return levelOf(hardest[Math.min(enoughOfALevel, hardest.length) - 1] ?? NaN);
}
