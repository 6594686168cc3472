// What a stranger's number lets us guess before the first word: language, country and zone.
import type { ConversationInput, InterfaceLanguage } from '../../machines/vocabulary.ts';
import type { NewLearner } from './new-learner.ts';
import { likelyZones, zoneFor } from './phone.ts';

const spanish = ['AR', 'BO', 'CL', 'CO', 'CR', 'CU', 'DO', 'EC', 'ES', 'GQ', 'GT', 'HN', 'MX', 'NI', 'PA', 'PE', 'PR', 'PY', 'SV', 'UY', 'VE'];
const portuguese = ['AO', 'BR', 'CV', 'GW', 'MZ', 'PT', 'ST', 'TL'];
const french = ['BE', 'BF', 'BI', 'BJ', 'CD', 'CF', 'CG', 'CI', 'CM', 'DJ', 'DZ', 'FR', 'GA', 'GF', 'GN', 'GP', 'HT', 'KM', 'LU', 'MA', 'MC', 'MG', 'ML', 'MQ', 'NC', 'NE', 'PF', 'RE', 'SN', 'TD', 'TG', 'TN'];
const mostZonesOffered = 8;

/** The interface language most spoken where a number is from; English where we speak none of theirs. */
export function languageOfCountry(country: string | null): InterfaceLanguage {
  if (country === null) return 'en';
  if (spanish.includes(country)) return 'es';
  if (portuguese.includes(country)) return 'pt';
  return french.includes(country) ? 'fr' : 'en';
}

/** The conversation's input for a learner who has just written for the first time. Guesses only: the conversation asks. */
export function firstGuess({ userId, name, phone, minor }: NewLearner): ConversationInput {
  if (phone === null) return { userId, name, minor, nativeLanguage: 'en', zone: 'UTC', zoneSettled: false, country: null, zoneChoices: [] };
  const { country, zone, ask } = zoneFor(phone);
  return { userId, name, minor, nativeLanguage: languageOfCountry(country), zone, zoneSettled: !ask, country, zoneChoices: ask ? likelyZones(phone).slice(0, mostZonesOffered) : [] };
}
