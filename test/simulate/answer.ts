// How a simulated learner answers one exercise: by what they remember, with guesses where there are options and slips where they type.
import type { Bubble } from './graph.ts';
import type { Memory } from './memory.ts';
import type { Person } from './person.ts';
import type { Question } from './questions.ts';
import { casually, tap, text, withSlip, type Written } from './writing.ts';

/**
 * The answer, and how likely a right one was. Something is always written: a learner who does not know guesses, or takes
 * what learners of this language really get wrong.
 * @param at ms since the epoch
 */
export function answerTo(question: Question, bubble: Bubble, person: Person, memory: Memory, at: number): { written: Written; chance: number } {
  const { chance, habits } = person;
  const known = memory.recall(question, at);
  const { options } = question;
  const asked = `${question.stem} (${question.type}: ${question.right[0]!})`;
  const guess = options ? 1 / options.length : 0;
  // Where no mistake is known there is none to make, as in a free answer.
  const right = question.wrong.length === 0 ? 1 : known + (1 - known) * guess;
  const isRight = chance.is(right);
  const words = chance.pick(isRight ? question.right : question.wrong);
  if (options) {
    const option = options.find((one) => one.text === words)!;
    const answer = { exercise: question.id, asked, sort: isRight ? 'right' : 'wrong', text: words } as const;
    const shown = bubble.options.find(({ id }) => id.endsWith(`:${option.id}`));
    return { chance: right, written: shown && chance.is(habits.taps) ? tap(shown, bubble, 'answer', answer) : text(chance.is(0.5) ? option.id : words, 'answer', answer) };
  }
  const slipped = isRight && chance.is(habits.typos) ? withSlip(words, chance) : null;
  // Case can be what an exercise is about, so only plain right answers are written carelessly.
  const typed = slipped ?? (isRight && question.type !== 'error_identification' ? casually(words, chance) : words);
  return { chance: right, written: text(typed, 'answer', { exercise: question.id, asked, sort: isRight ? (slipped === null ? 'right' : 'slip') : 'wrong', text: typed }) };
}
