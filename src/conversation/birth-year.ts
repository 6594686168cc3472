// Reads a year of birth out of what somebody wrote: a year, a date that holds one, two digits said as a year, or an age said as an age; in digits or in words.
import { wordsAt } from '../grading/numbers.ts';
import { tokensOf } from '../grading/tokens.ts';
import type { InterfaceLanguage } from '../../machines/vocabulary.ts';

const oldest = 120;
const youngest = 13;
const oldestLikely = 100;
// “Nací en el 90”, “3 de mayo del 85”: plain Spanish for a year. The other languages say so only of being born.
const shortYear = /(?:^|\s)(?:en el|del|(?:naci|nasci|nascid[oa]|born|nee?)(?: \p{L}+){0,2}? (?:en|em|in)|naci el|nasci no)(?: (?:ano|annee))? (\d{2})$/u;
const ageWords = /^(?:(?:tengo|tenho|i m|i am|im|j ai)\s+(\d{1,2})(?:\s+(?:anos|years?(?:\s+old)?|ans))?|(\d{1,2})\s+(?:anos|years?(?:\s+old)?|yo|ans))$/u;

/**
 * The year of birth, or null when the text does not say it beyond doubt: “85” may be an age or a year, so it is asked again.
 * Two digits count only after the words for a year, and only when one century makes somebody of 13 to 100 of them.
 * @param text in lower case without accents and punctuation
 * @param at ms since the epoch
 */
export function birthYearIn(text: string, language: InterfaceLanguage, at: number): number | null {
  const folded = inDigits(text, language);
  const thisYear = new Date(at).getUTCFullYear();
  const age = ageWords.exec(folded);
  if (age !== null) return thisYear - Number(age[1] ?? age[2]);
  const short = shortYear.exec(folded);
  if (short !== null) {
    const likely = [0, 1].map((ago) => Math.floor(thisYear / 100 - ago) * 100 + Number(short[1])).filter((year) => thisYear - year >= youngest && thisYear - year <= oldestLikely);
    return likely.length === 1 ? likely[0]! : null;
  }
  const years = [...new Set(folded.match(/(?<!\d)\d{4}(?!\d)/gu) ?? [])].map(Number).filter((year) => year <= thisYear && year >= thisYear - oldest);
  return years.length === 1 ? years[0]! : null;
}

// “Tengo treinta y cuatro años”, “mille neuf cent quatre-vingt-dix”; and “nineteen ninety”, the century and the rest.
function inDigits(folded: string, language: InterfaceLanguage): string {
  const tokens = tokensOf(folded, language);
  const words: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const number = wordsAt(tokens, at, language);
    if (number === null || number.ordinal) {
      words.push(tokens[at]!.typed);
      at += 1;
      continue;
    }
    at += number.taken;
    const rest = number.value === 19 || number.value === 20 ? wordsAt(tokens, at, language) : null;
    if (rest !== null && rest.value >= 10 && rest.value < 100) {
      words.push(String(number.value * 100 + rest.value));
      at += rest.taken;
    } else words.push(String(number.value));
  }
  return words.join(' ');
}
