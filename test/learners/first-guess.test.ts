// What a stranger's number lets us guess, and what it must not.
import { expect, test } from 'vitest';
import { firstGuess, languageOfCountry } from '../../src/learners/first-guess.ts';

test.each([['MX', 'es'], ['BR', 'pt'], ['FR', 'fr'], ['GB', 'en'], ['JP', 'en'], [null, 'en']] as const)('the language of %s is guessed to be %s', (country, language) => {
  expect(languageOfCountry(country)).toBe(language);
});

test('a number that settles its zone is not asked about', () => {
  expect(firstGuess({ userId: 'u', name: 'Ana', phone: '+573001234567', minor: false })).toEqual({
    userId: 'u', name: 'Ana', nativeLanguage: 'es', zone: 'America/Bogota', zoneSettled: true, country: 'CO', zoneChoices: [], minor: false,
  });
});

test('a number that leaves its zone open brings the likely ones, the likeliest first', () => {
  const { zone, zoneSettled, zoneChoices } = firstGuess({ userId: 'u', name: null, phone: '+34600112233', minor: false });
  expect(zoneSettled).toBe(false);
  expect(zoneChoices[0]).toBe(zone);
  expect(zoneChoices.length).toBeGreaterThan(1);
  expect(zoneChoices.length).toBeLessThanOrEqual(8);
});

test('somebody who said something of a minor stays one when the session is lost', () => {
  for (const phone of ['+573001234567', null]) expect(firstGuess({ userId: 'u', name: null, phone, minor: true }).minor).toBe(true);
});

test('without a number nothing is taken for settled', () => {
  expect(firstGuess({ userId: 'u', name: null, phone: null, minor: false })).toMatchObject({ country: null, zoneSettled: false, zoneChoices: [] });
});
