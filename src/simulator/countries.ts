// The countries a simulated learner can come from, each with the shape of its mobile numbers.

export type Country = {
  /** ISO 3166-1 alpha-2. */
  code: string;
  name: string;
  /** Country calling code, digits only. */
  dial: string;
  /** First digits of a mobile number, as WhatsApp writes it after the calling code. */
  prefix: string;
  /** Digits after the calling code, prefix included. */
  digits: number;
};

export const COUNTRIES: readonly Country[] = [
  { code: 'ES', name: 'Spain', dial: '34', prefix: '600', digits: 9 },
  { code: 'MX', name: 'Mexico', dial: '52', prefix: '55', digits: 10 },
  { code: 'AR', name: 'Argentina', dial: '54', prefix: '911', digits: 11 },
  { code: 'CO', name: 'Colombia', dial: '57', prefix: '300', digits: 10 },
  { code: 'CL', name: 'Chile', dial: '56', prefix: '9', digits: 9 },
  { code: 'PE', name: 'Peru', dial: '51', prefix: '9', digits: 9 },
  { code: 'BR', name: 'Brazil', dial: '55', prefix: '119', digits: 11 },
  { code: 'PT', name: 'Portugal', dial: '351', prefix: '912', digits: 9 },
  { code: 'FR', name: 'France', dial: '33', prefix: '6', digits: 9 },
  { code: 'BE', name: 'Belgium', dial: '32', prefix: '47', digits: 9 },
  { code: 'CA', name: 'Canada', dial: '1', prefix: '613555', digits: 10 },
  { code: 'US', name: 'United States', dial: '1', prefix: '202555', digits: 10 },
  { code: 'GB', name: 'United Kingdom', dial: '44', prefix: '7700900', digits: 10 },
  { code: 'DE', name: 'Germany', dial: '49', prefix: '151', digits: 11 },
  { code: 'IT', name: 'Italy', dial: '39', prefix: '320', digits: 10 },
  { code: 'MA', name: 'Morocco', dial: '212', prefix: '6', digits: 9 },
  { code: 'IN', name: 'India', dial: '91', prefix: '98', digits: 10 },
  { code: 'JP', name: 'Japan', dial: '81', prefix: '90', digits: 10 },
  { code: 'AU', name: 'Australia', dial: '61', prefix: '4', digits: 9 },
];

/** The row of an ISO code, or undefined when the simulator does not know the country. */
export function countryOf(code: string): Country | undefined {
  return COUNTRIES.find((country) => country.code === code.toUpperCase());
}

/** A plausible mobile number as a wa_id: digits only, calling code first. `random` is in [0, 1). */
export function plausibleNumber(country: Country, random: () => number): string {
  let number = country.dial + country.prefix;
  const length = country.dial.length + country.digits;
  while (number.length < length) number += String(Math.floor(random() * 10));
  return number;
}
