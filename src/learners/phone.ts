// Reads a country and a time zone off a phone number, and says when the learner has to be asked.
import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js'
import { NORTH_AMERICA } from './area-codes-north-america.ts'
import { areaZones } from './area-codes.ts'
import { localTime } from './calendar.ts'
import { COUNTRY_ZONES } from './country-zones.ts'

/** What a number says about its owner's clock. `country` is ISO 3166-1 alpha-2, `zone` an IANA name. */
export interface PhoneZone {
  country: string | null
  zone: string
  /** True when the number leaves the zone open: `zone` is then only the likeliest, until the learner confirms it. */
  ask: boolean
}

/**
 * The zone of a phone number, given as a WhatsApp id (digits) or in E.164.
 *
 * A country with one clock sets it silently; where area codes decide (United States, Canada, Brazil, Mexico, and
 * landlines elsewhere) they do; every other country with several clocks gives its most populous zone and asks.
 * A number that cannot be read gives UTC and asks. Language is never evidence.
 */
export function zoneFor(phone: string): PhoneZone {
  const { country, zones, ask } = look(phone)
  return { country, zone: zones[0], ask }
}

/** Every zone that a number leaves open, likeliest first: what its area code allows, then the rest of its country. */
export function likelyZones(phone: string): string[] {
  const { country, zones } = look(phone)
  return [...new Set([...zones, ...(country ? COUNTRY_ZONES[country]!.zones : [])])]
}

/**
 * The number in E.164 as its country dials it today, or null when it cannot be one. WhatsApp keeps some numbers in
 * an older form, so this is for looking up, never for sending: Mexico with a 1 after 52, Argentina with a 9 after 54
 * (which E.164 keeps for mobiles), Brazil without the mobile's ninth digit.
 */
export function e164(phone: string): string | null {
  return read(phone)?.number ?? null
}

function look(phone: string): { country: string | null; zones: readonly [string, ...string[]]; ask: boolean } {
  const number = read(phone)
  const [country, ...others] = number ? countriesOf(number) : []
  const known = country ? COUNTRY_ZONES[country] : undefined
  if (!number || !country || !known) return { country: null, zones: ['UTC'], ask: true }
  const area = areaZones(country, number.nationalNumber)
  return { country, zones: area ?? known.zones, ask: area ? area.length > 1 : known.ask || others.some((other) => yearOf(other) !== yearOf(country)) }
}

/**
 * The countries that a number may be of, the largest first. There are several where one calling code is shared and the metadata do
 * not know the number's range: it is new, or kept for fiction. Of +1, which more than twenty share, only the area code tells.
 */
function countriesOf(number: PhoneNumber): string[] {
  const area = number.countryCallingCode === '1' ? NORTH_AMERICA.get(number.nationalNumber.slice(0, 3)) : undefined
  const country = number.country ?? area?.country
  if (country) return [country]
  return number.countryCallingCode === '1' ? [] : number.getPossibleCountries()
}

/** What a country's clock shows at a winter's and a summer's noon of UTC: equal for two countries whose learners need not be asked which is theirs. */
function yearOf(country: string): string {
  const zone = COUNTRY_ZONES[country]?.zones[0] ?? 'UTC'
  return ['2026-01-01T12:00:00Z', '2026-07-01T12:00:00Z'].map((noon) => localTime(zone, noon)).join(' ')
}

function read(phone: string): PhoneNumber | undefined {
  // No calling code begins with 0: two of them are what is dialled for the plus.
  const digits = phone.replace(/[\s().+-]/g, '').replace(/^00/, '')
  if (!/^\d{7,15}$/.test(digits)) return undefined
  const number = parsePhoneNumberFromString(`+${modern(digits)}`)
  return number?.isPossible() ? number : undefined
}

function modern(digits: string): string {
  const mexico = /^521(\d{10})$/.exec(digits)
  if (mexico) return `52${mexico[1]}`
  // Brazilian mobiles begin with 6 to 9 before the ninth digit; landlines with 2 to 5 have stayed as they were.
  const brazil = /^55([1-9]\d)([6-9]\d{7})$/.exec(digits)
  if (brazil) return `55${brazil[1]}9${brazil[2]}`
  return digits
}
