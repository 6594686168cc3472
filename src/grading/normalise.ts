// Strips what a phone and a keyboard add to an answer, and nothing that a learner meant.

import { remembered } from './remembered.ts'

/** Longest part of an answer that is read, in code points. */
export const LONGEST = 500

const INVISIBLE = /[\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0]|\u034F|[\uFE00-\uFE0F]|[\u{E0000}-\u{E0FFF}]/gu
const EMOJI = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u{1F3FB}-\u{1F3FF}]|\u20E3/gu
// © ® ™ and the like are pictographs too, and go; letters and digits with an emoji style are spelt out first.
const SPELT: Readonly<Record<string, string>> = { '🔟': '10', '🅰': 'A', '🅱': 'B', '🅾': 'O', '🅿': 'P' }
const OPENING = `"'([{<`
const CLOSING = `"')]}>`

/** True when the text holds an emoji. */
export function hasEmoji(text: string): boolean {
  return new RegExp(EMOJI.source, 'u').test(text.replaceAll(/[©®™]/gu, ''))
}

/**
 * The text a learner meant, on the same lines: NFKC, invisible characters out, quotes and apostrophes unified,
 * WhatsApp's marks (* _ ~ `) and emoji dropped, space squeezed, outer quotes off, cut at LONGEST code points.
 * Returns '' when nothing is left. Source: pipeline step 1.
 */
export const normalise = remembered(normaliseAnew)

function normaliseAnew(text: string): string {
  const head = text.length > LONGEST * 4 ? text.slice(0, LONGEST * 4) : text
  const plain = head
    .replaceAll(/🔟|🅰|🅱|🅾|🅿/gu, (sign) => ` ${SPELT[sign] ?? ''} `)
    .replaceAll(/[\u2776-\u277F]/gu, (sign) => ` ${sign.charCodeAt(0) - 0x2775} `)
    .normalize('NFKC')
    .replaceAll(INVISIBLE, '')
    .replaceAll(/[‘’‚‛ʼʹ`´′＇]/gu, "'")
    .replaceAll(/[“”„‟«»「」『』″]/gu, '"')
    .replaceAll(/[‹›]/gu, "'")
    .replaceAll(/[‐‑‒–—―−]/gu, '-')
    .replaceAll(/[*_~]/gu, '')
    .replaceAll(EMOJI, ' ')
  const lines = plain.split(/\r\n|[\n\r\u2028\u2029\v\f]/u)
    .map((line) => line.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim())
    .filter((line) => line !== '')
  const cut = [...lines.join('\n')].slice(0, LONGEST).join('').trim()
  return unquote(cut)
}

/** Takes off quotes and brackets that stand round the whole text. */
function unquote(text: string): string {
  let inner = text
  for (;;) {
    const at = OPENING.indexOf(inner[0] ?? ' ')
    // "'s lived" opens with an apostrophe, not a quote: only a matching pair goes.
    if (inner.length < 2 || at < 0 || !inner.endsWith(CLOSING[at] ?? '\0')) return inner
    inner = inner.slice(1, -1).trim()
  }
}

/** True when the text holds a letter or a digit, that is, something to grade. */
export function hasSubstance(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}
