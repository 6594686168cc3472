// Makes foreign text safe to store and to show: what PostgreSQL refuses is removed, what is too long is cut.

/** WhatsApp's own limit for a text message; longer input can only come from something that is not WhatsApp. */
export const TEXT_LIMIT = 4096;
/** `users.display_name` holds 100 characters. */
const NAME_LIMIT = 100;

const NUL = /\0/g;
// Control characters and the separators of lines and paragraphs: one space each time, so that words stay apart.
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;
// Bidirectional controls let a name rearrange the sentence around it.
const BIDIRECTIONAL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text as PostgreSQL can hold it: NUL removed, lone surrogates replaced by U+FFFD, cut at `limit` code points.
 * Zero-width and bidirectional characters stay, because what a learner typed is the grader's business.
 */
export function cleanText(raw: string, limit: number = TEXT_LIMIT): string {
  const stored = raw.includes('\0') ? raw.replace(NUL, '') : raw;
  return cutAt(stored.toWellFormed(), limit);
}

/** One line of foreign text for use inside our own sentences (names, titles): trimmed, no control or bidirectional characters, at most `limit` code points; null when nothing is left. */
export function cleanLine(raw: unknown, limit: number = NAME_LIMIT): string | null {
  if (typeof raw !== 'string') return null;
  const line = cutAt(raw.toWellFormed().replace(BIDIRECTIONAL, '').replace(BREAKS, ' ').trim(), limit).trimEnd();
  return line === '' ? null : line;
}

/** The first `limit` code points of well-formed text; a surrogate pair is never split. */
export function cutAt(text: string, limit: number): string {
  // A string never has more code points than UTF-16 units, so most text needs no count.
  if (text.length <= limit) return text;
  let end = 0;
  for (let left = limit; left > 0 && end < text.length; left--) {
    end += text.codePointAt(end)! > 0xffff ? 2 : 1;
  }
  return text.slice(0, end);
}
