// The number words of each language, as data for numbers.ts (folded keys, accents off).

/** Words worth a value by themselves, words that multiply what came before, and words that may join the parts. */
export interface NumberWords {
  values: Readonly<Record<string, number>>
  multipliers: Readonly<Record<string, number>>
  joints: readonly string[]
  /** Ordinals up to tenth or so, and the endings that digits take for them ("1st", "1º"). */
  ordinals: Readonly<Record<string, number>>
  ordinalEnding: RegExp
}

function list(words: string, from: number, step = 1): Record<string, number> {
  const out: Record<string, number> = {}
  words.split(' ').forEach((entry, at) => { for (const word of entry.split('/')) out[word] = from + at * step })
  return out
}

export const NUMBER_WORDS: Readonly<Record<string, NumberWords>> = {
  en: {
    values: {
      ...list('zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen', 0),
      ...list('twenty thirty forty/fourty fifty sixty seventy eighty ninety', 20, 10),
    },
    multipliers: { hundred: 100, thousand: 1000, million: 1_000_000 },
    joints: ['and'],
    ordinals: { ...list('first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth', 1), thirtieth: 30 },
    ordinalEnding: /^(\d+)(?:st|nd|rd|th)$/u,
  },
  es: {
    values: {
      ...list('cero un/uno/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno/veintiun/veintiuna veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve treinta', 0),
      ...list('cuarenta cincuenta sesenta setenta ochenta noventa cien/ciento', 40, 10),
      ...list('doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas quinientos/quinientas seiscientos/seiscientas setecientos/setecientas ochocientos/ochocientas novecientos/novecientas', 200, 100),
    },
    multipliers: { mil: 1000, millon: 1_000_000, millones: 1_000_000 },
    joints: ['y'],
    ordinals: list('primero/primera/primer segundo/segunda tercero/tercera/tercer cuarto/cuarta quinto/quinta sexto/sexta septimo/septima octavo/octava noveno/novena decimo/decima', 1),
    ordinalEnding: /^(\d+)(?:o|a|er|ro|ra|do|da|to|ta)$/u,
  },
  pt: {
    values: {
      ...list('zero um/uma dois/duas tres quatro cinco seis sete oito nove dez onze doze treze quatorze/catorze quinze dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove', 0),
      ...list('vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem/cento', 20, 10),
      ...list('duzentos/duzentas trezentos/trezentas quatrocentos/quatrocentas quinhentos/quinhentas seiscentos/seiscentas setecentos/setecentas oitocentos/oitocentas novecentos/novecentas', 200, 100),
    },
    multipliers: { mil: 1000, milhao: 1_000_000, milhoes: 1_000_000 },
    joints: ['e'],
    ordinals: list('primeiro/primeira segundo/segunda terceiro/terceira quarto/quarta quinto/quinta sexto/sexta setimo/setima oitavo/oitava nono/nona decimo/decima', 1),
    ordinalEnding: /^(\d+)(?:o|a)$/u,
  },
  fr: {
    values: {
      ...list('zero un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize', 0),
      ...list('vingt/vingts trente quarante cinquante soixante septante quatre-vingt/huitante nonante', 20, 10),
    },
    multipliers: { cent: 100, cents: 100, mille: 1000, million: 1_000_000, millions: 1_000_000 },
    joints: ['et'],
    ordinals: list('premier/premiere deuxieme/second/seconde troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme', 1),
    ordinalEnding: /^(\d+)(?:er|re|ere|e|eme|nd|nde)$/u,
  },
  de: {
    values: {
      ...list('null ein/eins/eine zwei drei vier fuenf sechs sieben acht neun zehn elf zwoelf dreizehn vierzehn fuenfzehn sechzehn siebzehn achtzehn neunzehn zwanzig', 0),
      ...list('dreissig vierzig fuenfzig sechzig siebzig achtzig neunzig', 30, 10),
    },
    multipliers: { hundert: 100, tausend: 1000 },
    joints: [],
    ordinals: {},
    ordinalEnding: /^$/u,
  },
  it: {
    values: {
      ...list('zero un/uno/una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti', 0),
      ...list('trenta quaranta cinquanta sessanta settanta ottanta novanta', 30, 10),
    },
    multipliers: { cento: 100, mille: 1000, mila: 1000 },
    joints: [],
    ordinals: list('primo/prima secondo/seconda terzo/terza quarto/quarta quinto/quinta', 1),
    ordinalEnding: /^(\d+)(?:o|a)$/u,
  },
}
