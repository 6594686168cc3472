// Whatever a learner sends becomes one event of the closed union, by the question that is open.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Content } from '../../src/channels/whatsapp/inbound.ts';
import { overhear, read } from '../../src/conversation/read.ts';
import type { Session } from '../../src/conversation/session.ts';
import { begin, step } from '../../src/conversation/step.ts';
import type { Context, ConversationEvent, InterfaceLanguage, Profile } from '../../machines/vocabulary.ts';
import { chart, now } from '../machines/walk.ts';
import { newLesson } from '../../machines/lesson.logic.ts';
import { exerciseById, pickLesson } from '../scenarios/exercises.ts';

const opened = begin(chart, { userId: 'u', name: 'Ana', nativeLanguage: 'es', zone: 'Europe/Madrid', zoneSettled: true, country: 'ES', zoneChoices: [] }, now).session;

/** A session that rests in a state, reached by putting it there; `language` is the interface's. */
function inState(value: Session['value'], part: Partial<Profile> = {}, rest: Partial<Context> = {}): Session {
  const context = opened.temp_data as unknown as Context;
  const [flow, inner] = typeof value === 'string' ? [value, ''] : Object.entries(value)[0] as [string, string];
  return { ...opened, value, current_flow: flow, step: inner, temp_data: { ...context, ...rest, profile: { ...context.profile, ...part } } as never };
}
function inLesson(index: number, pair: [InterfaceLanguage, string] = ['es', 'en']): Session {
  const { topic, exercises } = pickLesson(...pair);
  return inState({ lesson: 'exercise' }, { nativeLanguage: pair[0] }, { onboarded: true, lesson: { ...newLesson({ topic, exercises }, now), index } });
}
const hear = (session: Session, content: Content): ConversationEvent => read(session, chart, content, exerciseById, now);
const type = (session: Session, text: string): ConversationEvent => hear(session, { kind: 'text', text });
const tap = (session: Session, id: string): ConversationEvent => hear(session, { kind: 'tap', id, title: 'x' });
const short = (event: ConversationEvent): string => {
  switch (event.type) {
    case 'chose': return `chose ${event.option}`;
    case 'unclear': return `unclear ${event.reason}`;
    case 'answered': return event.answer.verdict;
    case 'named.time': return `time ${event.time}`;
    case 'named.year': return `year ${event.year}`;
    case 'said': return `said ${event.text}`;
    default: return event.type;
  }
};

