// Finds words that come too early: every word of an exercise has to be heard often enough for its level, or be explained by its theory.
import { american } from '../../grading/spelling-variants.ts';
import { wordsOf } from '../../grading/words.ts';
import { levels } from '../exercise.ts';
import { allowances } from './allowances.ts';
import { headwordsOf } from './frequency.ts';
import type { Level } from '../exercise.ts';
import type { CurriculumFile } from './file.ts';

/**
 * How many headwords a learner of a level knows, of those heard most: the most that Milton measured for A1 (below 1,500), A2 (1,500 to 2,500)
 * and B1 (to 3,250) among learners of English, French and Greek: The development of vocabulary breadth across the CEFR levels, in Bartning,
 * Martin & Vedder, Communicative Proficiency and Linguistic Development, 2010, 211–232.
 */
export const bands: Readonly<Partial<Record<Level, number>>> = { A1: 1500, A2: 2500, B1: 3250 };

/** New words are met one at a time: more than this in one exercise is reading with a dictionary. */
const mostNewWords = 1;

/** One word as it stands in a sentence: "isn't", "T-shirt", "o'clock". */
const word = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu;

/** The endings of English short forms; without them "isn't" is "is". */
const shortened = /n't$|'(?:s|m|d|re|ve|ll)$/u;
const irregularlyShortened: Readonly<Record<string, string>> = { "won't": 'will', "can't": 'can', "shan't": 'shall', cannot: 'can' };

interface Band {
  at: Level;
  has: (word: string) => boolean;
}

const known = new Map<string, Band[]>();

/** The bands of a language, lowest level first; none for a language without a list. */
function bandsOf(language: string): Band[] {
  const before = known.get(language);
  if (before) return before;
  const headwords = headwordsOf(language);
  const dictionary = wordsOf(language);
  const made = headwords === null || dictionary === null ? [] : levels.flatMap((at): Band[] => {
    const size = bands[at];
    if (size === undefined) return [];
    const allowed = allowances.filter((one) => one.language === language && one.from === at).flatMap(({ words }) => words.split(/\s+/u));
    const listed = new Set([...headwords.slice(0, size), ...allowed]);
    const isForm = dictionary.among(listed);
    return [{ at, has: (one) => listed.has(one) || isForm(one) }];
  });
  known.set(language, made);
  return made;
}

/** The place in the bands from which a word (lower-case NFC) is known; "thirty-two" is known with its parts. The number of bands for a word of none. */
function placeOf(one: string, language: string, all: readonly Band[]): number {
  const base = language === 'en' ? american(irregularlyShortened[one] ?? one.replace(shortened, ''), wordsOf(language)) : one;
  const place = all.findIndex(({ has }) => has(one) || has(base));
  if (place >= 0) return place;
  const parts = base.split(/['-]/u).filter((part) => [...part].length > 1);
  return parts.length > 1 ? Math.max(...parts.map((part) => placeOf(part, language, all))) : all.length;
}

function plain(text: string): string {
  return text.normalize('NFC').replaceAll('’', "'");
}

/** Names need no level: capitals inside a sentence, and capitals at its beginning that the dictionary knows as a name. */
function isName(text: string, at: number, one: string, language: string): boolean {
  if (!/^\p{Lu}/u.test(one)) return false;
  const begins = /(?:^|[.?!:…—–'"«“¿¡])\s*$/u.test(text.slice(0, at));
  return !begins || wordsOf(language)?.isName(one.toLowerCase()) === true;
}

/** What is read at one level: a curriculum file, or a role-play scene, whose theory is empty. */
export type Leveled = Pick<CurriculumFile, 'targetLanguage' | 'level' | 'theory'>;

const explanations = new WeakMap<Leveled, (word: string) => boolean>();

/** Whether a file's theory uses a word, in whatever form. */
function explainedBy(file: Leveled): (word: string) => boolean {
  const before = explanations.get(file);
  if (before) return before;
  const theory = new Set<string>(plain(file.theory).toLowerCase().match(word));
  const made = wordsOf(file.targetLanguage)?.among(theory) ?? ((one: string) => theory.has(one));
  explanations.set(file, made);
  return made;
}

/** A word above its level: where it is known from, as a place in the bands. */
export interface Early {
  word: string;
  place: number;
}

/**
 * The words of an exercise that are above its level and that its theory does not use, each once; `texts` is what the learner reads or
 * writes of it in the target language. Null where nothing can be said: in a language without a list, and in a level above the bands.
 */
export function earlyWords(file: Leveled, texts: readonly string[]): Early[] | null {
  const all = bandsOf(file.targetLanguage);
  const own = all.findIndex(({ at }) => at === file.level);
  if (own < 0) return null;
  const explained = explainedBy(file);
  const early = new Map<string, Early>();
  for (const text of texts.map(plain)) {
    for (const found of text.matchAll(word)) {
      const whole = found[0].toLowerCase();
      const one = whole.replace(/'s$/u, '');
      if (/^\p{N}|^\p{L}$/u.test(one) || isName(text, found.index, found[0], file.targetLanguage)) continue;
      const place = Math.min(placeOf(whole, file.targetLanguage, all), placeOf(one, file.targetLanguage, all));
      if (place > own && !explained(one)) early.set(one, { word: one, place });
    }
  }
  return [...early.values()];
}

/**
 * What is wrong with the words of one exercise. A word of its level's band or below is known, a word that its theory uses is explained,
 * and one word of the next band (above the highest: of any dictionary) may be met. A word that is further up, or in no dictionary, is a fault.
 */
export function wordFaults(file: Leveled, texts: readonly string[]): string[] {
  const all = bandsOf(file.targetLanguage);
  const own = all.findIndex(({ at }) => at === file.level);
  const dictionary = wordsOf(file.targetLanguage);
  const met: string[] = [];
  const faults: string[] = [];
  for (const { word: one, place } of earlyWords(file, texts) ?? []) {
    const level = all[place]?.at;
    if (!level && dictionary?.has(one) !== true) faults.push(`uses "${one}", which is in no list and no dictionary`);
    else if (place === own + 1) met.push(one);
    else faults.push(`uses "${one}", ${level ? `a word of ${level}` : 'which is heard too seldom for any level'}${file.theory === '' ? '' : ', and its theory does not explain it'}`);
  }
  if (met.length > mostNewWords) faults.push(`uses more than ${mostNewWords} word above ${file.level}: ${met.join(', ')}`);
  return faults;
}
