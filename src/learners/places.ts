// Reads where a learner says they are: one zone when the place leaves no doubt, otherwise the zones it may be in.
import { CITIES } from './cities.ts'
import { CITY_NAMES } from './city-names.ts'
import { COUNTRY_ZONES } from './country-zones.ts'
import { editDistance } from '../grading/edit-distance.ts'
import { countriesNamed, fold, isZone, nearestZones } from './zones.ts'

/** A zone (IANA name), or up to `mostNear` zones to choose from, likeliest first; none when nothing is near. */
export type Place = { zone: string } | { near: string[] }

const mostNear = 8
const longestPlace = 80
// Zones beside their country's table, whose cities share a name with a city elsewhere.
const homes: Readonly<Record<string, string>> = { 'America/Argentina/Cordoba': 'AR', 'America/Merida': 'MX', 'America/Monterrey': 'MX', 'America/Bahia': 'BR', 'America/Fortaleza': 'BR' }
const leadIns = /^(?:(?:hola|oi|hi|hello|bonjour|salut|ahora|agora|now|maintenant|yo|eu|je|estoy|vivo|estou|moro|fico|i m|i am|i live|we re|we are|je suis|j habite|je vis|soy|sou|me mude|mudei|i moved|en|em|no|na|in|at|to|a|au|aux|de|desde|from|the|la hora de|hora de|a hora de|time in|l heure de|zona horaria|fuso|time zone|timezone|ciudad|city|ville|cidade)(?: |$))+/u
const tails = /(?: (?:time|hora|now|ahora|agora|maintenant|please|por favor|s il te plait))+$/u

let byName: Map<string, string[]> | undefined
function named(): Map<string, string[]> {
  if (byName) return byName
  const made = new Map<string, string[]>()
  const add = (name: string, zone: string) => {
    const key = plain(name)
    const zones = made.get(key) ?? []
    if (!zones.includes(zone)) made.set(key, [...zones, zone])
  }
  for (const [zone, name] of Object.entries(CITY_NAMES)) for (const one of typeof name === 'string' ? [name] : Object.values(name)) add(one, zone)
  const listed = Object.values(COUNTRY_ZONES).flatMap(({ zones }) => zones)
  for (const zone of [...listed, ...Object.keys(CITY_NAMES)]) {
    add(zone.slice(zone.lastIndexOf('/') + 1), zone)
    add(zone, zone)
  }
  for (const [zone, cities] of Object.entries(CITIES)) for (const city of cities.split(',')) add(city, zone)
  byName = made
  return made
}

/**
 * The zone of a place that somebody typed: a city, a country with one clock, or a zone's own name, alone or in “I’m in …”.
 * Of cities of one name that of the learner's country is meant. What is not known exactly is never taken: it gives the
 * zones of the names nearest to it.
 * @param country the learner's, ISO 3166 alpha-2, or null
 */
export function readPlace(text: string, country: string | null): Place {
  if (text.length > longestPlace) return { near: [] }
  const whole = plain(text).replace(tails, '')
  const bare = whole.replace(leadIns, '')
  // “Valencia, España”: the part after the comma settles which.
  const [first = '', ...rest] = text.split(',').map((part) => plain(part).replace(leadIns, '').replace(tails, ''))
  const home = rest.flatMap((part) => countriesNamed(part))[0] ?? country
  for (const name of [whole, bare, first]) {
    const zones = named().get(name)
    if (!zones) continue
    const there = zones.filter((zone) => home !== null && (homes[zone] === home || COUNTRY_ZONES[home]?.zones.some((own) => own === zone)))
    const cities = there.length > 0 ? there : zones
    return cities.length === 1 ? { zone: cities[0]! } : { near: cities.slice(0, mostNear) }
  }
  // Zones that are left out of the countries' table because another shows the same clock.
  const exact = text.trim()
  if (exact.includes('/') && isZone(exact)) return { zone: exact }
  for (const name of [whole, bare]) {
    const code = countriesNamed(name)[0]
    if (code === undefined) continue
    const { zones, ask } = COUNTRY_ZONES[code]!
    return ask ? { near: zones.slice(0, mostNear) } : { zone: zones[0] }
  }
  return { near: nearest(bare === '' ? whole : bare) }
}

// A slip in a short name, two in a long one.
function nearest(name: string): string[] {
  if (name.length < 4) return []
  const slips = name.length < 8 ? 1 : 2
  // Hardly anybody slips on the first letter, and it spares comparing with all the others.
  const close = [...named()].filter(([known]) => known[0] === name[0] && Math.abs(known.length - name.length) <= slips)
    .map(([known, zones]) => ({ zones, apart: editDistance(name, known, slips) }))
    .filter(({ apart }) => apart <= slips).sort((a, b) => a.apart - b.apart).flatMap(({ zones }) => zones)
  return [...new Set([...close, ...nearestZones(name)])].slice(0, mostNear)
}

function plain(text: string): string {
  return fold(text).replaceAll(/[.’'`!?¿¡,;:*]+/gu, ' ').replaceAll(/\s+/gu, ' ').trim()
}