describe('a word that steers', () => {
  const goal = inState({ onboarding: 'goal' });
  it.each([
    ['MENU', 'asked.menu'], ['menú', 'asked.menu'], ['¡Menú!', 'asked.menu'], ['/menu', 'asked.menu'], [' \u200bAyuda. ', 'asked.help'], ['help', 'asked.help'],
    ['STOP', 'asked.stop'], ['Stop.', 'asked.stop'], ['baja', 'asked.stop'], ['parar', 'asked.stop'], ['unsubscribe', 'asked.stop'],
    ['PRIVACIDAD', 'asked.privacy'], ['privacy', 'asked.privacy'], ['mis datos', 'asked.privacy'],
    ['PERSONA', 'asked.human'], ['humano', 'asked.human'], ['RACHA', 'asked.streak'], ['mi racha', 'asked.streak'], ['Nivel', 'asked.level'], ['level', 'asked.level'],
    ['hola\nayuda', 'asked.help'], ['por favor\nSTOP\nya', 'asked.stop'],
  ])('%j is %s', (text, event) => {
    expect(short(type(goal, text))).toBe(event);
  });

  it.each<[InterfaceLanguage, string, string]>([
    ['pt', 'AJUDA', 'asked.help'], ['pt', 'PRIVACIDADE', 'asked.privacy'], ['pt', 'pessoa', 'asked.human'], ['pt', 'sair', 'asked.stop'],
    ['fr', 'AIDE', 'asked.help'], ['fr', 'MES DONNÉES', 'asked.privacy'], ['fr', 'humain', 'asked.human'], ['fr', 'Arrêt', 'asked.stop'],
    ['en', 'HUMAN', 'asked.human'], ['en', 'menu', 'asked.menu'],
  ])('in %s, %s is %s', (nativeLanguage, text, event) => {
    expect(short(type(inState({ onboarding: 'goal' }, { nativeLanguage }), text))).toBe(event);
  });

  it.each<[InterfaceLanguage, string]>([['es', '¿Eres un robot?'], ['es', 'eres una persona'], ['pt', 'Você é um robô?'], ['en', 'Are you human?'], ['fr', 'Tu es une IA ?']])('in %s, %s is answered honestly, in a lesson too', (nativeLanguage, text) => {
    expect(short(type(inState({ onboarding: 'goal' }, { nativeLanguage }), text))).toBe('asked.help');
    expect(short(type(inLesson(0, [nativeLanguage, nativeLanguage === 'en' ? 'es' : 'en']), text))).toBe('asked.help');
  });

  it('is a word like any other inside a sentence', () => {
    expect(short(type(goal, 'no me ayuda el menú'))).toBe('unclear not-an-option');
    expect(short(type(inState({ onboarding: 'name' }), 'Stop me a menu'))).toBe('said Stop me a menu');
  });

  it('is an answer where the open exercise wants to hear it', () => {
    const wants = (_word: string): Session => inLesson(0);
    const { exercises } = pickLesson('es', 'en');
    for (const word of ['stop', 'help', 'menu', 'person']) {
      const exercise = { ...exerciseById(exercises[0]!)!, question: { stem: 'The ___ is here.', options: null, shownAs: 'typed' as const, answer: word, accepted: [word] } };
      expect(short(read(wants(word), chart, { kind: 'text', text: word.toUpperCase() }, () => exercise, now))).toBe('correct');
    }
    expect(short(type(inLesson(0), 'stop'))).toBe('asked.stop');
  });

  it('gives way to a button of the same title, but for STOP', () => {
    expect(short(type(inState({ onboarding: 'welcome' }, { nativeLanguage: 'en' }), 'start'))).toBe('chose start');
    expect(short(type(inState({ settings: 'choose' }, {}, { onboarded: true }), 'Ayuda'))).toBe('chose help');
  });

  it('STOP is heard even from somebody of that name', () => {
    expect(short(type(inState({ onboarding: 'name' }, { name: 'Stop' }), 'Stop'))).toBe('asked.stop');
  });

  it('START counts only after STOP', () => {
    expect(short(type(inState('stopped'), 'unstop'))).toBe('asked.start');
    expect(short(type(inState('stopped'), 'alta'))).toBe('chose start');
    expect(short(type(goal, 'unstop'))).toBe('unclear not-an-option');
  });
});

describe('a tap', () => {
  it('chooses an option of the open question', () => {
    expect(short(tap(inState({ onboarding: 'goal' }), 'onboarding.goal:work'))).toBe('chose work');
    expect(short(tap(inState({ onboarding: 'time' }), 'onboarding.time:09:00'))).toBe('time 09:00');
    expect(short(tap(inState({ onboarding: 'time' }), 'onboarding.time:none'))).toBe('time null');
  });

  it('answers the exercise that its button was made for, and no other', () => {
    const at = inLesson(2);
    expect(short(tap(at, 'x:00000003:2'))).toBe('correct');
    expect(short(tap(at, 'x:00000003:1'))).toBe('wrong');
    expect(short(tap(at, 'x:00000005:2'))).toBe('unclear old-button');
    expect(short(tap(at, 'x:00000003:9'))).toBe('unclear old-button');
  });

  it('of an earlier question is known as old', () => {
    expect(short(tap(inState({ onboarding: 'level' }), 'onboarding.goal:work'))).toBe('unclear old-button');
    expect(short(tap(inState({ onboarding: 'level' }), ''))).toBe('unclear old-button');
    expect(short(tap(inState({ onboarding: 'level' }), '__proto__'))).toBe('unclear old-button');
    expect(short(tap(inState({ onboarding: 'persona' }, { birthYear: 2010 }), 'onboarding.persona:flirty'))).toBe('unclear old-button');
  });

  it('of an earlier question counts where it still means the same', () => {
    expect(short(tap(inState('idle', {}, { onboarded: true }), 'lesson.done:lesson'))).toBe('chose lesson');
    expect(short(tap(inState({ onboarding: 'more' }), 'onboarding.welcome:start'))).toBe('chose start');
  });
});

