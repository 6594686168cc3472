// Shows, word by word, where an answer leaves the nearest accepted form.

import { diffArrays } from 'diff'
import { fold, lowerCase } from './folds.ts'

/** One word or run of words: `text` is the accepted form's ('extra': the answer's); `was` what the answer had there. */
export interface DiffPart {
  kind: 'same' | 'missing' | 'extra' | 'changed'
  text: string
  was?: string
}

function pieces(text: string, language: string): { typed: string; key: string }[] {
  const spaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? [...text] : text.split(/\s+/u)
  return spaced.filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((typed) => ({ typed, key: fold(lowerCase(typed, language), language).replaceAll(/^[^\p{L}\p{N}']+|[^\p{L}\p{N}']+$/gu, '') }))
}

/**
 * The word diff of `answer` against `best`, runs joined by spaces. Case and punctuation round a word do not count.
 * Reading the parts that are not 'extra' gives `best` without punctuation that stands alone.
 */
export function wordDiff(answer: string, best: string, language: string): DiffPart[] {
  const glue = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(best) ? '' : ' '
  const changes = diffArrays(pieces(answer, language), pieces(best, language), { comparator: (left, right) => left.key === right.key })
  const out: DiffPart[] = []
  for (const change of changes) {
    const text = change.value.map((word) => word.typed).join(glue)
    const last = out.at(-1)
    if (change.added && last?.kind === 'extra') out[out.length - 1] = { kind: 'changed', text, was: last.text }
    else if (change.removed && last?.kind === 'missing') out[out.length - 1] = { kind: 'changed', text: last.text, was: text }
    else out.push({ kind: change.added ? 'missing' : change.removed ? 'extra' : 'same', text })
  }
  return out
}
