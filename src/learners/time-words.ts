// Lists the words by which people name hours, minutes, parts of the day and "never", in each interface language.

/** The languages in which a time may be said. */
export type TimeLanguage = 'es' | 'pt' | 'en' | 'fr'

/** The words of one language; all folded: lower case, no accents, no apostrophes or hyphens (blanks instead). */
export interface TimeWords {
  /** Number words, 0 to 59. */
  numbers: ReadonlyMap<string, number>
  /** Words for 12:00 and 00:00, "mediodia" and "medianoche". */
  noon: readonly string[]
  midnight: readonly string[]
  /** Phrases for the parts of the day. `small`: before dawn; `morning`; `afternoon`; `night`. */
  parts: Readonly<Record<'small' | 'morning' | 'afternoon' | 'night', readonly string[]>>
  half: readonly string[]
  quarter: readonly string[]
  /** "nine PAST", "nueve Y": joins minutes after the hour. */
  plus: readonly string[]
  /** "nueve MENOS cuarto": takes minutes from the hour before it. */
  minus: readonly string[]
  /** "quarter TO nine", "quinze PARA as nove": takes minutes from the hour after it. */
  to: readonly string[]
  /** "quarter PAST nine": adds minutes to the hour after it. */
  past: readonly string[]
  /** Words for "hour" and "o'clock" that may follow the number. */
  hour: readonly string[]
  /** Words for "minutes": a number before them is not an hour. */
  minutes: readonly string[]
  /** Words for "tomorrow" that might be taken for a part of the day. */
  day: readonly string[]
  /** Words that carry no time and may stand around one. */
  filler: readonly string[]
  /** Whole answers that mean "do not remind me". */
  never: readonly string[]
}

const list = (words: string): string[] => words.split(',').map((word) => word.trim())

/** Numbers from a list of 0..20 and rules for tens: "veintiuno", "vinte e um", "twenty one", "vingt et un". */
function numbers(low: string, tens: string, join: string, extra: Readonly<Record<string, number>> = {}): Map<string, number> {
  const map = new Map<string, number>()
  list(low).forEach((word, value) => map.set(word, value))
  list(tens).forEach((ten, i) => {
    const base = (i + 2) * 10
    map.set(ten, base)
    list(low).slice(1, 10).forEach((unit, j) => map.set(`${ten} ${join}${unit}`, base + j + 1))
  })
  for (const [word, value] of Object.entries(extra)) map.set(word, value)
  return map
}

const es: TimeWords = {
  numbers: numbers(
    'cero, uno, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce, trece, catorce, quince, dieciseis, diecisiete, dieciocho, diecinueve',
    'veinte, treinta, cuarenta, cincuenta',
    'y ',
    { una: 1, veintiuno: 21, veintiuna: 21, veintidos: 22, veintitres: 23, veinticuatro: 24, veinticinco: 25, veintiseis: 26, veintisiete: 27, veintiocho: 28, veintinueve: 29 },
  ),
  noon: list('mediodia, medio dia, al mediodia, al medio dia, 12 del dia, doce del dia'),
  midnight: list('medianoche, media noche'),
  parts: {
    small: list('de la madrugada, madrugada, en la madrugada, por la madrugada'),
    morning: list('de la manana, por la manana, en la manana, a la manana, todas las mananas, cada manana, por las mananas, en las mananas, am'),
    afternoon: list('de la tarde, por la tarde, en la tarde, a la tarde, tarde, todas las tardes, cada tarde, por las tardes, en las tardes, del mediodia, del medio dia, pm'),
    night: list('de la noche, por la noche, en la noche, a la noche, noche, todas las noches, cada noche, por las noches, en las noches'),
  },
  half: list('media'),
  quarter: list('cuarto, un cuarto'),
  plus: list('y, con'),
  minus: list('menos'),
  to: list('para la, para las, para, pa la, pa las'),
  past: [],
  hour: list('horas, hora, h, hs, hrs, en punto'),
  minutes: list('minutos, minuto'),
  day: list('manana'),
  filler: list('a, la, las, el, los, sobre, eso de, como, tipo, mas o menos, alrededor de, hacia, cerca de, por favor, gracias, ok, vale, si, quiero, mejor, cada dia, todos los dias, a las, faltan, bueno, hola, diario, de, recordarme, recuerdame, seria, esta bien, siempre, prefiero, puede ser, podria ser, que sea, es a las, es a la, avisame, ponlo, ponme, me gustaria, me viene bien, me va bien, estaria bien, o asi, porfa, porfavor, plis, creo que, tal vez, quizas, quiza, unas, quiero que me recuerdes, quiero que me avises'),
  never: list('nunca, jamas, nunca mas, no, no gracias, ninguna, ninguno, ninguna hora, a ninguna hora, no quiero, no quiero recordatorios, sin recordatorios, sin recordatorio, sin avisos, no me avises, no me recuerdes, nada, ningun recordatorio, no hace falta, no necesito recordatorios, no necesito recordatorio, no quiero que me recuerdes, sin aviso, desactivar, desactivalo'),
}

