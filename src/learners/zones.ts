// Names the time zones that may be offered to a learner: those of a country, and those nearest to what somebody typed.
import { COUNTRY_ZONES } from './country-zones.ts'

/** The zones a learner of this country (ISO 3166-1 alpha-2) may be in, most populous first; empty when the country is unknown. */
export function zoneChoices(country: string): string[] {
  return [...(COUNTRY_ZONES[country]?.zones ?? [])]
}

/** Whether the runtime's tz database knows a zone by this name. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

const knownToRuntime = new Set<string>()

/** The zone, or UTC where this runtime does not know it: its tz database may be older than the one the zone was chosen from, and that must not fail a turn. */
export function knownZone(zone: string): string {
  if (knownToRuntime.has(zone)) return zone
  if (!isZone(zone)) return 'UTC'
  knownToRuntime.add(zone)
  return zone
}

/**
 * Up to five IANA zones that somebody may have meant by `text`, best first: a zone or its city with slips of the
 * pen ("Europe/Pariss", "sao paulo"), or a country in English, Spanish, Portuguese or French ("Brasil").
 * Empty when nothing is near.
 */
export function nearestZones(text: string): string[] {
  const wanted = fold(text.slice(0, 60))
  if (wanted.length < 3) return []
  const byCountry = countriesNamed(wanted).flatMap((country) => zoneChoices(country))
  const scored = names().map(({ name, zone }) => ({ zone, score: likeness(wanted, name) }))
  const best = Math.max(...scored.map(({ score }) => score))
  const near = scored.filter(({ score }) => score >= Math.max(0.7, best - 0.15)).sort((a, b) => b.score - a.score)
  return [...new Set([...byCountry, ...near.map(({ zone }) => zone)])].slice(0, 5)
}

let known: { name: string; zone: string }[] | undefined
function names(): { name: string; zone: string }[] {
  if (known) return known
  const ours = Object.values(COUNTRY_ZONES).flatMap(({ zones }) => zones)
  // The runtime lists some zones under an old name (Asia/Calcutta): it is understood, and the current one is offered.
  const current = new Map(ours.map((zone) => [sameZone(zone), zone]))
  const listed = Intl.supportedValuesOf('timeZone').map((name) => ({ name, zone: current.get(name) ?? name }))
  known = [...ours.map((zone) => ({ name: zone, zone })), ...listed]
  return known
}

function sameZone(zone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
}

let countryNames: Map<string, string> | undefined
/** The country that folded text names in one of our languages, as ISO codes; empty when it names none. */
export function countriesNamed(wanted: string): string[] {
  if (!countryNames) {
    countryNames = new Map()
    for (const language of ['en', 'es', 'pt', 'fr']) {
      const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
      for (const code of Object.keys(COUNTRY_ZONES)) countryNames.set(fold(display.of(code) ?? ''), code)
    }
    countryNames.delete('')
  }
  const code = countryNames.get(wanted)
  return code ? [code] : []
}

function likeness(wanted: string, zone: string): number {
  const whole = fold(zone)
  const city = fold(zone.split('/').at(-1) ?? zone)
  const wantedCity = wanted.split(' / ').at(-1) ?? wanted
  const [full, part] = [similarity(wanted, whole), similarity(wantedCity, city)]
  // The city says more than the continent, which half of all zones share.
  const named = city.startsWith(wanted) || (city.length > 3 && ` ${wanted} `.includes(` ${city} `))
  return Math.max(full * 0.98, wanted.includes(' / ') ? part * 0.8 + full * 0.2 : part, named ? 0.9 : 0)
}

/** Text for comparing the names of places: lower case, no accents, blanks for hyphens. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[_\-\s]+/g, ' ').replace(/\s*\/\s*/g, ' / ').trim()
}

/** 1 for equal strings, 0 for nothing in common: one minus the Levenshtein distance over the longer length. */
function similarity(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    }
    row = next
  }
  return 1 - row[b.length]! / Math.max(a.length, b.length, 1)
}
