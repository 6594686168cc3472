// What Charla says while getting to know a learner, in Spanish.
import type { Entry } from './copy.ts';
import { clock, comma, nameButton, targetRows, taught, zoneRows } from './phrases.ts';
import { mayFlirt } from './adulthood.ts';

export const languagesEs = { en: 'inglés', fr: 'francés', es: 'español' } as const;

const yes = ['sí', 'si', 'ok', 'okay', 'dale', 'claro', 'vale', 'vamos', 'venga', 'de acuerdo', 'listo', 'lista', 'empezamos', 'adelante', 'va'];
const start = { title: 'Empezar', also: yes };
const language = { title: '🌐 Language', also: ['idioma', 'english', 'português', 'français'] };

export const onboardingEs = {
  'onboarding.hello': (facts) => `¡Hola${comma(facts)}! Soy Charla, una tutora de idiomas con inteligencia artificial. 👋\nTe enseño ${taught(facts, languagesEs, 'o')} en ratos de cinco minutos, aquí en WhatsApp.\nGuardo tus respuestas para enseñarte mejor; escribe *PRIVACIDAD* cuando quieras verlas o borrarlas.`,
  'onboarding.welcome': { ask: '¿Empezamos?', buttons: { start, more: { title: 'Saber más', also: ['cuánto cuesta', 'cuánto vale', 'es gratis', 'tiene costo', 'qué es esto', 'cómo funciona', 'quién eres', 'qué eres'] }, language } },
  'onboarding.more': {
    ask: 'Te hago unas preguntas cortas y empezamos: una idea clara, ocho ejercicios y el porqué de cada respuesta. Empezar es gratis y sin tarjeta. Me equivoco a veces, como toda inteligencia artificial; con *PERSONA* avisas a alguien del equipo.',
    buttons: { start, language },
  },
  'onboarding.language': { ask: '¿En qué idioma te explico las cosas?', list: { open: 'Elegir idioma', rows: { es: 'Español', pt: 'Português', en: 'English', fr: 'Français' } } },
  'onboarding.target': {
    ask: '¿Qué quieres aprender?',
    list: { open: 'Elegir idioma', rows: (facts) => targetRows(facts, { en: { title: 'Inglés', also: ['english'] }, fr: { title: 'Francés', also: ['français'] }, es: 'Español' }) },
  },
  'onboarding.target.noted': ({ context: { profile } }) => `Vamos con el ${languagesEs[profile.targetLanguage ?? 'en']}.`,
  'onboarding.goal': { ask: '¿Para qué lo quieres, sobre todo?', buttons: { travel: { title: 'Viajar', also: ['viajes', 'viaje'] }, work: { title: 'Trabajo', also: ['trabajar', 'el trabajo'] }, chat: { title: 'Charlar', also: ['hablar', 'conversar'] } } },
  'onboarding.goal.noted': ({ context: { profile } }) => {
    if (profile.goal === 'travel') return 'Entendido: aeropuertos, hoteles y pedir la cena sin señalar con el dedo.';
    if (profile.goal === 'work') return 'Entendido: reuniones, correos y algún café con clientes.';
    return 'Entendido: contar tu vida y entender la de los demás.';
  },
  'onboarding.level': {
    ask: '¿Cómo andas de nivel?',
    buttons: { A1: { title: 'Empiezo de cero', also: ['a1', 'cero', 'nada', 'de cero'] }, A2: { title: 'Sé un poco', also: ['a2', 'un poco', 'básico', 'poco', 'no sé', 'no lo sé', 'no estoy seguro', 'no estoy segura', 'ni idea', 'no sabría decirte'] }, B1: { title: 'Me defiendo', also: ['b1', 'intermedio', 'bien'] } },
  },
  'onboarding.level.noted': ({ context: { profile } }) => {
    if (profile.level === 'A1') return 'Perfecto: desde el principio y sin prisa.';
    if (profile.level === 'A2') return 'Bien, ya hay con qué empezar.';
    return 'Muy bien, entonces iremos con más ritmo.';
  },
  'onboarding.name': {
    ask: ({ context: { profile } }) => (profile.name === null ? '¿Cómo quieres que te llame? Escríbeme tu nombre.' : `¿Te llamo ${profile.name}? Si prefieres otro nombre, escríbelo.`),
    buttons: (facts) => nameButton(facts, 'Sí, así está bien'),
  },
  'onboarding.name.noted': (facts) => `Un gusto${comma(facts)}. Una pregunta obligada, porque hay una edad mínima y cosas solo para adultos:`,
  'onboarding.birthYear': { ask: '¿En qué año naciste? Con cuatro cifras.' },
  'onboarding.tooYoung': {
    ask: 'Gracias por decírmelo. WhatsApp es a partir de los 13 años, así que todavía no puedo darte clase; cuando los cumplas, aquí estaré. Si el año está mal, alguien del equipo lo corrige.',
    buttons: { human: 'Hablar con alguien' },
  },
  'onboarding.persona': {
    ask: ({ context: { profile }, now }) => (mayFlirt(profile, now)
      ? '¿Cómo te corrijo? Con humor, sin rodeos o con coqueteo: los piropos, solo para tus frases.'
      : '¿Cómo te corrijo: con humor o sin rodeos?'),
    buttons: ({ context: { profile }, now }) => ({
      funny: { title: 'Con humor', also: ['humor', 'divertida'] },
      strict: { title: 'Sin rodeos', also: ['exigente', 'directa'] },
      ...(mayFlirt(profile, now) ? { flirty: { title: 'Con coqueteo', also: ['coqueta', 'coqueteo'] } } : {}),
    }),
  },
  'onboarding.persona.noted': { funny: 'Hecho: los errores, con una sonrisa.', strict: 'De acuerdo. Al grano.', flirty: 'Trato hecho. Tus frases ya me caen bien. 😏' },
  'onboarding.zone': {
    ask: 'Para no escribirte de madrugada: ¿qué hora es ahora donde estás?',
    list: { open: 'Elegir hora', rows: (facts) => zoneRows(facts, 'Ninguna de estas') },
  },
  'onboarding.time': {
    ask: '¿A qué hora te recuerdo la lección? Toca una o escribe la tuya, por ejemplo *19:30*.',
    buttons: { '09:00': '9:00', same: { title: 'A esta hora', also: ['esta hora', 'como hoy', 'ahora', 'misma hora', 'a la misma hora'] }, none: { title: 'Sin recordatorio', also: ['no', 'ninguna', 'nunca', 'sin', 'no quiero'] } },
  },
  'onboarding.done': (facts) => {
    const { dailyTime, followsLesson } = facts.context.profile;
    if (dailyTime === null) return `Listo${comma(facts)}: sin recordatorios, tú decides cuándo.`;
    if (followsLesson) return `Listo${comma(facts)}: cada día te aviso a la hora de tu última lección, y si ya has practicado, no.`;
    return `Listo${comma(facts)}: te aviso ${dailyTime.startsWith('01') ? 'a la' : 'a las'} ${clock(dailyTime)}, si ese día aún no has practicado.`;
  },
} satisfies Readonly<Record<string, Entry>>;
