// The numbered options of a multiple choice, and how they fit WhatsApp's reply buttons and lists.
import { characters } from './faults.ts';
import type { Option, Question } from './exercise-type.ts';

/** WhatsApp Cloud API, interactive messages: at most 3 reply buttons, each title at most 20 characters. */
const mostButtons = 3;
const mostButtonTitle = 20;
/** WhatsApp Cloud API, list messages: at most 10 rows in all, row description at most 72. */
export const mostOptions = 10;
export const mostOptionText = 72;

/**
 * Takes "___ libro es interesante. [1] El [2] La" apart.
 * Returns the text before the first number, and the options with the numbers as they were written.
 */
export function readOptions(input: string): { stem: string; options: Option[] } {
  const [stem = '', ...parts] = input.split(/\[(\d{1,3})\]/u);
  const options: Option[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    options.push({ id: parts[at] ?? '', text: (parts[at + 1] ?? '').trim() });
  }
  return { stem: stem.trim(), options };
}

/** Up to three short options are buttons; anything longer or more is a list. */
export function howShown(options: readonly Option[]): Question['shownAs'] {
  const fitsButtons = options.length <= mostButtons
    && options.every((option) => characters(option.text) <= mostButtonTitle);
  return fitsButtons ? 'buttons' : 'list';
}
