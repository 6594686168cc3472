// Every place whose clock may be offered has its name in the learner's language.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { interfaceLanguages } from '../../machines/vocabulary.ts'
import { NORTH_AMERICA } from '../../src/learners/area-codes-north-america.ts'
import { CITY_NAMES, cityName } from '../../src/learners/city-names.ts'
import { COUNTRY_ZONES } from '../../src/learners/country-zones.ts'
import { isZone } from '../../src/learners/zones.ts'

// Nobody has a number of Antarctica's own: they write from their country's.
const asked = Object.entries(COUNTRY_ZONES).filter(([country, { ask }]) => ask && country !== 'AQ').flatMap(([, { zones }]) => zones)
// The other countries' area codes are known only to their own file, so its text is searched.
const areaCodes = readFileSync(path.resolve(import.meta.dirname, '../../src/learners/area-codes.ts'), 'utf8')
const byAreaCode = [...[...NORTH_AMERICA.values()].flatMap(({ zones }) => zones), ...[...areaCodes.matchAll(/'([A-Z]\w+\/[\w/]+)'/gu)].map(([, zone]) => zone!)]

describe('the name of a place', () => {
  it('is there for every zone that can be offered', () => {
    expect(byAreaCode.length).toBeGreaterThan(90)
    expect([...asked, ...byAreaCode].filter((zone) => !Object.hasOwn(CITY_NAMES, zone))).toEqual([])
  })

  it('is of a zone that exists', () => {
    expect(Object.keys(CITY_NAMES).filter((zone) => !isZone(zone))).toEqual([])
  })

  it('tells zones apart in every language', () => {
    for (const language of interfaceLanguages) {
      const names = Object.keys(CITY_NAMES).map((zone) => cityName(zone, language))
      expect(names.filter((name, i) => name.trim() === '' || names.indexOf(name) !== i)).toEqual([])
    }
  })

  it.each([
    ['Atlantic/Canary', 'es', 'Canarias'], ['America/Mexico_City', 'es', 'Ciudad de México'], ['America/Sao_Paulo', 'pt', 'São Paulo'], ['America/Cancun', 'es', 'Cancún'],
    ['America/Noronha', 'pt', 'Fernando de Noronha'], ['Europe/Lisbon', 'fr', 'Lisbonne'], ['America/Argentina/San_Luis', 'es', 'San Luis'], ['toString', 'es', 'toString'],
  ] as const)('of %s in %s is %s', (zone, language, name) => {
    expect(cityName(zone, language)).toBe(name)
  })
})
