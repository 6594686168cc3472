// Holds the reader of daily times to what learners write, in four languages, and to asking again rather than guessing.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readDailyTime } from '../../src/learners/daily-time.ts'
import type { TimeLanguage } from '../../src/learners/time-words.ts'

const languages: TimeLanguage[] = ['es', 'pt', 'en', 'fr']
const unclear = { unclear: true }

const figures: [string, string][] = [
  ['9', '09:00'], ['09', '09:00'], ['9:00', '09:00'], ['9.00', '09:00'], ['09:00', '09:00'], ['21.30', '21:30'], ['21:30', '21:30'],
  ['9h', '09:00'], ['9 h', '09:00'], ['21h', '21:00'], ['21h30', '21:30'], ['21 h 30', '21:30'], ['21hs', '21:00'], ['21 hrs', '21:00'],
  ['9pm', '21:00'], ['9 PM', '21:00'], ['9 p.m.', '21:00'], ['9 p. m.', '21:00'], ['9am', '09:00'], ['9 a.m.', '09:00'], ['9 a. m', '09:00'],
  ['9:30pm', '21:30'], ['9.30 pm', '21:30'], ['12pm', '12:00'], ['12am', '00:00'], ['12:15 am', '00:15'], ['21:30 pm', '21:30'],
  ['0:00', '00:00'], ['00:00', '00:00'], ['24:00', '00:00'], ['24h', '00:00'], ['0', '00:00'], ['03:00', '03:00'], ['3h', '03:00'], ['3am', '03:00'], ['3pm', '15:00'],
  ['2130', '21:30'], ['0830', '08:30'], ['730', '07:30'], ['9 30', '09:30'], ['  9:00  ', '09:00'], ['9:00!', '09:00'], ['９：００', '09:00'], ['9️⃣', '09:00'], ['09:00:00', '09:00'],
  ['*9:00*', '09:00'], ['6', '06:00'], ['12', '12:00'], ['23', '23:00'],
  ['21:30h', '21:30'], ['21:30 h', '21:30'], ['19:30hs', '19:30'], ['9:30 hrs.', '09:30'], ['2100h', '21:00'],
]
const words: Record<TimeLanguage, [string, string][]> = {
  es: [
    ['a las nueve y media', '09:30'], ['a las 9 y media', '09:30'], ['nueve menos cuarto', '08:45'], ['las nueve y cuarto', '09:15'], ['nueve menos diez', '08:50'],
    ['cuarto para las nueve', '08:45'], ['un cuarto para las 9', '08:45'], ['diez para las nueve', '08:50'], ['a las ocho de la tarde', '20:00'], ['8 de la tarde', '20:00'],
    ['9 de la noche', '21:00'], ['a las 9 de la mañana', '09:00'], ['por la noche a las diez', '22:00'], ['doce de la noche', '00:00'], ['12 del mediodía', '12:00'],
    ['mediodía', '12:00'], ['al mediodía', '12:00'], ['medianoche', '00:00'], ['a medianoche', '00:00'], ['tres de la madrugada', '03:00'], ['una de la tarde', '13:00'],
    ['la una menos cuarto de la tarde', '12:45'], ['veintiuna horas', '21:00'], ['las veintiuna y treinta', '21:30'], ['nueve menos cuarto de la noche', '20:45'],
    ['a las siete treinta y cinco', '07:35'], ['nueve en punto', '09:00'], ['sobre las 9 por favor', '09:00'], ['a eso de las nueve', '09:00'], ['para las nueve', '09:00'],
    ['a las 21:00 horas', '21:00'], ['once', '11:00'], ['a las 7 am', '07:00'], ['quiero a las 10 gracias', '10:00'], ['cuando salgo del trabajo, a las 18:30', '18:30'],
    ['doce menos cuarto de la mañana', '11:45'], ['12 del día', '12:00'], ['faltan diez para las nueve', '08:50'], ['cuarto pa las 8', '07:45'], ['mañana a las 9', '09:00'], ['mañana a las 8 de la noche', '20:00'],
    ['todas las noches a las 9', '21:00'], ['cada mañana a las 9', '09:00'], ['avísame a las 9', '09:00'], ['9 porfa', '09:00'], ['creo que a las 9 estaría bien', '09:00'], ['unas 9 o así', '09:00'],
  ],
  pt: [
    ['nove e meia', '09:30'], ['às nove e meia', '09:30'], ['às 9 da noite', '21:00'], ['às 9 e meia da noite', '21:30'], ['quinze para as nove', '08:45'], ['dez pras nove', '08:50'],
    ['nove menos um quarto', '08:45'], ['nove e um quarto', '09:15'], ['meio-dia', '12:00'], ['ao meio dia e meia', '12:30'], ['meia-noite', '00:00'], ['às 7 da manhã', '07:00'],
    ['duas da tarde', '14:00'], ['três da madrugada', '03:00'], ['vinte e uma horas', '21:00'], ['vinte e duas e trinta', '22:30'], ['às 20h', '20:00'], ['20h15', '20:15'],
    ['nove e vinte e cinco', '09:25'], ['dezenove horas', '19:00'], ['dezanove', '19:00'], ['pode ser às 8', '08:00'], ['oito em ponto', '08:00'], ['pelas 10 da manhã, obrigada', '10:00'], ['faltam dez para as nove', '08:50'], ['dez minutos para as nove', '08:50'], ['todas as noites às 9', '21:00'], ['pode me lembrar às nove', '09:00'], ['às 9 está bom', '09:00'],
  ],
  en: [
    ['half eight', '08:30'], ['half past eight', '08:30'], ['quarter past nine', '09:15'], ['a quarter past nine', '09:15'], ['quarter to nine', '08:45'], ['ten to nine', '08:50'],
    ['twenty-five past seven', '07:25'], ['twenty five to seven', '06:35'], ["nine o'clock", '09:00'], ['nine o’clock', '09:00'], ['nine thirty', '09:30'], ['twenty thirty', '20:30'],
    ['at nine in the morning', '09:00'], ['9 in the evening', '21:00'], ['eight at night', '20:00'], ['half past eight in the evening', '20:30'], ['two in the afternoon', '14:00'],
    ['noon', '12:00'], ['12 noon', '12:00'], ['midday', '12:00'], ['midnight', '00:00'], ['half past midnight', '00:30'], ['around 9 please', '09:00'], ['9ish', '09:00'],
    ['quarter to one in the afternoon', '12:45'], ['10 minutes to 9', '08:50'], ['I finish work at 18:30', '18:30'],
    ['10 to 9', '08:50'], ['ten to eleven', '10:50'], ['nine minutes to ten', '09:51'], ['quarter to twelve in the morning', '11:45'],
    ['every evening at 8', '20:00'], ['9 every morning', '09:00'], ['how about 9', '09:00'], ['let’s say nine', '09:00'], ['I’d like nine', '09:00'],
  ],
  fr: [
    ['neuf heures et demie', '09:30'], ['9 heures et demie', '09:30'], ['neuf heures', '09:00'], ['neuf heures moins le quart', '08:45'], ['neuf heures moins dix', '08:50'], ['neuf heures et quart', '09:15'],
    ['midi', '12:00'], ['midi et demi', '12:30'], ['midi moins le quart', '11:45'], ['minuit', '00:00'], ['minuit et quart', '00:15'], ['à 9h du soir', '21:00'], ['neuf heures du soir', '21:00'],
    ['sept heures du matin', '07:00'], ['trois heures de l’après-midi', '15:00'], ["3 h de l'après-midi", '15:00'], ['vingt et une heures', '21:00'], ['vingt heures trente', '20:30'],
    ['dix-neuf heures', '19:00'], ['dix-sept heures quarante-cinq', '17:45'], ['vers 9h s’il te plaît', '09:00'], ['cinq heures', '05:00'], ['à huit heures pile', '08:00'], ['9h du mat', '09:00'], ['9 heures 30 minutes', '09:30'],
    ['tous les soirs à 8h', '20:00'], ['chaque matin à 9h', '09:00'], ['je voudrais à 9h si possible', '09:00'], ['midi trente', '12:30'], ['minuit dix', '00:10'],
  ],
}
const never: Record<TimeLanguage, string[]> = {
  es: ['nunca', 'Nunca!', 'jamás', 'no', 'No, gracias', 'no quiero recordatorios', 'sin recordatorios por favor', 'no hace falta', 'creo que no', 'a ninguna hora'],
  pt: ['nunca', 'jamais', 'não', 'não, obrigado', 'sem lembretes', 'não quero lembretes', 'não precisa'],
  en: ['never', 'NEVER.', 'no', 'no thanks', "don't", 'no reminders please', 'please never', 'off', 'I don’t need any', 'I’d rather not'],
  fr: ['jamais', 'non', 'non merci', 'pas de rappel', 'aucun rappel, merci', 'plus jamais', 'pas besoin'],
}
const unclears: Record<TimeLanguage, string[]> = {
  es: ['nunca antes de las 9', 'a las tres', 'la una y media', 'por la noche', '9 o 10', 'en 8 horas', 'cada 8 horas', 'veinticinco', 'no a las 9pm', 'nueve de la mañana de la noche', 'doce de la mañana', 'mañana a las 3', 'mañana no', '10 minutos', '10 minutos al día', 'cada 9 horas', 'todas las noches'],
  pt: ['às três', 'de noite', '9 ou 10', 'daqui a 8 horas', 'meia', 'dez minutos', 'vinte e cinco', '21 da manhã'],
  en: ['never mind', 'not 9', 'before 9', 'after 9', 'in 8 hours', 'three', 'half three', 'once', 'once a day', '9 or 10', '9 am and 9 pm', 'in the evening', 'I have 2 kids', 'half', 'nine eleventy', 'not 9pm', '9 to 5', '9pm or never', '9 to 10', '8 till 9', '10 to 11', '5 to 7', 'seven to eight', '10 minutes', '10 mins 30', 'every 9 hours', 'not sure', 'every night'],
  fr: ['le soir', '9h ou 10h', 'dans 8 heures', 'vingt-cinq heures', 'jamais avant 9h', 'moins le quart', 'pas à 9h', '10 minutes'],
}

