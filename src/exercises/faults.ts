// The rules that hold for every exercise type: lengths, and texts that a person can read.
import type { ExerciseContent, ExerciseType, Limits } from './exercise-type.ts';

/** §3.3 of the data contract: these two are the same for every type, and the database checks them as well. */
const theoryLimits: Limits = { least: 500, most: 2000 };
const introductionLimits: Limits = { least: 50, most: 500 };

/** An explanation of 500 characters that says something uses more different words than this; repeated filler does not. */
const leastDistinctWordsOfTheory = 40;

/** A blank is a run of underscores; a single one may be a slip of the keyboard. */
const blank = /_+/gu;

/** Characters as Postgres counts them. */
export function characters(text: string): number {
  return [...text].length;
}

/** The blanks of a text, in order. */
export function blanks(text: string): string[] {
  return text.match(blank) ?? [];
}

/** The text with its blank filled in. */
export function withBlankFilled(stem: string, word: string): string {
  return stem.replace(blank, () => word);
}

/** Two texts that differ only in case, white space, Unicode form or the punctuation at the end are the same answer. */
export function sameAnswer(one: string, other: string): boolean {
  return comparable(one) === comparable(other);
}

function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim().replace(/[.!?…]+$/u, '').trim();
}

function lengthFault(field: string, text: string, limits: Limits): string[] {
  const length = characters(text);
  if (length >= limits.least && length <= limits.most) return [];
  return [`${field} must have ${limits.least} to ${limits.most} characters, it has ${length}`];
}

function readableFault(field: string, text: string): string[] {
  const faults: string[] = [];
  // Line breaks are wanted in a theory; the other control characters only ever come from broken copying.
  if (/[\p{Cc}\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u.test(text.replaceAll('\n', ''))) {
    faults.push(`${field} contains control or invisible characters`);
  }
  if (/<\/?[a-z][^>]*>/iu.test(text)) faults.push(`${field} must be plain text, it contains markup`);
  if (text !== text.trim()) faults.push(`${field} begins or ends with white space`);
  return faults;
}

/** The faults that any row may have, whatever its type; `limits` are those of its type. */
export function commonFaults(row: ExerciseContent, limits: ExerciseType['limits']): string[] {
  const texts: [string, string, Limits][] = [
    ['theory', row.theory, theoryLimits],
    ['exercise_introduction', row.introduction, introductionLimits],
    ['exercise_input', row.input, limits.input],
    ['expected_output', row.expected, limits.expected],
    ...row.accepted.map((form): [string, string, Limits] => [`accepted form "${form}"`, form, limits.expected]),
  ];
  const faults = texts.flatMap(([field, text, bounds]) => [
    ...lengthFault(field, text, bounds),
    ...readableFault(field, text),
  ]);
  const words = new Set(row.theory.toLowerCase().match(/\p{L}+/gu));
  if (words.size < leastDistinctWordsOfTheory) {
    faults.push(`theory explains nothing: it uses only ${words.size} different words`);
  }
  if (!/[\p{L}\p{N}]/u.test(row.expected)) faults.push('expected_output contains no letter and no number');
  if (row.why !== null && row.why.trim() === '') faults.push('why is empty');
  if (row.why === null && row.accepted.length > 0) faults.push('further accepted forms need a why beside them');
  const forms = [row.expected, ...row.accepted];
  for (const form of forms) if (/\s(?:['’](?:s|m|d|re|ve|ll)\b|[,.])|\s{2}/iu.test(form)) faults.push(`"${form}" has a space where none belongs, and a learner may be shown it`);
  forms.forEach((form, index) => {
    if (forms.findIndex((earlier) => sameAnswer(earlier, form)) < index) faults.push(`"${form}" is accepted twice`);
  });
  return faults;
}
