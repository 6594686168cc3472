// Hints, made from an exercise's own answer and reason: a light one and a stronger one.
import { wordDiff } from '../grading/diff.ts';
import type { Hint, Question } from './exercise-type.ts';

/** The words of a text, punctuation left on. */
const wordsOf = (text: string): string[] => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** The first letter of the answer and how many letters it has. */
export function letters(answer: string): Hint {
  return { kind: 'letters', first: [...answer.replace(/^[^\p{L}\p{N}]+/u, '')][0] ?? '', letters: answer.match(/\p{L}/gu)?.length ?? 0 };
}

/** The beginning of the answer: `share` of its words, or of its letters when it is one word. */
export function beginning(answer: string, share: number): Hint {
  const words = wordsOf(answer);
  if (words.length < 2) return { kind: 'begins', text: [...answer].slice(0, Math.max(1, Math.ceil([...answer].length * share))).join(''), words: 1 };
  return { kind: 'begins', text: words.slice(0, Math.max(1, Math.round(words.length * share))).join(' '), words: words.length };
}

/** The first letter of each word: “Y… I… w… t… t… m…”. */
export function initials(answer: string): Hint {
  return { kind: 'initials', text: wordsOf(answer).map((word) => `${/[\p{L}\p{N}]/u.exec(word)?.[0] ?? ''}…`).join(' ') };
}

const leastReason = 3;

/** The reason without the answer in it, or null when too little is left: “*Is*: with *she* it is *is*.” → “With *she* it is *…*.” */
export function reason({ answer, accepted }: Question, why: string | null): Hint | null {
  if (why === null) return null;
  const bare = [answer, ...accepted].filter((form) => /\p{L}/u.test(form)).reduce((text, form) =>
    text.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(form)}(?![\\p{L}\\p{N}])`, 'giu'), '…'), why.replace(/^\*[^*]+\*\s*[:：]\s*/u, ''));
  const plain = bare.trim();
  if (wordsOf(plain.replaceAll('…', '')).length < leastReason) return null;
  return { kind: 'reason', text: plain.charAt(0).toUpperCase() + plain.slice(1) };
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

const unended = (text: string): string => text.replace(/[.!?…,;:]+$/u, '');

/**
 * Of a sentence with a mistake: the words from the first that is wrong to the last, those that belong there, and what
 * stands before and after them. Words that only moved are in both: “black dog”, not “dog black”. Null where nothing differs.
 */
export function mistakeIn(stem: string, right: string, language: string): { before: string; was: string; now: string; after: string } | null {
  const parts = wordDiff(stem, right, language);
  const first = parts.findIndex(({ kind }) => kind !== 'same');
  if (first < 0) return null;
  const last = parts.findLastIndex(({ kind }) => kind !== 'same');
  const span = parts.slice(first, last + 1);
  const joined = (texts: readonly string[]): string => unended(texts.filter(Boolean).join(' '));
  return {
    before: parts[first - 1]?.text ?? '',
    was: joined(span.map(({ kind, text, was = '' }) => (kind === 'missing' ? '' : kind === 'changed' ? was : text))),
    now: joined(span.map(({ kind, text }) => (kind === 'extra' ? '' : text))),
    after: parts[last + 1]?.text ?? '',
  };
}

/** Where a sentence with a mistake differs from the right one: the words around it first, then the words themselves. */
export function mistake({ stem, answer }: Question, language: string): [Hint, Hint] {
  const found = mistakeIn(stem, answer, language);
  if (found === null) return [initials(answer), beginning(answer, 0.5)];
  const { was } = found;
  const before = wordsOf(found.before);
  const after = wordsOf(found.after);
  const near = unended([...before.slice(-2), ...wordsOf(was), ...after.slice(0, 2)].join(' '));
  return [{ kind: 'near', text: near }, was === '' ? { kind: 'missing', text: before.at(-1) ?? after[0] ?? '' } : { kind: 'word', text: was }];
}
