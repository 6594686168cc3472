// Which languages can be learned in which: the pairs that have lessons.
import type { InterfaceLanguage, TargetLanguage } from './vocabulary.ts';

/** By the language explained in, the languages taught in it, as they are offered. A test holds it to the folders of the curriculum. */
export const offered: Record<InterfaceLanguage, readonly [TargetLanguage, ...TargetLanguage[]]> = {
  es: ['en'],
  pt: ['en'],
  en: ['es'],
  fr: ['en'],
};

/** Whether there are lessons of one language explained in the other. */
export function isOffered(native: InterfaceLanguage, target: string | null): boolean {
  return (offered[native] as readonly (string | null)[]).includes(target);
}
