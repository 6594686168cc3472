// Who is of age beyond doubt, and who may therefore choose the flirty voice.
import type { Profile } from './vocabulary.ts';

// No country's age of majority is above 21; where we are not sure of it, or it differs within the country, that holds.
const highest = 21;
const ofAgeAt18 = new Set([
  'AR', 'BO', 'CL', 'CO', 'CR', 'CU', 'DO', 'EC', 'GT', 'MX', 'PA', 'PE', 'PY', 'SV', 'UY', 'VE', 'BR',
  'AT', 'AU', 'BE', 'BG', 'CH', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GB', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK',
]);

/**
 * The age at which somebody is of age in a country, in years: never below 18, never above 21.
 * @param country ISO 3166 alpha-2
 */
export function ageOfMajority(country: string): number {
  return ofAgeAt18.has(country) ? 18 : highest;
}

/** The year of an instant, ms since the epoch, in UTC. */
export const yearOf = (at: number): number => new Date(at).getUTCFullYear();

/**
 * Whether the flirty voice may be offered, chosen and used: a stated year of birth that makes somebody of age whatever
 * their birthday is, a country we know, and not one word that suggests otherwise.
 * @param at ms since the epoch
 */
export function mayFlirt({ birthYear, country, minor }: Pick<Profile, 'birthYear' | 'country' | 'minor'>, at: number): boolean {
  return !minor && birthYear !== null && country !== null && yearOf(at) - birthYear > ageOfMajority(country);
}
