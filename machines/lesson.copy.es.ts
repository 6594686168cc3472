// What Charla says in a lesson, in Spanish.
import type { Entry, Facts } from './copy.ts';
import { byTurns, exerciseOptions, hasOtherTarget, missedForms, place, rightForm, rightFormAndWhy, rightFormFirst, score, theory } from './phrases.ts';
import { languagesEs } from './onboarding.copy.es.ts';

function slip(facts: Facts): string {
  const form = `*${rightForm(facts)}*`;
  switch (facts.context.lesson?.last?.note) {
    case 'typo': return `Supongo que era ${form}: bien, solo se te cruzaron las letras.`;
    case 'accent': return `Bien; cuidado con el acento: ${form}.`;
    case 'capital': return `Bien; con mayúscula: ${form}.`;
    case 'spacing': return `Bien; solo cambia el espacio: ${form}.`;
    case 'article': return `Casi todo bien; el artículo va así: ${form}.`;
    case 'doubled_word': return `Bien; se te repitió una palabra: ${form}.`;
    case 'informal': return `Se dice así al hablar; por escrito, ${form}.`;
    default: return `Bien, con un detalle: ${form}.`;
  }
}

export const lessonEs = {
  'lesson.offer': { ask: 'Tu primera lección dura cinco minutos. ¿Vamos?', buttons: { lesson: { title: 'Vamos', also: ['sí', 'si', 'ok', 'dale', 'vale', 'claro', 'empezar', 'venga', 'va'] }, later: { title: 'Luego', also: ['no', 'después', 'más tarde', 'ahora no'] } } },
  'lesson.failed': 'Tardo demasiado en preparar la lección y no quiero hacerte esperar. No has perdido nada: prueba otra vez en un momento.',
  'lesson.gone': 'Ese ejercicio ya no existe, así que empezamos otra lección.',
  'lesson.nothing': {
    ask: ({ context: { profile } }) => `Todavía no tengo lecciones de ${languagesEs[profile.targetLanguage ?? 'en']} explicadas en español para el nivel ${profile.level ?? 'A1'}. ¿Probamos otra cosa?`,
    buttons: (facts) => ({ level: 'Otro nivel', ...(hasOtherTarget(facts) ? { target: 'Otro idioma' } : {}), later: 'Luego' }),
  },
  'lesson.theory': theory,
  'lesson.exercise': {
    ask: (facts) => {
      const { at, of } = place(facts);
      return `(${at} de ${of}) ${facts.exercise?.shownAs === 'typed' ? 'Completa' : 'Elige'}: ${facts.exercise?.stem ?? ''}`;
    },
    buttons: (facts) => (facts.exercise?.shownAs === 'buttons' ? exerciseOptions(facts) : {}),
    list: { open: 'Ver opciones', rows: (facts) => (facts.exercise?.shownAs === 'list' ? exerciseOptions(facts) : {}) },
  },
  'lesson.feedback': (facts) => {
    const form = `*${rightForm(facts)}*`;
    const first = rightFormFirst(facts);
    switch (facts.context.lesson?.last?.verdict) {
      case 'correct': return {
        funny: byTurns(facts, [`Bien visto el ${form}.`, `${first}, tal cual.`, `Eso: ${form}.`, `${first}, ni el diccionario lo dice mejor.`]),
        strict: byTurns(facts, [`${first}: correcto.`, `Bien: ${form}.`]),
        flirty: byTurns(facts, [`Ese ${form} te ha quedado precioso. 😏`, `${first}. Qué bien suena cuando lo escribes tú.`, `Así, ${form}.`]),
      };
      case 'almost': return slip(facts);
      default: if (facts.context.lesson?.last?.note === 'skipped') return `Aquí va. ${rightFormAndWhy(facts)}`;
        return {
          funny: byTurns(facts, [`Esta tenía trampa. ${rightFormAndWhy(facts)}`, `Por poco. ${rightFormAndWhy(facts)}`, rightFormAndWhy(facts)]),
          strict: rightFormAndWhy(facts),
          flirty: byTurns(facts, [`A ti te lo perdono. ${rightFormAndWhy(facts)}`, rightFormAndWhy(facts)]),
        };
    }
  },
  'lesson.summary': (facts) => {
    const { right, of } = score(facts);
    const again = missedForms(facts);
    if (again === '') return { funny: `Fin de la lección: ${right} de ${of}. Ni una se te escapó. 🎯`, strict: `Fin de la lección: ${right} de ${of}. Sin fallos.` };
    return `Fin de la lección: ${right} de ${of}. Para repasar: ${again}.`;
  },
  'lesson.done': {
    ask: { funny: '¿Otra, o la dejamos aquí por hoy?', strict: '¿Otra?', flirty: '¿Otra conmigo, o mañana más?' },
    buttons: { lesson: { title: 'Otra lección', also: ['otra', 'sí', 'si', 'más', 'dale', 'vamos', 'ok', 'vale'] }, menu: 'Menú', later: { title: 'Hasta mañana', also: ['no', 'mañana', 'adiós', 'chao', 'luego', 'gracias'] } },
  },
} satisfies Readonly<Record<string, Entry>>;
