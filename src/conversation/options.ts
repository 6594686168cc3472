// The buttons and rows of a prompt: what can be tapped, under which id, and what may be typed instead.
import { copy, isPrompt, type Entry, type Facts, type Options } from '../../machines/copy.ts';

export interface OpenOption {
  /** Sent to WhatsApp and back; names the prompt, so that a button of another question is known as such. */
  id: string;
  /** What the machine hears. */
  option: string;
  title: string;
  description?: string;
  also: readonly string[];
}

export interface OpenOptions {
  kind: 'buttons' | 'list' | 'none';
  /** The title of the button that opens the list. */
  open: string;
  options: OpenOption[];
}

/** The prompts whose options are the answers of the open exercise: of a lesson, of the placement test. */
export const exercisePrompt = 'lesson.exercise';
export const itemPrompt = 'placement.item';

/** The part of a button's id before the option. An exercise's buttons name the exercise, since the same prompt asks them all. */
function idPrefix(key: string, facts: Facts): string {
  if (key === itemPrompt) return `p:${facts.item?.id.slice(0, 8) ?? ''}`;
  return key === exercisePrompt ? `x:${facts.exercise?.id.slice(0, 8) ?? ''}` : key;
}

/** The copy of a key in the learner's language; undefined when nothing has that key. */
export function entryOf(key: string, facts: Facts): Entry | undefined {
  return copy[facts.context.profile.nativeLanguage][key];
}

/** What can be tapped under the prompt of this key; nothing when it is a line or unknown. */
export function optionsOf(key: string, facts: Facts): OpenOptions {
  const entry = entryOf(key, facts);
  const none: OpenOptions = { kind: 'none', open: '', options: [] };
  if (entry === undefined || !isPrompt(entry)) return none;
  const read = (options: Options | ((facts: Facts) => Options) | undefined): OpenOption[] =>
    Object.entries(typeof options === 'function' ? options(facts) : options ?? {}).map(([option, shown]) => ({
      id: `${idPrefix(key, facts)}:${option}`,
      option,
      ...(typeof shown === 'string' ? { title: shown, also: [] } : { also: [], ...shown }),
    }));
  const buttons = read(entry.buttons);
  if (buttons.length > 0) return { kind: 'buttons', open: '', options: buttons };
  const rows = read(entry.list?.rows);
  return rows.length > 0 ? { kind: 'list', open: entry.list!.open, options: rows } : none;
}
