// Reads a hunspell affix file and answers "is this a word?" by taking affixes off, so that no inflected form is ever stored.

interface Affix {
  flag: string
  strip: string
  /** What must stand in the stem where the affix joins it; null when anything may. */
  condition: RegExp | null
  /** May be combined with an affix on the other end of the word. */
  crosses: boolean
  /** Flags that the affixed form carries, for a second affix on top. */
  continues: readonly string[]
}

/** The parsed affix file: affixes by the letters they add, and the flags with a fixed meaning. */
export interface AffixTable {
  prefixes: Map<string, Affix[]>
  suffixes: Map<string, Affix[]>
  longestPrefix: number
  longestSuffix: number
  flagWidth: 1 | 2
  /** A stem with this flag is no word by itself. */
  needsAffix: string
  forbidden: string
  onlyInCompound: string
}

/** Cuts a flag field ("SM", or "L'D'" when flags are two characters wide) into flags. */
export function splitFlags(field: string, width: 1 | 2): string[] {
  if (width === 1) return [...field]
  return field.match(/../gsu) ?? []
}

/**
 * Parses the text of a hunspell .aff file. Rules as in hunspell(5): SFX/PFX, FLAG long|UTF-8, NEEDAFFIX,
 * FORBIDDENWORD, ONLYINCOMPOUND. Compounding is not read: it would make words out of thin air.
 */
export function parseAffixes(text: string): AffixTable {
  const table: AffixTable = {
    prefixes: new Map(), suffixes: new Map(), longestPrefix: 0, longestSuffix: 0,
    flagWidth: /^FLAG\s+long/mu.test(text) ? 2 : 1, needsAffix: '', forbidden: '', onlyInCompound: '',
  }
  const crossing = new Map<string, boolean>()
  const conditions = new Map<string, RegExp>()
  for (const line of text.split(/\r?\n/u)) {
    const field = line.trim().split(/\s+/u)
    const [kind, flag] = [field[0] ?? '', field[1] ?? '']
    if (kind === 'NEEDAFFIX') table.needsAffix = flag
    else if (kind === 'FORBIDDENWORD') table.forbidden = flag
    else if (kind === 'ONLYINCOMPOUND') table.onlyInCompound = flag
    if (kind !== 'SFX' && kind !== 'PFX') continue
    if ((field[2] === 'Y' || field[2] === 'N') && /^\d+$/u.test(field[3] ?? '')) {
      crossing.set(kind + flag, field[2] === 'Y')
      continue
    }
    const slash = (field[3] ?? '').indexOf('/')
    const raw = slash < 0 ? (field[3] ?? '') : (field[3] ?? '').slice(0, slash)
    const add = raw === '0' ? '' : raw.toLowerCase()
    const affix: Affix = {
      flag,
      strip: field[2] === '0' ? '' : (field[2] ?? '').toLowerCase(),
      condition: conditionOf(field[4] ?? '.', kind, conditions),
      crosses: crossing.get(kind + flag) ?? false,
      continues: slash < 0 ? [] : splitFlags((field[3] ?? '').slice(slash + 1), table.flagWidth),
    }
    const side = kind === 'SFX' ? table.suffixes : table.prefixes
    side.set(add, [...(side.get(add) ?? []), affix])
    if (kind === 'SFX') table.longestSuffix = Math.max(table.longestSuffix, add.length)
    else table.longestPrefix = Math.max(table.longestPrefix, add.length)
  }
  return table
}

function conditionOf(source: string, kind: 'SFX' | 'PFX', seen: Map<string, RegExp>): RegExp | null {
  if (source === '.' || source === '') return null
  const key = kind + source
  const known = seen.get(key)
  if (known) return known
  // A hyphen in a class is a letter in hunspell, a range in a regular expression.
  const body = source.toLowerCase().replaceAll('-', '\\-')
  const made = new RegExp(kind === 'SFX' ? `(?:${body})$` : `^(?:${body})`, 'u')
  seen.set(key, made)
  return made
}

/** Stems and their flag fields, as the .dic file gives them (lower-cased). */
export type Stems = Map<string, string>

/**
 * True when the word (lower case, NFC) is a stem or a stem with the affixes its flags allow: one prefix,
 * one suffix, and a second suffix where the first allows it.
 */
export function isKnown(word: string, stems: Stems, table: AffixTable): boolean {
  if (table.forbidden && carries(word, table.forbidden, stems, table)) return false
  return isStem(word, stems, table) || suffixed(word, stems, table, '', 1) || prefixed(word, stems, table)
}

/** True when the word (lower case, NFC) is listed and may stand alone, without any affix. */
export function isStem(word: string, stems: Stems, table: AffixTable): boolean {
  if (!stems.has(word)) return false
  return ![table.needsAffix, table.onlyInCompound, table.forbidden].some((flag) => flag !== '' && carries(word, flag, stems, table))
}

function suffixed(word: string, stems: Stems, table: AffixTable, needed: string, depth: number): boolean {
  for (let size = 0; size <= Math.min(table.longestSuffix, word.length); size++) {
    const rules = table.suffixes.get(word.slice(word.length - size))
    if (!rules) continue
    for (const rule of rules) {
      // `needed` is the flag of an outer suffix: only an inner one that hands it on will do.
      if (needed && !rule.continues.includes(needed)) continue
      const stem = word.slice(0, word.length - size) + rule.strip
      if (rule.condition && !rule.condition.test(stem)) continue
      if (carries(stem, rule.flag, stems, table)) return true
      if (depth > 0 && suffixed(stem, stems, table, rule.flag, depth - 1)) return true
    }
  }
  return false
}

function prefixed(word: string, stems: Stems, table: AffixTable): boolean {
  for (let size = 1; size <= Math.min(table.longestPrefix, word.length - 1); size++) {
    const rules = table.prefixes.get(word.slice(0, size))
    if (!rules) continue
    for (const rule of rules) {
      const rest = rule.strip + word.slice(size)
      if (rule.condition && !rule.condition.test(rest)) continue
      if (carries(rest, rule.flag, stems, table)) return true
      if (rule.crosses && crossed(rest, rule.flag, stems, table)) return true
    }
  }
  return false
}

/** A prefixed word whose rest is itself suffixed; the prefix flag sits on the stem or on the suffix. */
function crossed(rest: string, prefixFlag: string, stems: Stems, table: AffixTable): boolean {
  for (let size = 0; size <= Math.min(table.longestSuffix, rest.length); size++) {
    for (const rule of table.suffixes.get(rest.slice(rest.length - size)) ?? []) {
      const stem = rest.slice(0, rest.length - size) + rule.strip
      if (rule.condition && !rule.condition.test(stem)) continue
      if (!carries(stem, rule.flag, stems, table)) continue
      if (rule.continues.includes(prefixFlag) || (rule.crosses && carries(stem, prefixFlag, stems, table))) return true
    }
  }
  return false
}

function carries(stem: string, flag: string, stems: Stems, table: AffixTable): boolean {
  const flags = stems.get(stem)
  if (flags === undefined || flags === '') return false
  if (table.flagWidth === 1) return flags.includes(flag)
  for (let at = 0; at < flags.length; at += 2) if (flags.startsWith(flag, at)) return true
  return false
}
