// Knows the words that Britain and the United States spell differently, so that either spelling is right.

import type { Words } from './words.ts'

/** Pairs that follow no rule, British first. Only spellings: lift/elevator are other words and not here. */
const PAIRS = `
aeroplane airplane|aluminium aluminum|analyse analyze|anaemia anemia|anaemic anemic|anaesthetic anesthetic|artefact artifact|axe ax|
behove behoove|breathalyse breathalyze|calibre caliber|catalyse catalyze|centre center|centred centered|centring centering|cheque check|chequebook checkbook|
chilli chili|cosy cozy|cosier cozier|cosily cozily|cosiness coziness|councillor councilor|counsellor counselor|defence defense|dependant dependent|diarrhoea diarrhea|disc disk|
doughnut donut|draught draft|draughty drafty|encyclopaedia encyclopedia|enrol enroll|enrolment enrollment|fibre fiber|foetus fetus|fulfil fulfill|fulfilment fulfillment|
gaol jail|goitre goiter|grey gray|greyer grayer|greyish grayish|gynaecologist gynecologist|haemorrhage hemorrhage|instalment installment|jewellery jewelry|jeweller jeweler|judgement judgment|
kerb curb|kilometre kilometer|kilometres kilometers|learnt learned|dreamt dreamed|burnt burned|spelt spelled|spoilt spoiled|leapt leaped|leant leaned|licence license|litre liter|litres liters|
louvre louver|lustre luster|manoeuvre maneuver|marvellous marvelous|meagre meager|metre meter|metres meters|millimetre millimeter|centimetre centimeter|centimetres centimeters|mitre miter|
mould mold|mouldy moldy|moult molt|moustache mustache|mum mom|mummy mommy|mums moms|neighbour neighbor|oesophagus esophagus|oestrogen estrogen|offence offense|omelette omelet|orthopaedic orthopedic|
paediatric pediatric|paediatrician pediatrician|paralyse paralyze|paralysed paralyzed|plough plow|practise practice|practising practicing|practised practiced|pretence pretense|
programme program|programmes programs|pyjamas pajamas|sabre saber|sceptic skeptic|sceptical skeptical|scepticism skepticism|skilful skillful|smoulder smolder|sombre somber|spectre specter|storey story|
sulphur sulfur|theatre theater|theatres theaters|titbit tidbit|traveller traveler|travelling traveling|tyre tire|tyres tires|vice vise|whisky whiskey|wilful willful|woollen woolen|
yoghurt yogurt|yoghourt yogurt|acknowledgement acknowledgment|ageing aging|cancelled canceled|cancelling canceling|dialled dialed|dialling dialing|
fuelled fueled|labelled labeled|labelling labeling|levelled leveled|modelling modeling|modelled modeled|panelled paneled|quarrelled quarreled|signalled signaled|signalling signaling|
travelled traveled|totalled totaled|tunnelling tunneling|jewelled jeweled|equalled equaled|
nought naught|neighbourhood neighborhood|maths math|barbeque barbecue|towards toward|afterwards afterward|backwards backward|forwards forward|pedlar peddler|carburettor carburetor|
snowplough snowplow|speciality specialty|tonne ton|waggon wagon|cypher cipher|analogue analog|cauldron caldron`

/** Pairs whose two spellings are other words too: equal as answers only where the British sense stands alone. */
const NEVER_EQUAL = new Set(['tonne', 'vice', 'draught', 'dependant', 'storey', 'gaol', 'disc'])

const AMERICAN = new Map<string, string>()
for (const pair of PAIRS.replaceAll('\n', '').split('|')) {
  const [british, american] = pair.trim().split(' ')
  if (british && american) AMERICAN.set(british, american)
}

/** Endings that follow a rule: [British, American]. Tried where the American result is a dictionary word. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/our(?=$|s$|ed$|ing$|able$|ful$|less$|ite$|ites$|er$|ers$|hood$|hoods$|ly$|al$|ably$|ist$)/u, 'or'],
  [/is(?=e$|es$|ed$|ing$|er$|ers$|ation$|ations$|ational$|able$|ingly$)/u, 'iz'],
  [/ys(?=e$|es$|ed$|ing$|er$|ers$)/u, 'yz'],
  [/ll(?=ed$|ing$|er$|ers$|ist$|ous$|ings$)/u, 'l'],
  [/tre(?=$|s$)/u, 'ter'],
  [/bre(?=$|s$)/u, 'ber'],
  [/ogue(?=$|s$)/u, 'og'],
  [/ence(?=$|s$|less$)/u, 'ense'],
  // The two digraphs only in long, learned words: short ones are typos ("aer").
  [/ae/u, 'e'],
  [/oe/u, 'e'],
  [/mme(?=$|s$)/u, 'm'],
]

/**
 * The American spelling of an English word when it is a British one, else the word itself (lower case).
 * A plural or -ed form of a pair counts too. Rules apply only when they end in a dictionary word and the
 * word as typed is none.
 */
export function american(word: string, words: Words | null): string {
  const pair = pairOf(word)
  if (pair) return pair
  if (!words || words.has(word)) return word
  for (const [british, letters] of RULES) {
    if (british.source.length === 2 && word.length < 6) continue
    const changed = word.replace(british, letters)
    if (changed !== word && words.has(changed)) return changed
  }
  return word
}

function pairOf(word: string): string | null {
  const whole = AMERICAN.get(word)
  if (whole) return NEVER_EQUAL.has(word) ? null : whole
  for (const ending of ['s', 'd', 'ed', 'ing']) {
    if (!word.endsWith(ending)) continue
    const stem = word.slice(0, -ending.length)
    const other = AMERICAN.get(stem) ?? (ending === 'ing' ? AMERICAN.get(`${stem}e`)?.replace(/e$/u, '') : undefined)
    if (other && !NEVER_EQUAL.has(stem)) return other + ending
  }
  return null
}

/** True when a word is English in either spelling. The dictionary is American. */
export function isEnglish(word: string, words: Words): boolean {
  if (words.has(word) || AMERICAN.has(word) || AMERICAN.has(word.replace(/s$/u, '')) || pairOf(word) !== null) return true
  const spelt = american(word, words)
  return spelt !== word
}