describe('the button that changes the language', () => {
  it.each(['target', 'goal', 'level'])('of the welcome still counts while %s is asked', (step) => {
    expect(short(tap(inState({ onboarding: step }), 'onboarding.welcome:language'))).toBe('chose language');
  });
});

describe('a typed option', () => {
  it.each([
    ['viajar', 'chose travel'], ['¡VIAJAR!', 'chose travel'], ['2', 'chose work'], ['2.', 'chose work'], ['la 3', 'chose chat'], ['opción 1', 'chose travel'], ['la primera', 'chose travel'],
    ['segundo', 'chose work'], ['para viajar', 'chose travel'], ['quiero charlar con gente', 'chose chat'], ['Via\u200bjar', 'chose travel'], ['es que\nme gusta viajar', 'chose travel'],
    ['4', 'unclear not-an-option'], ['viajar y trabajo', 'unclear not-an-option'], ['no quiero viajar', 'unclear not-an-option'], ['¿para viajar?', 'unclear not-an-option'], ['zzz', 'unclear not-an-option'],
  ])('%j is %s', (text, event) => {
    expect(short(type(inState({ onboarding: 'goal' }), text))).toBe(event);
  });
});

describe('a year of birth', () => {
  it.each([
    ['1990', 'year 1990'], ['nací en 1990', 'year 1990'], ['12/03/1990', 'year 1990'], ['1990.', 'year 1990'], ['tengo 30 años', 'year 1996'], ['30 años', 'year 1996'], ['I’m 30', 'year 1996'], ['j’ai 30 ans', 'year 1996'], ['tenho 12 anos', 'year 2014'],
    ['en el 90', 'year 1990'], ['nací en el 90', 'year 1990'], ['nací en ’90', 'year 1990'], ['soy del 85', 'year 1985'], ['3 de mayo del 05', 'year 2005'], ['nasci em 90', 'year 1990'], ['born in 79', 'year 1979'], ['je suis né en 90', 'year 1990'], ['en el 13', 'year 2013'], ['en el 27', 'year 1927'],
    ['mil novecientos noventa', 'year 1990'], ['nací en mil novecientos ochenta y cinco', 'year 1985'], ['dos mil cinco', 'year 2005'], ['tengo treinta y cuatro años', 'year 1992'], ['tengo doce años', 'year 2014'], ['nací en el noventa', 'year 1990'], ['un poco después', 'unclear no-year'], ['treinta', 'unclear no-year'], ['mil novecientos noventa o mil novecientos noventa y uno', 'unclear no-year'],
    ['en el 14', 'unclear no-year'], ['más de 30', 'unclear no-year'], ['en 30', 'unclear no-year'], ['90', 'unclear no-year'], ['30', 'unclear no-year'], ['1850', 'unclear no-year'], ['3000', 'unclear no-year'], ['2027', 'unclear no-year'], ['1990 o 1991', 'unclear no-year'], ['19901', 'unclear no-year'], ['no te digo', 'unclear no-year'], ['👶', 'unclear no-words'],
  ])('%j is %s', (text, event) => {
    expect(short(type(inState({ onboarding: 'birthYear' }), text))).toBe(event);
  });
});

