// Checks which zones are offered for a country and for a mistyped name.
import { describe, expect, it, test } from 'vitest'
import { isZone, knownZone, nearestZones, zoneChoices } from '../../src/learners/zones.ts'

test('a country offers its most populous zone first, an unknown one nothing', () => {
  expect(zoneChoices('ID')).toEqual(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'])
  expect(zoneChoices('ZZ')).toEqual([])
})

test('a zone that this runtime does not know counts as UTC', () => {
  expect(['Europe/Madrid', 'Mars/Olympus', '', 'Asia/Calcutta', 'Mars/Olympus'].map(knownZone)).toEqual(['Europe/Madrid', 'UTC', 'UTC', 'Asia/Calcutta', 'UTC'])
})

describe('nearestZones', () => {
  test.each([
    ['Europe/Pariss', 'Europe/Paris'],
    ['europe/paris', 'Europe/Paris'],
    ['sao paulo', 'America/Sao_Paulo'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['America/Buenos Aires', 'America/Argentina/Buenos_Aires'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Kolkatta', 'Asia/Kolkata'],
    ['New York', 'America/New_York'],
    ['madrid time', 'Europe/Madrid'],
    ['Brasil', 'America/Sao_Paulo'],
    ['Alemania', 'Europe/Berlin'],
    ['États-Unis', 'America/New_York'],
  ])('%s → %s first', (text, zone) => {
    expect(nearestZones(text)[0]).toBe(zone)
  })

  it('offers at most five, all of them real', () => {
    for (const text of ['America', 'Europe/Madrit', 'México', 'Port']) {
      expect(nearestZones(text).length).toBeLessThanOrEqual(5)
      expect(nearestZones(text).every(isZone)).toBe(true)
    }
  })

  it.each(['', 'x', 'Mars/Olympus Mons', '9pm', '💥'.repeat(2000)])('offers nothing for %j', (text) => {
    expect(nearestZones(text)).toEqual([])
  })
})
