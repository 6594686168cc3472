// The English forms that the rest of the grader asks about: irregular verbs with their forms, and regular forms that do not exist.

/** Base form, simple past and participle of the irregular verbs learners meet. */
const IRREGULAR = `be was been|become became become|begin began begun|bite bit bitten|blow blew blown|break broke broken|bring brought brought|
build built built|buy bought bought|catch caught caught|choose chose chosen|come came come|cost cost cost|cut cut cut|deal dealt dealt|dig dug dug|do did done|
draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|
fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got got|get got gotten|give gave given|go went gone|
grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|know knew known|lay laid laid|
lead led led|leave left left|lend lent lent|let let let|lie lay lain|lose lost lost|make made made|mean meant meant|meet met met|pay paid paid|put put put|
read read read|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|sell sold sold|send sent sent|set set set|shake shook shaken|
shine shone shone|shoot shot shot|show showed shown|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|speak spoke spoken|spend spent spent|
stand stood stood|steal stole stolen|stick stuck stuck|swear swore sworn|sweep swept swept|swim swam swum|take took taken|teach taught taught|tear tore torn|
tell told told|think thought thought|throw threw thrown|understand understood understood|wake woke woken|wear wore worn|win won won|write wrote written`

/** Forms that the list above does not have. */
const MORE_FORMS = { be: 'am is are were being', have: 'has having', do: 'does doing', go: 'goes going' }

const BASES = new Set<string>()
const PARTICIPLES = new Set<string>()
/** The verbs that a form belongs to, by their base forms. */
const VERBS = new Map<string, Set<string>>()
const addForm = (form: string, base: string): void => void VERBS.set(form, (VERBS.get(form) ?? new Set()).add(base))
for (const row of IRREGULAR.replaceAll('\n', '').split('|')) {
  const [base = '', past = '', participle = ''] = row.split(' ')
  BASES.add(base)
  PARTICIPLES.add(participle)
  for (const form of [base, `${base}s`, past, participle]) addForm(form, base)
}
for (const [base, forms] of Object.entries(MORE_FORMS)) for (const form of forms.split(' ')) addForm(form, base)

/** True when two words are forms of one irregular verb ("go" and "went", "is" and "are"). */
export function isSameVerb(left: string, right: string): boolean {
  const bases = VERBS.get(left)
  return bases !== undefined && [...VERBS.get(right) ?? []].some((base) => bases.has(base))
}

/** Participles that are as good as adjectives: "she's tired" is "she is tired". */
const ADJECTIVAL = new Set(('tired married bored interested excited worried scared surprised called named born closed broken located situated ' +
  'divorced engaged retired supposed pleased disappointed confused relaxed annoyed frightened embarrassed used allowed crowded made').split(' '))

/** Nouns whose plural is not made with -s, or that have none. */
const NO_PLURAL_S = new Set(('child man woman person foot tooth mouse goose sheep deer information advice furniture homework luggage equipment ' +
  'knowledge weather music bread traffic news money hair fish').split(' '))

/** 'yes' when the word can only be a participle after have, 'maybe' when it is also an adjective or a base form. */
export function participle(word: string): 'yes' | 'maybe' | 'no' {
  if (ADJECTIVAL.has(word)) return 'maybe'
  if (PARTICIPLES.has(word)) return BASES.has(word) ? 'maybe' : 'yes'
  return /[^e]ed$/u.test(word) && word.length > 4 ? 'yes' : 'no'
}

/** True when the word is a regular form of a listed word that dictionaries leave out ("customiser", "changings"). */
export function isRegularForm(word: string, isListed: (word: string) => boolean): boolean {
  if (/[^sxzyo]s$/u.test(word) && !/(?:ch|sh)s$/u.test(word) && isListed(word.slice(0, -1))) return true
  if (/ors?$/u.test(word) && word.length > 6 && (isListed(word.replace(/ors?$/u, 'e')) || isListed(word.replace(/ors?$/u, '')))) return true
  return /e[dr]s?$/u.test(word) && word.length > 6 && isListed(word.replace(/[dr]s?$/u, ''))
}

/** True when two words share a stem and differ in a regular ending only: one is a form of the other. */
export function differInEnding(left: string, right: string): boolean {
  const [shorter, longer] = left.length < right.length ? [left, right] : [right, left]
  if (longer.startsWith(shorter) && /^(?:s|es|d|ed|r|er|rs|ers|ing|ly)$/u.test(longer.slice(shorter.length)) && !longer.endsWith('ss')) return true
  return left.length === right.length && left.slice(0, -1) === right.slice(0, -1) && /[dsr]$/u.test(left) && /[dsr]$/u.test(right)
}

/** True when the word is a regular ending on a word that takes none ("goed", "eated", "childs"): grammar, not typing. */
export function isOverRegular(word: string): boolean {
  for (const ending of ['ed', 'd']) if (word.endsWith(ending) && BASES.has(word.slice(0, -ending.length))) return true
  const doubled = /^(.+([bdgmnprt]))\2ed$/u.exec(word)
  if (doubled?.[1] && BASES.has(doubled[1])) return true
  for (const ending of ['es', 's']) if (word.endsWith(ending) && NO_PLURAL_S.has(word.slice(0, -ending.length))) return true
  return false
}