it.each([
  ['en', 'nineteen ninety', 1990], ['en', 'nineteen eighty-five', 1985], ['en', 'twenty ten', 2010], ['en', 'two thousand and five', 2005], ['en', 'I’m thirty-four', 1992], ['en', 'nineteen', null],
  ['fr', 'mille neuf cent quatre-vingt-dix', 1990], ['fr', 'j’ai trente-quatre ans', 1992], ['pt', 'mil novecentos e noventa', 1990], ['pt', 'tenho doze anos', 2014],
] as const)('a year of birth in words, in %s: %j is %s', (nativeLanguage, text, year) => {
  expect(short(type(inState({ onboarding: 'birthYear' }, { nativeLanguage }), text))).toBe(year === null ? 'unclear no-year' : `year ${year}`);
});

describe('an hour', () => {
  it.each([
    ['9:00', 'time 09:00'], ['a las nueve y media', 'time 09:30'], ['8 de la tarde', 'time 20:00'], ['nunca', 'time null'], ['sin recordatorio', 'time null'], ['no', 'time null'], ['hola\n21:15', 'time 21:15'], ['luego', 'unclear no-time'], ['25:99', 'unclear no-time'],
  ])('%j is %s', (text, event) => {
    expect(short(type(inState({ onboarding: 'time' }), text))).toBe(event);
  });
});

describe('the clock where the learner is', () => {
  const zone = inState({ onboarding: 'zone' }, { zoneSettled: false, zoneChoices: ['America/Mexico_City', 'America/Tijuana'] });
  it.each([['12:06', 'chose America/Mexico_City'], ['10 y cuarto', 'chose America/Tijuana'], ['las 12', 'chose America/Mexico_City'], ['Tijuana', 'chose America/Tijuana'], ['ninguna de estas', 'chose other'], ['15:00', 'unclear not-an-option'], ['zzz', 'unclear not-an-option'], ['Medellín', 'named.zone'], ['Medelín', 'unsure.zone']])('%j is %s', (text, event) => {
    expect(short(type(zone, text))).toBe(event);
  });

  it.each([['3:05', 'chose America/Sao_Paulo'], ['son las 2:07', 'chose America/Manaus'], ['las tres y diez', 'chose America/Sao_Paulo'], ['5:05', 'unclear not-an-option']])('as most say it, on twelve hours: %j is %s', (text, event) => {
    const brazil = inState({ onboarding: 'zone' }, { zoneSettled: false, zoneChoices: ['America/Sao_Paulo', 'America/Manaus'] });
    expect(short(type(brazil, text))).toBe(event);
  });
});

