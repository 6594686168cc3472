// Which languages can be learned in which: the pairs that have lessons.
import type { InterfaceLanguage, Level, TargetLanguage } from './vocabulary.ts';

/** By the language explained in, the languages taught in it, as they are offered. A test holds it to the folders of the curriculum. */
export const offered: Record<InterfaceLanguage, readonly [TargetLanguage, ...TargetLanguage[]]> = {
  es: ['en'],
  pt: ['en'],
  en: ['es'],
  fr: ['en'],
};

/** The highest level that has lessons in every pair, and so the highest that can be measured. The same test holds it to the curriculum. */
export const highestTaught: Level = 'B1';

/** Whether there are lessons of one language explained in the other. */
export function isOffered(native: InterfaceLanguage, target: string | null): boolean {
  return (offered[native] as readonly (string | null)[]).includes(target);
}
