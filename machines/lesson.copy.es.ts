// What Charla says in a lesson, in Spanish.
import type { Entry, Facts, Line } from './copy.ts';
import { asksOwnWords, asksSentence, byTurns, clock, correctedAndWhy, correctedSentence, exerciseOptions, hasOtherTarget, hint, lastSaid, lostLesson, missedForms, place, rightForm, rightFormFirst, rightSentence, score, slipForm, theory } from './phrases.ts';
import { languagesEs } from './onboarding.copy.es.ts';

function slip(facts: Facts): string {
  const form = slipForm(facts);
  switch (facts.context.lesson?.last?.note) {
    case 'typo': return `Supongo que era ${form}: bien, solo se te cruzaron las letras.`;
    case 'accent': return `Bien; cuidado con el acento: ${form}.`;
    case 'capital': return `Bien; con mayúscula: ${form}.`;
    case 'spacing': return `Bien; solo cambia el espacio: ${form}.`;
    case 'article': return `Casi todo bien; el artículo va así: ${form}.`;
    case 'doubled_word': return `Bien; se te repitió una palabra: ${form}.`;
    case 'informal': return `Se dice así al hablar; por escrito, ${form}.`;
    case 'short': return `Corta, pero vale. Una frase entera, por ejemplo: ${rightSentence(facts)}`;
    case 'unsure': return `Te sigo. Una respuesta libre no la sé corregir palabra por palabra, así que la doy por buena. Yo diría: ${rightSentence(facts)}`;
    default: return `Bien, con un detalle: ${form}.`;
  }
}

/** Why an answer is wrong, where the answer itself shows it. */
const reasons: Readonly<Record<string, string>> = {
  negation: 'Así dice justo lo contrario.',
  word_order: 'Las palabras están; cambia el orden.',
  missing_word: 'Falta algo.',
  extra_word: 'Sobra algo.',
  unchanged: 'Esa es la frase como estaba.',
  other_word: 'Por una letra es otra palabra.',
  accent_word: 'Con otro acento es otra palabra.',
  too_many_slips: 'Se cruzaron unas cuantas letras.',
};

function wrong(facts: Facts): Line {
  const note = facts.context.lesson?.last?.note ?? '';
  if (note === 'skipped') return `Aquí va. ${correctedAndWhy(facts)}`;
  if (note === 'unsure') return `Puede que esté bien, pero no la tengo en mi lista, así que no cuenta como fallo. Yo diría: ${correctedSentence(facts)} Si la tuya vale, escribe *REPORTAR*.`;
  const told = correctedAndWhy(facts);
  if (asksOwnWords(facts.lastExercise)) return `No te he entendido. Por ejemplo: ${told}`;
  const reason = reasons[note];
  if (reason !== undefined) return `${reason} ${told}`;
  return {
    funny: byTurns(facts, [`Esta tenía trampa. ${told}`, `Esta vez no. ${told}`, told]),
    strict: told,
    flirty: byTurns(facts, [`A ti te lo perdono. ${told}`, told]),
  };
}

function right(facts: Facts): Line {
  const sentence = rightSentence(facts);
  const { was = '', now = '' } = facts.lastExercise?.mistake ?? {};
  switch (facts.lastExercise?.type) {
    case 'translation': return { funny: byTurns(facts, [`${sentence} Así se dice.`, `${sentence} Ni un subtítulo lo mejora.`]), strict: `${sentence} Correcto.`, flirty: byTurns(facts, [`${sentence} Dicho por ti, suena mejor. 😏`, `${sentence} Así, tal cual.`]) };
    case 'error_identification': return was === '' ? `Eso faltaba: *${now}*.` : now === '' ? `Eso sobraba: ~${was}~.` : `Ahí estaba: *${now}*, no ~${was}~.`;
    case 'roleplay':
    case 'open_response': return { funny: `${sentence} Así mismo lo diría yo.`, strict: `${sentence} Correcto.` };
    default: {
      const form = `*${rightForm(facts)}*`;
      const first = rightFormFirst(facts);
      return {
        funny: byTurns(facts, [`Bien visto el ${form}.`, `${first}, tal cual.`, `Eso: ${form}.`, `${first}, ni el diccionario lo dice mejor.`]),
        strict: byTurns(facts, [`${first}: correcto.`, `Bien: ${form}.`]),
        flirty: byTurns(facts, [`Ese ${form} te ha quedado precioso. 😏`, `${first}. Qué bien suena cuando lo escribes tú.`, `Así, ${form}.`]),
      };
    }
  }
}

function clue(facts: Facts): string {
  const given = hint(facts);
  if (given === null) return '';
  if (given.kind === 'letters') {
    const { first, letters } = given;
    return `Una pista: empieza por *${first}* y tiene ${letters === 1 ? 'una letra' : `${letters} letras`}.`;
  }
  const { kind, text } = given;
  switch (kind) {
    case 'begins': return `Puedes empezar así: *${text}…*`;
    case 'not': return `Seguro que no es *${text}*.`;
    case 'reason': return `Piensa en esto: ${text}`;
    case 'initials': return `Estas son las iniciales: ${text}`;
    case 'near': return `Mira por aquí: *${text}*.`;
    case 'word': return `El error está en *${text}*.`;
    case 'missing': return `Falta una palabra junto a *${text}*.`;
  }
}