describe('an answer', () => {
  it('is graded, with the form it is held against', () => {
    expect(type(inLesson(1), 'aer')).toEqual({ type: 'answered', at: now, exercise: pickLesson('es', 'en').exercises[1], answer: { text: 'aer', verdict: 'almost', note: 'typo', best: 'are', diff: [{ kind: 'changed', text: 'are', was: 'aer' }], asked: 35 } });
    expect(short(type(inLesson(1), 'They are at the office now'))).toBe('correct');
    expect(short(type(inLesson(1), 'is'))).toBe('wrong');
  });

  it.each([['2', 'correct'], ['Are', 'correct'], ['b', 'correct'], ['is', 'wrong'], ['7', 'unclear not-a-choice'], ['hola', 'unclear greeting'], ['zzz', 'unclear not-a-choice'], ['¿por qué?', 'asked.hint'], ['no sé', 'asked.hint'], ['pista', 'asked.hint'], ['saltar', 'asked.skip']])('to a choice: %j is %s', (text, event) => {
    expect(short(type(inLesson(2), text))).toBe(event);
  });

  it('that is none is asked for again and not counted', () => {
    expect(short(type(inLesson(1), '🤔'))).toBe('unclear no-words');
    expect(short(type(inLesson(1), '...'))).toBe('unclear no-words');
    expect(short(type(inLesson(1), 'x'.repeat(4_096)))).toBe('unclear too-long');
    expect(short(type(inLesson(1), 'ellos están en la oficina ahora mismo'))).toBe('unclear other-language');
    expect(short(type(inLesson(1), 'они'))).toBe('unclear other-language');
    expect(short(type(inLesson(1), 'reanudar'))).toBe('unclear not-an-answer');
  });

  it.each(['no sé', 'pista', 'No lo entiendo', 'estoy cansada', 'HINT'])('that is no attempt but “%s” asks for a hint', (text) => {
    expect(short(type(inLesson(1), text))).toBe('asked.hint');
  });

  it.each<[InterfaceLanguage, string]>([['es', 'SALTAR'], ['es', 'skip'], ['pt', 'pular'], ['fr', 'Passer'], ['en', 'skip']])('may be skipped: %s %s', (language, text) => {
    expect(short(type(inLesson(1, [language, language === 'en' ? 'es' : 'en']), text))).toBe('asked.skip');
  });

  it.each<[InterfaceLanguage, string]>([['es', 'REPORTAR'], ['pt', 'reportar'], ['fr', 'signaler'], ['en', 'Report']])('may be reported: %s %s, in a lesson and in the menu, and nowhere before', (language, text) => {
    expect(short(type(inLesson(1, [language, language === 'en' ? 'es' : 'en']), text))).toBe('asked.report');
    expect(short(type(inState('menu', { nativeLanguage: language }, { onboarded: true }), text))).toBe('asked.report');
    expect(short(type(inState({ onboarding: 'goal' }, { nativeLanguage: language }), text))).toBe('unclear not-an-option');
  });

  it('keeps hint and skip for where an exercise is open', () => {
    expect(short(type(inState('menu', {}, { onboarded: true }), 'saltar'))).toBe('unclear not-an-option');
  });

  it('to an exercise that is gone leads on', () => {
    expect(short(read(inLesson(1), chart, { kind: 'text', text: 'are' }, () => undefined, now))).toBe('exercise.gone');
  });
});

describe('a courtesy', () => {
  const goal = inState({ onboarding: 'goal' });
  it.each([
    ['hola', 'unclear greeting'], ['¡Hola, buenas tardes!', 'unclear greeting'], ['Hola Charla 👋', 'unclear greeting'], ['hola\nqué tal', 'unclear greeting'], ['hello', 'unclear greeting'], ['oi, tudo bem?', 'unclear greeting'],
    ['gracias', 'thanked'], ['Muchas gracias 🙏', 'thanked'], ['merci', 'thanked'], ['adiós', 'took.leave'], ['gracias, hasta luego', 'took.leave'], ['bueno, me voy', 'took.leave'], ['bye', 'took.leave'],
    ['hola viajar', 'chose travel'], ['hola\nviajar', 'chose travel'], ['hola zzz', 'unclear not-an-option'], ['gracias a dios', 'unclear not-an-option'], ['hola '.repeat(400), 'unclear not-an-option'],
  ])('%j is %s', (text, event) => {
    expect(short(type(goal, text))).toBe(event);
  });

  it('is no name, no hour and no year', () => {
    expect(short(type(inState({ onboarding: 'name' }), 'Hola'))).toBe('unclear greeting');
    expect(short(type(inState({ onboarding: 'name' }), 'hola, soy Ana'))).toBe('said hola, soy Ana');
    expect(short(type(inState({ onboarding: 'time' }), 'buenas noches'))).toBe('unclear greeting');
    expect(short(type(inState({ onboarding: 'birthYear' }), 'hola'))).toBe('unclear greeting');
  });

  it('is no attempt at an exercise, unless it is what the exercise wants to hear or another language’s word', () => {
    expect(short(type(inLesson(0), 'hola'))).toBe('unclear greeting');
    expect(short(type(inLesson(0), 'gracias'))).toBe('thanked');
    expect(short(type(inLesson(0), 'me voy'))).toBe('took.leave');
    expect(short(type(inLesson(0), 'bye'))).toBe('wrong');
    const { exercises } = pickLesson('es', 'en');
    for (const word of ['hola', 'chao', 'gracias']) {
      const exercise = { ...exerciseById(exercises[0]!)!, question: { stem: '___!', options: null, shownAs: 'typed' as const, answer: word, accepted: [word] } };
      expect(short(read(inLesson(0), chart, { kind: 'text', text: word }, () => exercise, now))).toBe('correct');
    }
  });

  it('gives way to an option of that title', () => {
    expect(short(type(inState({ lesson: 'done' }, {}, { onboarded: true }), 'gracias'))).toBe('chose later');
  });

  it('is read like all words where the first ones tell the language, and where a person is called', () => {
    expect(short(type(inState('greeting'), 'gracias'))).toBe('said gracias');
    expect(short(type(inState('human'), 'gracias'))).toBe('said gracias');
    expect(short(type(inState('idle'), 'hola'))).toBe('said hola');
    expect(short(type(inState('idle'), 'gracias'))).toBe('thanked');
  });
});

