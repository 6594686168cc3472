// Holds the phone table to agreed cases, to the phone metadata and to the runtime's tz database.
import { getCountries, parsePhoneNumberFromString } from 'libphonenumber-js'
import { describe, expect, it, test } from 'vitest'
import { NORTH_AMERICA } from '../../src/learners/area-codes-north-america.ts'
import { COUNTRY_ZONES } from '../../src/learners/country-zones.ts'
import { e164, likelyZones, zoneFor } from '../../src/learners/phone.ts'
import { isZone, zoneChoices } from '../../src/learners/zones.ts'
import { timeFixture } from './time-fixtures.ts'

interface PhoneCase {
  wa_id: string
  e164: string
  country: string
  default_zone: string
  other_zones: string[]
  ask_user: boolean
}
const fixture = timeFixture<{ cases: PhoneCase[] }>('phone-zone-cases.json')

describe.skipIf(!fixture)('the agreed cases of phone numbers', () => {
  test.each(fixture?.cases ?? [])('$wa_id is $country, $default_zone', (row) => {
    const wanted = { country: row.country, zone: row.default_zone, ask: row.ask_user }
    expect(zoneFor(row.wa_id)).toEqual(wanted)
    expect(zoneFor(row.e164)).toEqual(wanted)
    expect(e164(row.wa_id)).toBe(row.e164)
  })
})

describe('zoneFor', () => {
  test.each([
    ['12085550123', 'US', 'America/Boise', true, 'Idaho is split'],
    ['16055550123', 'US', 'America/Chicago', true, 'South Dakota is split'],
    ['19075550123', 'US', 'America/Anchorage', true, 'the Aleutians'],
    ['13175550123', 'US', 'America/Indiana/Indianapolis', false, 'Indianapolis'],
    ['16025550123', 'US', 'America/Phoenix', false, 'Phoenix keeps standard time'],
    ['19155550123', 'US', 'America/Denver', false, 'El Paso is not on Texas time'],
    ['12505550123', 'CA', 'America/Vancouver', true, 'the Rockies and the Peace'],
    ['16045550123', 'CA', 'America/Vancouver', false, 'Vancouver'],
    ['13065550123', 'CA', 'America/Regina', false, 'Saskatchewan'],
    ['18765550123', 'JM', 'America/Jamaica', false, 'shares +1'],
    ['17875550123', 'PR', 'America/Puerto_Rico', false, 'shares +1'],
    ['558187654321', 'BR', 'America/Recife', false, 'Recife, without the ninth digit'],
    ['551132654321', 'BR', 'America/Sao_Paulo', false, 'a landline'],
    ['5568987654321', 'BR', 'America/Rio_Branco', false, 'Acre'],
    ['5219981234567', 'MX', 'America/Cancun', false, 'Quintana Roo, with the old 1'],
    ['526561234567', 'MX', 'America/Ciudad_Juarez', false, 'the border keeps Texas time'],
    ['528112345678', 'MX', 'America/Monterrey', false, 'Monterrey'],
    ['523221234567', 'MX', 'America/Mexico_City', false, 'Puerto Vallarta'],
    ['526241234567', 'MX', 'America/Mazatlan', false, 'Los Cabos'],
    ['5491123456789', 'AR', 'America/Argentina/Buenos_Aires', false, 'the 9 of mobiles'],
    ['243812345678', 'CD', 'Africa/Kinshasa', true, 'two clocks'],
    ['593991234567', 'EC', 'America/Guayaquil', false, 'Galápagos is a five-hundredth'],
    ['77011234567', 'KZ', 'Asia/Almaty', false, 'shares +7'],
    ['34928123456', 'ES', 'Atlantic/Canary', false, 'a landline of Las Palmas'],
    ['351291123456', 'PT', 'Atlantic/Madeira', false, 'a landline of Funchal'],
    ['+1 (808) 555-0123', 'US', 'Pacific/Honolulu', false, 'typed by a person'],
    ['0034928123456', 'ES', 'Atlantic/Canary', false, 'dialled with 00 for the plus'],
    ['00 1 212 555 0123', 'US', 'America/New_York', false, 'the same, spaced'],
    ['447700900123', 'GB', 'Europe/London', false, 'kept for fiction: the islands that share +44 have the same clock'],
    ['262639123456', 'RE', 'Indian/Reunion', true, 'Réunion or Mayotte, an hour apart'],
    ['61512345678', 'AU', 'Australia/Sydney', true, 'a range that is not given out yet'],
    ['14835550123', 'US', 'America/Chicago', false, 'Alabama’s code of 2026'],
    ['78001234567', 'RU', 'Europe/Moscow', true, 'a number without a place'],
    ['78121234567', 'RU', 'Europe/Moscow', false, 'Saint Petersburg'],
  ])('%s is %s, %s, ask %s: %s', (phone, country, zone, ask) => {
    expect(zoneFor(phone)).toEqual({ country, zone, ask })
  })

  it.each(['', 'hello', '123', '15555550123', '870123456789', '99999999999999999999', '+'])('asks when %j cannot be read', (phone) => {
    expect(zoneFor(phone)).toEqual({ country: null, zone: 'UTC', ask: true })
    expect(likelyZones(phone)).toEqual(['UTC'])
  })

  it('gives a split code its other clock before the rest of the country', () => {
    expect(likelyZones('18505550123').slice(0, 2)).toEqual(['America/Chicago', 'America/New_York'])
  })
})

describe('the tables', () => {
  it('name zones that the runtime knows, for every country that has phone numbers', () => {
    for (const country of getCountries()) expect(zoneChoices(country), country).not.toEqual([])
    const all = [...Object.values(COUNTRY_ZONES), ...NORTH_AMERICA.values()].flatMap(({ zones }) => zones)
    expect(all.filter((zone) => !isZone(zone))).toEqual([])
  })

  it('ask nobody in a country with one zone', () => {
    for (const { zones, ask } of Object.values(COUNTRY_ZONES)) if (zones.length === 1) expect(ask).toBe(false)
  })

  it('agree with the phone metadata on the country of every North American code, and have them all', () => {
    // Personal, toll-free and other numbers without a place.
    const placeless = /^(5(00|21|22|23|24|25|26|27|28|29|32|33|44|66|77|88)|600|622|633|8(00|33|44|55|66|77|88)|900)$/
    for (let code = 200; code < 1000; code++) {
      const country = parsePhoneNumberFromString(`+1${code}2345678`)?.country
      const listed = NORTH_AMERICA.get(String(code))
      if (listed && country) expect(listed.country, String(code)).toBe(country)
      if ((country === 'US' || country === 'CA') && !placeless.test(String(code))) expect(listed, String(code)).toBeDefined()
    }
  })

  it('decide every Brazilian area code', () => {
    const codes = [11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 22, 24, 27, 28, 31, 32, 33, 34, 35, 37, 38, 41, 42, 43, 44, 45, 46, 47, 48, 49, 51, 53, 54, 55, 61, 62, 63, 64, 65, 66, 67, 68, 69, 71, 73, 74, 75, 77, 79, 81, 82, 83, 84, 85, 86, 87, 88, 89, 91, 92, 93, 94, 95, 96, 97, 98, 99]
    for (const code of codes) expect(zoneFor(`55${code}987654321`).ask, String(code)).toBe(code === 97)
  })
})
