// Meta's limits for outgoing messages, in one table, and the few ways to keep them.
import { cutAt } from './clean-text.ts';

/** Characters (code points, as JSON Schema counts) or items. From Meta's message reference; the list body is 4096 there, where the OpenAPI prose says 1024. */
export const limits = {
  text: 4096,
  buttonBody: 1024,
  buttons: 3,
  buttonTitle: 20,
  buttonId: 256,
  listBody: 4096,
  listOpen: 20,
  rows: 10,
  rowTitle: 24,
  rowDescription: 72,
  rowId: 200,
  templateParameter: 1024,
  tag: 512,
} as const;

/**
 * How long after somebody's last message WhatsApp lets free words through; later only an approved template. A minute of
 * the 24 hours is kept back: WhatsApp counts from when it got the message, we from when we did.
 */
export const windowMs = 24 * 3_600_000 - 60_000;

/** A bubble that Meta would refuse; `field` is its path in the bubble. A defect of ours, never the learner's. */
export class BubbleFault extends Error {
  readonly field: string;
  constructor(field: string, rule: string) {
    super(`${field}: ${rule}`);
    this.name = 'BubbleFault';
    this.field = field;
  }
}

/** Outgoing text of 1 to `limit` characters: shortened if it must be, which is set in `note`; a fault when it is blank. */
export function fit(field: string, text: string, limit: number, note: { shortened: boolean }): string {
  const clean = text.replaceAll('\0', '').toWellFormed();
  if (clean.trim() === '') throw new BubbleFault(field, 'empty');
  const fitted = shorten(clean, limit);
  if (fitted !== clean) note.shortened = true;
  return fitted;
}

/**
 * At most `limit` code points: cut before a word, or before a grapheme when the last word is most of the text, with "…" at the end.
 * Graphemes, so that a flag or a family emoji is left out rather than cut in half.
 */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit || cutAt(text, limit) === text) return text;
  const room = cutAt(text, limit - 1);
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.slice(0, room.length + 32))) {
    if (index + segment.length > room.length) break;
    end = index + segment.length;
  }
  const whole = text.slice(0, end);
  const wordEnd = /\s/.test(text.charAt(end)) ? end : whole.search(/\s\S*$/);
  return `${(wordEnd > end / 2 ? whole.slice(0, wordEnd) : whole).trimEnd()}…`;
}

/** An id that comes back when it is tapped: 1 to `limit` characters, no spaces around it. Never shortened, because then it would be another id. */
export function checkId(field: string, id: string, limit: number): string {
  if (id === '' || id !== id.trim()) throw new BubbleFault(field, 'empty or with spaces around it');
  if (id.length > limit) throw new BubbleFault(field, `longer than ${limit} characters`);
  if (id.includes('\0') || !id.isWellFormed()) throw new BubbleFault(field, 'not storable text');
  return id;
}

/** Meta refuses buttons or rows that share an id, and buttons that share a title. */
export function checkUnique(field: string, part: string, values: readonly string[]): void {
  const repeated = values.findIndex((value, i) => values.indexOf(value) !== i);
  if (repeated !== -1) throw new BubbleFault(`${field}[${repeated}].${part}`, 'used twice');
}
