// Finds words that come too early: every word of an exercise has to be known at its level, or explained by its theory.
import { wordsOf } from '../../grading/words.ts';
import { levels } from '../exercise.ts';
import { wordsEn } from './words-en.ts';
import { wordsEs } from './words-es.ts';
import type { Level } from '../exercise.ts';
import type { CurriculumFile } from './file.ts';

/** Languages with word lists, by ISO 639-1 code; the lists end at B1. */
const lists: Readonly<Record<string, Readonly<Partial<Record<Level, string>>>>> = { en: wordsEn, es: wordsEs };

/** New words are met one at a time: more than this in one exercise is reading with a dictionary. */
const mostNewWords = 1;

/** One word as it stands in a sentence: "isn't", "T-shirt", "o'clock". */
const word = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu;

type List = { at: Level; explicitly: ReadonlySet<string>; byForm: (word: string) => boolean };

const known = new Map<string, List[]>();

/** The lists of a language, lowest level first; none for a language without lists. */
function listsOf(language: string): List[] {
  const before = known.get(language);
  if (before) return before;
  const dictionary = wordsOf(language);
  const made = levels.flatMap((at): List[] => {
    const listed = lists[language]?.[at];
    if (listed === undefined) return [];
    const explicitly = new Set(listed.normalize('NFC').split(/\s+/u));
    return [{ at, explicitly, byForm: dictionary?.among(explicitly) ?? ((one) => explicitly.has(one)) }];
  });
  known.set(language, made);
  return made;
}

/**
 * The place in the lists from which a word (lower-case NFC) is known: that of the list it stands in, else the first that
 * lists a word it is a regular form of; "thirty-two" is known with its parts. The number of lists for a word of none.
 */
function placeOf(one: string, all: readonly List[]): number {
  let place = all.findIndex(({ explicitly }) => explicitly.has(one));
  if (place < 0) place = all.findIndex(({ byForm }) => byForm(one));
  if (place >= 0) return place;
  return one.includes('-') ? Math.max(...one.split('-').map((part) => placeOf(part, all))) : all.length;
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

const explanations = new WeakMap<CurriculumFile, (word: string) => boolean>();

/** Whether a file's theory uses a word, in whatever form. */
function explainedBy(file: CurriculumFile): (word: string) => boolean {
  const before = explanations.get(file);
  if (before) return before;
  const theory = new Set<string>(plain(file.theory).toLowerCase().match(word));
  const made = wordsOf(file.targetLanguage)?.among(theory) ?? ((one: string) => theory.has(one));
  explanations.set(file, made);
  return made;
}

/**
 * What is wrong with the words of one exercise; `texts` is what the learner reads or writes of it in the target language.
 * A word of its level or below is known, a word that its theory uses is explained, and one word of the next level (for the
 * highest list: of any dictionary) may be met. A word that is further up, or in no dictionary, is a fault.
 * Languages without lists, and levels above them, have no faults.
 */
export function wordFaults(file: CurriculumFile, texts: readonly string[]): string[] {
  const all = listsOf(file.targetLanguage);
  const own = all.findIndex(({ at }) => at === file.level);
  if (own < 0) return [];
  const dictionary = wordsOf(file.targetLanguage);
  const explained = explainedBy(file);
  const met = new Set<string>();
  const faults = new Set<string>();
  for (const text of texts.map(plain)) {
    for (const found of text.matchAll(word)) {
      const whole = found[0].toLowerCase();
      const one = whole.replace(/'s$/u, '');
      if (/^\p{N}|^\p{L}$/u.test(one) || isName(text, found.index, found[0], file.targetLanguage)) continue;
      const place = Math.min(placeOf(whole, all), placeOf(one, all));
      if (place <= own || explained(one)) continue;
      const level = all[place]?.at;
      if (!level && dictionary?.has(one) !== true) faults.add(`uses "${one}", which is in no list and no dictionary`);
      else if (place === own + 1) met.add(one);
      else faults.add(`uses "${one}", ${level ? `a word of ${level}` : 'which is in no list'}, and its theory does not explain it`);
    }
  }
  if (met.size > mostNewWords) faults.add(`uses more than ${mostNewWords} word above ${file.level}: ${[...met].join(', ')}`);
  return [...faults];
}
