// Finds the gap's words in an answer that repeats the sentence round the gap.

import { type Token, tokensOf } from './tokens.ts'
import { normalise } from './normalise.ts'

const GAP = /_{2,}|\.{4,}|…{2,}/u

/** True when the sentence has at least one gap (two or more underscores). */
export function hasGap(context: string): boolean {
  return GAP.test(context)
}

/** True when the sentence begins with its gap, where a capital is a matter of course. */
export function opensWithGap(context: string): boolean {
  return /^[^\p{L}\p{N}]*(?:_{2,})/u.test(context)
}

/**
 * The words that may stand in the gap: the answer without the neighbours it repeats ("i went", the whole
 * sentence). Empty when the answer repeats none, or more than one gap is open. The rest must equal the context.
 */
export function gapWords(answer: readonly Token[], context: string, language: string): Token[][] {
  const sides = context.split(GAP)
  if (sides.length !== 2) return []
  const before = tokensOf(normalise(sides[0] ?? ''), language)
  const after = tokensOf(normalise(sides[1] ?? ''), language)
  const out: Token[][] = []
  for (let head = Math.min(before.length, answer.length - 1); head >= 0; head--) {
    if (!matches(before.slice(before.length - head), answer.slice(0, head))) continue
    for (let tail = Math.min(after.length, answer.length - head - 1); tail >= 0; tail--) {
      if (head + tail === 0 || !matches(after.slice(0, tail), answer.slice(answer.length - tail))) continue
      out.push(answer.slice(head, answer.length - tail))
    }
  }
  return out
}

/** The words between the first gap and the next, or the end. */
export function afterGap(context: string, language: string): readonly Token[] {
  return tokensOf(normalise(context.split(GAP)[1] ?? ''), language)
}

/** The sentence with a text in its gap. */
export function fillGap(context: string, text: string): string {
  return context.replace(GAP, () => text)
}

function matches(left: readonly Token[], right: readonly Token[]): boolean {
  return left.length === right.length && left.every((token, at) => token.bare === right[at]?.bare)
}
