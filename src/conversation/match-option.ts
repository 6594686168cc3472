// Finds which of the open options a typed message means: its title, its number, its place, or its word in a sentence.
import { folded } from '../grading/folded.ts';
import type { InterfaceLanguage } from '../../machines/vocabulary.ts';
import type { OpenOption } from './options.ts';

const invisible = /[\p{Cc}\p{Cf}]/gu;

/** Text without zero-width, bidirectional and control characters, composed, white space squeezed; line breaks stay. */
export function plain(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(/\r\n?/gu, '\n').split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').replace(invisible, '').replace(/ +/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

const places: Readonly<Record<InterfaceLanguage, readonly string[][]>> = {
  es: [['primero', 'primera', 'primer', 'uno', 'una'], ['segundo', 'segunda', 'dos'], ['tercero', 'tercera', 'tercer', 'tres'], ['cuarto', 'cuarta', 'cuatro']],
  pt: [['primeiro', 'primeira', 'um', 'uma'], ['segundo', 'segunda', 'dois', 'duas'], ['terceiro', 'terceira', 'tres'], ['quarto', 'quarta', 'quatro']],
  en: [['first', 'one'], ['second', 'two'], ['third', 'three'], ['fourth', 'four']],
  fr: [['premier', 'premiere', 'un', 'une'], ['deuxieme', 'second', 'seconde', 'deux'], ['troisieme', 'trois'], ['quatrieme', 'quatre']],
};
const articles = /^(?:(?:la|el|lo|le|les|o|a|the|l|opcion|opcao|option|numero|number|answer)\s+)+/u;
const noes = /(?:^| )(?:no|not|nao|pas|non|don t|ni|nunca|jamais|never)(?: |$)/u;
const mostWordsAround = 6;

/** The option meant, or null when none or more than one is. Only `strict` forms are looked for where free text is an answer too. */
export function matchOption(typed: string, options: readonly OpenOption[], language: InterfaceLanguage, strict = false): OpenOption | null {
  const text = folded(typed);
  if (text === '') return null;
  const names = options.map((option) => [option.title, ...option.also].map(folded));
  const exact = names.findIndex((forms) => forms.includes(text));
  if (exact !== -1) return options[exact]!;
  if (strict) return null;
  const bare = text.replace(articles, '');
  if (/^\d{1,2}$/u.test(bare)) return options[Number(bare) - 1] ?? null;
  const place = places[language].findIndex((words) => words.includes(bare.replace(/ (?:one|opcion|opcao|option)$/u, '')));
  if (place !== -1) return options[place] ?? null;
  // “Quiero aprender inglés”: one option named in a short sentence that neither asks nor denies.
  if (/[?¿]/u.test(typed) || noes.test(text) || text.split(' ').length > mostWordsAround) return null;
  const within = names.map((forms) => forms.some((form) => form.length > 3 && ` ${text} `.includes(` ${form} `)));
  return within.filter(Boolean).length === 1 ? options[within.indexOf(true)]! : null;
}