describe('danger', () => {
  const kills = (accepted: string, stem: string) => ({ ...exerciseById(pickLesson('es', 'en').exercises[0]!)!, question: { stem, options: null, shownAs: 'typed' as const, answer: accepted, accepted: [accepted] } });
  const hearWith = (text: string, exercise: ReturnType<typeof kills>) => short(read(inLesson(0), chart, { kind: 'text', text }, () => exercise, now));

  it.each<[Session['value']]>([['idle'], ['menu'], ['help'], ['human'], ['stopped'], ['crisis'], ['greeting'], [{ onboarding: 'name' }], [{ onboarding: 'birthYear' }], [{ onboarding: 'time' }], [{ settings: 'zone' }]])('is heard in %j', (value) => {
    expect(short(type(inState(value), 'quiero morirme'))).toBe('in.crisis');
    expect(short(hear(inState(value), { kind: 'media', media: 'image', mediaId: '1', caption: 'mi marido me pega' }))).toBe('in.crisis');
  });

  it('is heard in an exercise, unless it is what the exercise is about', () => {
    expect(short(type(inLesson(0), 'I want to kill myself'))).toBe('in.crisis');
    expect(hearWith('kill', kills('kill', 'They want to ___ the dragon. (matar)'))).toBe('correct');
    expect(hearWith('I want to die', kills('I want to die', 'Traduce: Quiero morir.'))).toBe('correct');
    expect(hearWith('I want to dying', kills('I want to die', 'Traduce: Quiero morir.'))).not.toBe('in.crisis');
    expect(hearWith('quiero morirme de verdad, no puedo más', kills('is', 'My sister ___ a nurse.'))).toBe('in.crisis');
  });

  it('is not heard in manners of speaking', () => {
    for (const text of ['me muero de risa', 'I’m dying to know', 'je suis mort de rire', 'morrendo de rir']) expect(short(type(inState('idle'), text))).not.toBe('in.crisis');
  });
});

