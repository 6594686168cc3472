// Text as lists of words and phrases are written: for recognising what was said where an accent or a comma tells nothing.

/** Lower case, no accents, a blank for all that is neither letter nor digit: “¿Qué tal?” → “que tal”. */
export function folded(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