test.each(languages)('figures mean the same in every language: %s', (language) => {
  for (const [text, time] of figures) expect(readDailyTime(text, language), `${language} ${text}`).toEqual({ time })
})

describe.each(languages)('in %s', (language) => {
  test.each(words[language])('%j is %s', (text, time) => {
    expect(readDailyTime(text, language)).toEqual({ time })
    expect(readDailyTime(text.toUpperCase(), language)).toEqual({ time })
  })
  test.each(never[language])('%j declines', (text) => {
    expect(readDailyTime(text, language)).toEqual({ never: true })
  })
  test.each(unclears[language])('%j is asked again', (text) => {
    expect(readDailyTime(text, language)).toEqual(unclear)
  })
})

test.each(['25:99', '24:30', '9:60', '9:5', '9.5', '-', '', '   ', '99', '24', '13am', '0 pm', '9-10', '9–10', '21.11.2026', '9 10 11', '1', '3', '3:00', '5:59', '😀', '9'.repeat(500), 'x'.repeat(5000)])('%j is asked again in every language', (text) => {
  for (const language of languages) expect(readDailyTime(text, language), language).toEqual(unclear)
})

describe('across languages', () => {
  it('understands an hour said in another interface language', () => {
    expect(readDailyTime('half past nine', 'es')).toEqual({ time: '09:30' })
    expect(readDailyTime('nueve y media', 'en')).toEqual({ time: '09:30' })
    expect(readDailyTime('nunca', 'en')).toEqual({ never: true })
  })

  it('reads every HH:MM back as it stands, in every language', () => {
    for (const language of languages) {
      for (let minute = 0; minute < 1440; minute++) {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        expect(readDailyTime(time, language)).toEqual({ time })
      }
    }
  })

  it('answers every text with an hour that exists, "never" or "unclear"', () => {
    const piece = fc.constantFrom('9', '21', 'h', ':', '.', '30', 'pm', 'a', 'las', 'y', 'media', 'half', 'past', 'to', 'nine', 'e', 'et', 'moins', 'le', 'quart', 'noche', 'nunca', '-', ' ', '\n', '٩', '🕘')
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' ')))
    fc.assert(
      fc.property(text, fc.constantFrom(...languages), (answer, language) => {
        const read = readDailyTime(answer, language)
        if ('time' in read) expect(read.time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
        else expect([{ never: true }, unclear]).toContainEqual(read)
      }),
      { numRuns: 3000 },
    )
  })
})
