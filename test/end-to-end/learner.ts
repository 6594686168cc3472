// A learner at the phone's page: reads the exercise that is open and answers it rightly, wrongly or with a slip.
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { curriculumPaths, readCurriculumFile } from '../../src/exercises/curriculum/file.ts';
import { grade } from '../../src/grading/grade.ts';
import { answerTo, write } from '../simulator/phone-page.ts';

export type How = 'right' | 'wrong' | 'typo';

interface Known {
  stem: string;
  options: string[];
  /** A whole sentence is wanted. */
  whole: boolean;
  right: string;
  accepted: string[];
  wrong: string;
  why: string;
}

const unmarked = (text: string) => text.replaceAll('*', '').replaceAll(/\s+/g, ' ').trim();

/** Everything that a lesson of this language pair may ask. */
function exercisesOf(pair: string): Known[] {
  return curriculumPaths().filter((name) => name.startsWith(`${pair}/`)).flatMap((name) => {
    const { exercises, sourceLanguage, targetLanguage } = readCurriculumFile(name);
    return exercises.map(({ type, input, expected, accepted, wrong, why }): Known => {
      const [stem = '', ...options] = input.split(/\s*\[\d\]\s*/);
      const right = options.length > 0 ? options[Number(expected) - 1]! : expected;
      // What cannot be settled, and what is asked for again, is no mistake.
      const mistake = wrong.find((answer) => {
        const { verdict, note } = grade({ type, language: targetLanguage, accepted: [right, ...accepted], answer, context: stem, uiLanguage: sourceLanguage });
        return verdict === 'wrong' && note !== 'unsure' && note !== 'other_language';
      });
      const whole = type !== 'fill_blank' && type !== 'multiple_choice';
      return { stem: unmarked(stem), options, whole, right, accepted: [right, ...accepted], why: unmarked(why), wrong: options.find((option) => option !== right) ?? mistake ?? 'xqwt vrpk zlomp brrq' };
    });
  });
}

export interface Answered {
  how: How;
  whole: boolean;
  /** What was sent. */
  said: string;
  /** The form that is right, and why, as the curriculum has it. */
  right: string;
  why: string;
  /** The tutor's next bubble. */
  reply: string;
}

/** Takes lessons of one language pair on one page. */
export function learnerOf(page: Page, pair: string) {
  const all = exercisesOf(pair);
  const known = (bubble: string): Known => {
    const asked = unmarked(bubble.slice(bubble.lastIndexOf('(')) || bubble);
    const whole = unmarked(bubble);
    const found = all.filter(({ stem }) => whole.endsWith(stem)).toSorted((a, b) => b.stem.length - a.stem.length)[0];
    if (found === undefined) throw new Error(`the curriculum has no such exercise: ${asked}`);
    return found;
  };
  const words = (exercise: Known, how: How): string | undefined => {
    if (how === 'right') return exercise.right;
    if (how === 'wrong') return exercise.wrong;
    return exercise.options.length > 0 || exercise.whole ? undefined : slipOf(exercise);
  };
  return {
    /** Answers in the first of these ways that the exercise allows: a choice cannot be mistyped. */
    async answer(bubble: string, ...ways: How[]): Promise<Answered> {
      const exercise = known(bubble);
      const how = ways.find((way) => words(exercise, way) !== undefined)!;
      const said = words(exercise, how)!;
      const reply = await answerTo(page, () => say(page, exercise, said));
      return { how, said, whole: exercise.whole, right: exercise.right, why: exercise.why, reply };
    },
    /** Sends the right answer without waiting for anything. */
    async sendRight(bubble: string): Promise<void> {
      const exercise = known(bubble);
      await say(page, exercise, exercise.right);
    },
  };
}

/** Types the answer, or taps it where the newest bubble offers choices. */
async function say(page: Page, { options }: Known, said: string): Promise<void> {
  await (options.length === 0 ? write(page, said) : choose(page, said));
}

/** Taps exactly this button of the newest bubble, or exactly this row of its list. */
export async function choose(page: Page, title: string): Promise<void> {
  const newest = page.locator('[data-testid=bubble][data-from=tutor]').last();
  const list = newest.getByTestId('list-button');
  if ((await list.count()) === 0) return newest.getByTestId('reply-button').getByText(title, { exact: true }).click();
  await list.click();
  await page.getByTestId('list-row').getByText(title, { exact: true }).click();
}

/** Two letters the wrong way round, where the grader forgives that; undefined where the word is too short. */
function slipOf({ right, accepted, stem }: Known): string | undefined {
  for (let place = 1; place < right.length - 1; place += 1) {
    const slip = `${right.slice(0, place)}${right[place + 1]}${right[place]}${right.slice(place + 2)}`;
    if (/[^a-z]/i.test(right) || slip === right) continue;
    const { verdict, note } = grade({ type: 'fill_blank', language: 'en', accepted, answer: slip, context: stem });
    if (verdict === 'almost' && note === 'typo') return slip;
  }
  return undefined;
}

/** Asserts that a reply says what a fair teacher says about such an answer. */
export function expectFair({ how, whole, right, why, reply }: Answered): void {
  const told = unmarked(reply);
  // Of a sentence the comment may speak of the word at stake alone.
  if (!whole) expect(told.toLowerCase()).toContain(unmarked(right).toLowerCase());
  if (how === 'wrong') expect(told).toContain(why);
  else expect(told).not.toContain(why);
  expect(told.includes('Supongo que era')).toBe(how === 'typo');
}
