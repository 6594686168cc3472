// The parts of the placement test's lines that are computed and not worded: places, buttons, how a level came about.
import type { Facts, Option, Options } from './copy.ts';
import { highestTaught } from './offered.ts';
import { optionsOfExercise } from './phrases.ts';

/** The place of the open question in a placement test that is under way, from 1; null when there is none. */
export function itemPlace({ context: { placement } }: Facts): number | null {
  return placement === null || placement.open === null ? null : placement.answers.length + 1;
}

/** What may be tapped under a question of the placement test beside its own options. */
export interface ItemOptions {
  skip: Option;
  end: Option;
  beginner: Option;
}

const buttonsThatFit = 3;
const placesForBeginners = 2;

/** Up to three buttons under a question: its options, then as many ways on as fit. */
export function itemButtons(facts: Facts, { skip, end, beginner }: ItemOptions): Options {
  if (facts.item?.shownAs === 'list') return {};
  const options = optionsOfExercise(facts.item);
  const more = { skip, ...((itemPlace(facts) ?? 1) <= placesForBeginners ? { beginner } : {}), end };
  return Object.fromEntries([...Object.entries(options), ...Object.entries(more)].slice(0, buttonsThatFit));
}

/** The rows of a question with many options, and the ways on. */
export function itemRows(facts: Facts, { skip, end }: ItemOptions): Options {
  return facts.item?.shownAs === 'list' ? { ...optionsOfExercise(facts.item), skip, end } : {};
}

/** The instruction that goes with the open question's type. */
export function instruction(facts: Facts, words: Readonly<Record<'choose' | 'fill' | 'translate' | 'correct', string>>): string {
  if (facts.item !== null && facts.item.shownAs !== 'typed') return words.choose;
  if (facts.item?.type === 'translation') return words.translate;
  return facts.item?.type === 'error_identification' ? words.correct : words.fill;
}

/** The buttons under a result: on to a lesson, or a level lower or higher where there is one. */
export function resultButtons({ context: { profile } }: Facts, { lesson, lower, higher }: Readonly<Record<'lesson' | 'lower' | 'higher', Option>>): Options {
  return { lesson, ...(profile.level === null || profile.level === 'A1' ? {} : { lower }), ...(profile.level === highestTaught ? {} : { higher }) };
}

/** How the level came about: by the test, more than it can tell, put right by the learner, or said without a test. */
export function howPlaced({ context: { placement, profile } }: Facts): 'measured' | 'ceiling' | 'corrected' | 'said' {
  const result = placement?.result ?? null;
  if (result === null) return profile.level === 'A1' ? 'said' : 'corrected';
  if (result.level !== profile.level) return 'corrected';
  return result.ceiling ? 'ceiling' : 'measured';
}
