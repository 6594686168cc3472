// Moves a phrase of time from the head of a sentence to its end, where it says the same, so that both places are right.

import { isNegator } from './negation.ts'
import { opensClause, takesClause } from './optional-that.ts'
import type { Token } from './tokens.ts'

const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'
const HALF = '(?:morning|afternoon|evening|night)'
const SPAN = `(?:${HALF}|day|week|weekend|month|year|summer|winter|spring|autumn|fall|${DAY})`
const DIA = '(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)'

/** Whole phrases, as folded words: when, and how often by the calendar. Never, always and already have a place of their own. */
const PHRASES: Readonly<Record<string, RegExp>> = {
  en: new RegExp(`^(?:yesterday(?: ${HALF})?|today|tonight|tomorrow(?: ${HALF})?|(?:last|next|this|every) ${SPAN}|on ${DAY}s?|on weekends|at (?:the )?weekends?|at night|in the ${HALF}|(?:\\d+|an?|a few|a couple of|one|two|three|four|five|six|seven|eight|nine|ten) (?:day|week|month|year|hour|minute)s? ago)$`, 'u'),
  es: new RegExp(`^(?:ayer|hoy|mañana|anoche|anteayer|esta (?:mañana|tarde|noche|semana)|este (?:mes|año|fin de semana|${DIA})|(?:mañana )?por la (?:mañana|tarde|noche)|todos los (?:días|fines de semana|${DIA}s?)|los (?:lunes|martes|miércoles|jueves|viernes|sábados|domingos)|el ${DIA}(?: pasado)?|la semana pasada|el (?:mes|año) pasado|cada (?:día|semana|mes|año))$`, 'u'),
}
const LONGEST = 5

/** With one of these there is more than one clause, and the place of the time may tell which of them it belongs to. */
const JOINING = new Set(('that because and but or so when while if before after until who which where why what how than ' +
  'que porque y e o pero cuando mientras si antes después quien donde aunque pues').split(' '))
/** A phrase of time after one of these is part of another phrase: “until tomorrow”, “the party is tomorrow”, “hasta mañana”. */
const LEADING = new Set(('am is are was were be been of for from until till by since to in on at about before after the a an this that every last next like ' +
  'de del para desde hasta por a en el la los las un una todos todas es son era fue ser sobre').split(' '))

/** Before “to” the subject of another clause: “she wants me to call every day”. */
const OBJECTS = new Set('me you him her us them'.split(' '))
const EACH = new Set('every todos cada'.split(' '))

/** How many words at the head of the sentence are a phrase of time; 0 when none are. */
function timeAtHead(tokens: readonly Token[], language: string): number {
  const phrases = PHRASES[language]
  for (let length = Math.min(LONGEST, tokens.length - 1); phrases && length > 0; length--) {
    if (phrases.test(tokens.slice(0, length).map((token) => token.lower).join(' '))) return length
  }
  return 0
}

/**
 * The words of `fronted` with the phrase of time that they begin with put last, when `trailing` ends with the same
 * phrase and the rest is one plain clause; else null. For single statements only: questions have another order.
 */
export function withTimeLast(fronted: readonly Token[], trailing: readonly Token[], language: string): readonly Token[] | null {
  const length = timeAtHead(fronted, language)
  if (length === 0 || trailing.length <= length) return null
  if (!fronted.slice(0, length).every((token, at) => token.key === trailing[trailing.length - length + at]?.key)) return null
  const rest = fronted.slice(length)
  // “I don't work every day” is not “every day I don't work”.
  if (fronted.slice(0, length).some((token) => EACH.has(token.lower)) && rest.some((token) => isNegator(token.key, language))) return null
  const isPlain = !rest.some((token, at) => JOINING.has(token.lower) || takesClause(token) || (token.key === 'to' && OBJECTS.has(rest[at - 1]?.key ?? ''))) && !LEADING.has(rest.at(-1)?.lower ?? '')
  // Without its subject the English rest is none: there the phrase was the subject itself (“today is my birthday”).
  return isPlain && (language !== 'en' || opensClause(rest[0])) ? [...rest, ...fronted.slice(0, length)] : null
}
