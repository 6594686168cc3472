// Lists the words that an apostrophe left out turns into another word.

import type { Words } from './words.ts'

const ENGLISH = new Set('its were well ill hell shell id wed shed'.split(' '))

/** True when the bare letters are a word of their own ("its"), so that a lone answer without the apostrophe is that word. */
export function isConfusable(letters: string, language: string, words: Words | null): boolean {
  // English dictionaries know "cant" and "wont"; a learner who types them means can't and won't.
  return language === 'en' ? ENGLISH.has(letters) : (words?.has(letters) ?? false)
}