describe('what is overheard', () => {
  const over = (session: Session, text: string, find = exerciseById) => overhear(session, chart, { kind: 'text', text }, find, now);
  const about = (stem: string, accepted: string[]) => ({ ...exerciseById(pickLesson('es', 'en').exercises[0]!)!, question: { stem, options: null, shownAs: 'typed' as const, answer: accepted[0]!, accepted } });

  it('is a hint of a minor, wherever it is said', () => {
    for (const value of ['idle', 'menu', 'human', 'stopped', 'greeting', { onboarding: 'name' }, { settings: 'time' }]) expect([value, over(inState(value), 'tengo 15 años')?.type]).toEqual([value, 'hinted.minor']);
    expect(over(inLesson(0), 'tengo 15 años')?.type).toBe('hinted.minor');
    expect(over(inLesson(0), 'I’m in 8th grade')?.type).toBe('hinted.minor');
    expect(over(inState('idle', { persona: 'flirty' }), 'tengo 15 años')).toEqual({ type: 'hinted.minor', flirting: true, at: now });
  });

  it('is nothing where the exercise wants to hear it', () => {
    const fifteen = about('Traduce: Tengo quince años.', ['I am fifteen years old.', 'I’m fifteen.']);
    for (const text of ['I am fifteen years old', 'I’m fifteen', 'i am fiften years old', 'I am 15 years old']) expect([text, over(inLesson(0), text, () => fifteen)]).toEqual([text, null]);
    expect(over(inLesson(0), 'yo también tengo 15 años', () => fifteen)?.type).toBe('hinted.minor');
    expect(over(inLesson(0), 'I am fifteen years old', () => about('I ___ fifteen years old. (tener)', ['am']))).toBeNull();
  });

  it('is nothing twice, and nothing from a harmless message, a tap or a picture', () => {
    expect(over(inState('idle', { minor: true }), 'tengo 15 años')).toBeNull();
    expect(over(inState('idle'), 'mi hijo tiene 15 años')).toBeNull();
    expect(overhear(inState('idle'), chart, { kind: 'tap', id: 'menu:lesson', title: 'tengo 15 años' }, exerciseById, now)).toBeNull();
  });
});

describe('what is no text', () => {
  const goal = inState({ onboarding: 'goal' });
  it.each<[string, Content, string]>([
    ['a voice note', { kind: 'media', media: 'audio', mediaId: '1', caption: null }, 'unclear not-text'],
    ['a picture with words', { kind: 'media', media: 'image', mediaId: '1', caption: 'viajar' }, 'chose travel'],
    ['a picture that says STOP', { kind: 'media', media: 'image', mediaId: '1', caption: 'STOP' }, 'asked.stop'],
    ['a picture with nothing visible', { kind: 'media', media: 'image', mediaId: '1', caption: '\u200b' }, 'unclear not-text'],
    ['a place', { kind: 'location' }, 'unclear not-text'], ['contacts', { kind: 'contacts' }, 'unclear not-text'], ['an order', { kind: 'order' }, 'unclear not-text'],
    ['a form', { kind: 'form', answers: {} }, 'unclear not-text'], ['something new', { kind: 'unsupported', type: 'poll' }, 'unclear not-text'],
    ['a reaction', { kind: 'reaction', emoji: '👍', to: 'x' }, 'noticed'], ['an edit', { kind: 'edited' }, 'noticed'], ['a deletion', { kind: 'revoked' }, 'noticed'],
  ])('%s', (_what, content, event) => {
    expect(short(hear(goal, content))).toBe(event);
  });
});

describe('any text at all', () => {
  const states: Session[] = [inState('greeting'), inState({ onboarding: 'goal' }), inState({ onboarding: 'name' }), inState({ onboarding: 'birthYear' }), inState({ onboarding: 'time' }), inState('human'), inState('stopped'), inState('idle'), inLesson(0), inLesson(2)];
  it.each(['', ' ', '\u200b\u200d\u2060', '\0', '\u202e', '\ud800', '👍', '🇪🇸', '*', '___', 'a\0b', 'x'.repeat(5_000), '字'.repeat(5_000), '1'.repeat(5_000), '\n'.repeat(5_000), 'ﷺ', 'ͣ'.repeat(200), '__proto__', 'constructor'])('%#: gives an event everywhere, and the session stays small', (text) => {
    for (const session of states) {
      const event = type(session, text);
      expect(JSON.stringify(event).length).toBeLessThan(4_500);
      expect(step(session, { kind: 'event', event: event as never }, now, chart)!.session.status).toBe('active');
    }
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat({ max: states.length - 1 }), (text, at) => {
      expect(typeof type(states[at]!, text).type).toBe('string');
    }), { numRuns: 300, seed: 7 });
  });
});