const pt: TimeWords = {
  numbers: numbers(
    'zero, um, dois, tres, quatro, cinco, seis, sete, oito, nove, dez, onze, doze, treze, catorze, quinze, dezesseis, dezessete, dezoito, dezenove',
    'vinte, trinta, quarenta, cinquenta',
    'e ',
    { uma: 1, duas: 2, quatorze: 14, dezasseis: 16, dezassete: 17, dezanove: 19, 'vinte e uma': 21, 'vinte e duas': 22 },
  ),
  noon: list('meio dia'),
  midnight: list('meia noite'),
  parts: {
    small: list('da madrugada, de madrugada, madrugada'),
    morning: list('da manha, de manha, pela manha, manha, todas as manhas, toda manha, pelas manhas, am'),
    afternoon: list('da tarde, de tarde, a tarde, pela tarde, tarde, todas as tardes, toda tarde, pelas tardes, pm'),
    night: list('da noite, de noite, a noite, pela noite, noite, todas as noites, toda noite, pelas noites'),
  },
  half: list('meia'),
  quarter: list('um quarto, quarto'),
  plus: list('e'),
  minus: list('menos'),
  to: list('para as, para a, para o, para, pras, pra as, pra, pro, pro o'),
  past: [],
  hour: list('horas, hora, h, hs, hrs, em ponto'),
  minutes: list('minutos, minuto'),
  day: [],
  filler: list('a, as, o, os, ao, aos, pelas, por volta das, por volta de, la pelas, tipo, mais ou menos, cerca das, por favor, obrigado, obrigada, ok, sim, quero, pode ser, todo dia, todos os dias, faltam, bom, oi, ola, das, de, melhor, me lembre, prefiro, sempre, ta bom, esta bom, seria bom, ta otimo, me avise, me avisa, me lembra, pode me lembrar, coloca, gostaria, talvez, acho que, umas, pfv'),
  never: list('nunca, jamais, nunca mais, nao, nao obrigado, nao obrigada, nenhum, nenhuma, nenhuma hora, nenhum horario, nao quero, nao quero lembretes, nao quero lembrete, sem lembretes, sem lembrete, nao me lembre, nao me avise, nao precisa, nao preciso, nada, desativar, desligar'),
}

const en: TimeWords = {
  numbers: numbers(
    'zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen, seventeen, eighteen, nineteen',
    'twenty, thirty, forty, fifty',
    '',
    { 'oh five': 5, 'o five': 5 },
  ),
  noon: list('noon, midday, noontime'),
  midnight: list('midnight'),
  parts: {
    small: list('before dawn, before sunrise'),
    morning: list('in the morning, morning, mornings, in the mornings, every morning, each morning, am'),
    afternoon: list('in the afternoon, afternoon, afternoons, every afternoon, each afternoon, pm'),
    night: list('in the evening, evening, evenings, at night, night, tonight, nights, every evening, each evening, every night, each night, nightly'),
  },
  half: list('half'),
  quarter: list('a quarter, quarter'),
  plus: [],
  minus: [],
  to: list('to, before, till, til, of'),
  past: list('past, after'),
  hour: list('o clock, oclock, hours, h, hrs, sharp, ish'),
  minutes: list('minutes, minute, mins, min'),
  day: [],
  filler: list('at, about, around, by, the, like, maybe, approximately, please, thanks, thank you, ok, okay, yes, every day, everyday, daily, each day, hi, hello, remind me, i want, i prefer, say, lets say, make it, would be, good, great, is fine, works, let us say, i would like, id like, i d like, let s say, lets do, let s do, set it to, set it for, how about, could be, works for me, probably, i think, if possible, sure'),
  never: list('never, no, nope, none, no thanks, no thank you, nothing, off, turn it off, no reminders, no reminder, without reminders, dont, do not, dont remind me, do not remind me, not at all, never ever, i dont want reminders, i dont want any, i dont need reminders, i dont need any, no need, i d rather not, nah, disable, not needed'),
}

const fr: TimeWords = {
  numbers: numbers(
    'zero, un, deux, trois, quatre, cinq, six, sept, huit, neuf, dix, onze, douze, treize, quatorze, quinze, seize, dix sept, dix huit, dix neuf',
    'vingt, trente, quarante, cinquante',
    '',
    { une: 1, 'vingt et un': 21, 'vingt et une': 21, 'trente et un': 31, 'quarante et un': 41, 'cinquante et un': 51 },
  ),
  noon: list('midi'),
  midnight: list('minuit'),
  parts: {
    small: list('de la nuit, du petit matin'),
    morning: list('du matin, le matin, matin, du mat, tous les matins, chaque matin, am'),
    afternoon: list('de l apres midi, l apres midi, apres midi, tous les apres midi, chaque apres midi, pm'),
    night: list('du soir, le soir, soir, ce soir, en soiree, tous les soirs, chaque soir'),
  },
  half: list('demie, demi'),
  quarter: list('quart, un quart, le quart'),
  plus: list('et'),
  minus: list('moins'),
  to: [],
  past: [],
  hour: list('heures, heure, h, hrs, pile, precises'),
  minutes: list('minutes, minute'),
  day: [],
  filler: list('a, des, vers, environ, les, aux environs de, aux alentours de, plutot, s il vous plait, s il te plait, svp, stp, merci, ok, oui, tous les jours, chaque jour, bonjour, je veux, je prefere, rappelle moi, a peu pres, peut etre, disons, d accord, ca me va, ca va, c est bien, ce serait, je voudrais, j aimerais, si possible'),
  never: list('jamais, non, non merci, aucun, aucune, aucun rappel, pas de rappel, pas de rappels, sans rappel, sans rappels, jamais de rappel, rien, ne me rappelle pas, je ne veux pas, je ne veux pas de rappel, je ne veux pas de rappels, plus jamais, pas besoin, pas la peine, je n en veux pas, desactiver'),
}

/** Every interface language's words. */
export const TIME_WORDS: Readonly<Record<TimeLanguage, TimeWords>> = { es, pt, en, fr }

/** Words that turn an hour into something else than the hour asked for: a denial, a choice, a limit. In any language. */
export const CONTRARY: ReadonlySet<string> = new Set(
  list('no, not, dont, never, or, except, before, after, until, between, every, each, nunca, jamas, o, u, sin, antes, despues, excepto, hasta, entre, cada, nao, ou, sem, depois, exceto, ate, non, pas, jamais, sans, avant, apres, sauf, jusqu, dans, chaque, toutes'),
)
