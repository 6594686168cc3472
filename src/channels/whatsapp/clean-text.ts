// Makes foreign text safe to store and to show: what PostgreSQL refuses is removed, what is too long is cut.

/** WhatsApp's own limit for a text message; longer input can only come from something that is not WhatsApp. */
export const TEXT_LIMIT = 4096;
/** `users.display_name` holds 100 characters. */
export const NAME_LIMIT = 100;

const NUL = /\0/g;
// Control characters, line and paragraph separators, and the bidirectional controls that let a name rearrange a sentence around it.
const UNFIT_FOR_A_LINE = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * Text as PostgreSQL can hold it: NUL removed, lone surrogates replaced by U+FFFD, cut at `limit` code points.
 * Zero-width and bidirectional characters stay, because what a learner typed is the grader's business.
 */
export function cleanText(raw: string, limit: number = TEXT_LIMIT): string {
  const stored = raw.includes('\0') ? raw.replace(NUL, '') : raw;
  return cutAt(stored.toWellFormed(), limit);
}

/** One line of foreign text for use inside our own sentences (names, titles): trimmed, no control characters, at most `limit` code points; null when nothing is left. */
export function cleanLine(raw: unknown, limit: number = NAME_LIMIT): string | null {
  if (typeof raw !== 'string') return null;
  const line = cutAt(raw.toWellFormed().replace(UNFIT_FOR_A_LINE, ' ').trim(), limit).trimEnd();
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