function next(facts: Facts): string {
  const { fresh, reviews } = facts.context.lesson?.ahead ?? { fresh: 0, reviews: 0 };
  if (fresh > 0) return facts.topic === '' ? 'Lo próximo: más de este tema.' : `Lo próximo: más de *${facts.topic}*.`;
  if (reviews > 0) return reviews === 1 ? 'Te espera un repaso.' : `Te esperan ${reviews} repasos.`;
  return 'Lo próximo: repasar esto justo antes de que se te olvide.';
}

export const lessonEs = {
  'lesson.offer': { ask: 'Tu primera lección dura cinco minutos. ¿Vamos?', buttons: { lesson: { title: 'Vamos', also: ['sí', 'si', 'ok', 'dale', 'vale', 'claro', 'empezar', 'venga', 'va'] }, later: { title: 'Luego', also: ['no', 'después', 'más tarde', 'ahora no'] } } },
  'lesson.failed': 'Tardo demasiado en preparar la lección y no quiero hacerte esperar. No has perdido nada: prueba otra vez en un momento.',
  'lesson.gone': { lead: (facts) => (lostLesson(facts) ? 'Ese ejercicio ya no existe, así que empezamos otra lección.' : '') },
  'lesson.nothing': {
    ask: ({ context: { profile } }) => `Todavía no tengo lecciones de ${languagesEs[profile.targetLanguage ?? 'en']} explicadas en español para el nivel ${profile.level ?? 'A1'}. ¿Probamos otra cosa?`,
    buttons: (facts) => ({ level: 'Otro nivel', ...(hasOtherTarget(facts) ? { target: 'Otro idioma' } : {}), later: 'Luego' }),
  },
  'lesson.theory': theory,
  'lesson.exercise': {
    ask: (facts) => {
      const { at, of } = place(facts);
      const { exercise } = facts;
      if (exercise === null) return 'Ese ejercicio ya no existe. Escríbeme cualquier cosa y empezamos otra lección.';
      if (asksSentence(exercise)) return `(${at} de ${of}) ${exercise.introduction}\n${exercise.stem}`;
      return `(${at} de ${of}) ${exercise.shownAs === 'typed' ? 'Completa' : 'Elige'}: ${exercise.stem}`;
    },
    buttons: (facts) => (facts.exercise?.shownAs === 'buttons' ? exerciseOptions(facts) : {}),
    list: { open: 'Ver opciones', rows: (facts) => (facts.exercise?.shownAs === 'list' ? exerciseOptions(facts) : {}) },
  },
  'lesson.hint': { lead: (facts) => `${clue(facts)} Con *SALTAR* pasamos a la siguiente.`.trim() },
  'lesson.feedback': (facts) => {
    switch (facts.context.lesson?.last?.verdict) {
      case 'correct': return right(facts);
      case 'almost': return slip(facts);
      default: return wrong(facts);
    }
  },
  'lesson.summary': (facts) => {
    const { right: count, of } = score(facts);
    if (of <= 0) return 'Fin de la lección. Esta vez las saltaste todas, y no pasa nada: vuelven otro día.';
    const again = missedForms(facts);
    const { skipped = [], unsettled = 0 } = facts.context.lesson ?? {};
    const sum = (comment: string): string => `Fin de la lección: ${count} de ${of}. ${comment}`.trim() + `\n${next(facts)}`;
    if (again !== '') return sum(`Para repasar: ${again}.`);
    if (skipped.length > 0 || unsettled > 0) return sum(skipped.length > 0 ? 'Las que saltaste vuelven mañana.' : '');
    return { funny: sum('Ni una se te escapó. 🎯'), strict: sum('Sin fallos.') };
  },
  'lesson.done': {
    ask: { funny: '¿Otra, o la dejamos aquí por hoy?', strict: '¿Otra?', flirty: '¿Otra conmigo, o mañana más?' },
    buttons: { lesson: { title: 'Otra lección', also: ['otra', 'sí', 'si', 'más', 'dale', 'vamos', 'ok', 'vale'] }, scene: 'Conversar', later: { title: 'Hasta mañana', also: ['no', 'mañana', 'adiós', 'chao', 'luego', 'gracias'] } },
  },
  'lesson.hour': {
    ask: ({ context: { profile: { dailyTime } } }) => (dailyTime === null ? '¿Te aviso cada día a esta hora? Si ya has practicado, no.' : `Tu recordatorio es ${dailyTime.startsWith('01') ? 'a la' : 'a las'} ${clock(dailyTime)}. ¿Lo paso a esta hora?`),
    buttons: { lesson: { title: 'Otra lección', also: ['otra', 'más'] }, same: { title: 'A esta hora', also: ['sí', 'si', 'vale', 'ok', 'dale', 'esta hora', 'a la misma hora', 'misma hora', 'claro'] }, later: { title: 'Hasta mañana', also: ['no', 'mañana', 'adiós', 'chao', 'luego', 'gracias'] } },
  },
  'lesson.hour.noted': 'Hecho: cada día te aviso a la hora de tu última lección, y si ya has practicado, no.',
  report: { lead: (facts) => {
    const last = facts.context.lesson?.last;
    const said = lastSaid(facts);
    if (!last || last.note === 'skipped') return 'Todavía no hay respuesta que revisar. Contesta primero y, si mi corrección no te convence, escribe *REPORTAR*.';
    if (last.verdict === 'correct') return 'Esa respuesta ya cuenta como buena.';
    return last.reported ? 'Esa ya está apuntada para que alguien la revise.' : `Gracias: apunto «${said}» para que alguien la revise. Si era buena, la aceptaré.`;
  } },
} satisfies Readonly<Record<string, Entry>>;
