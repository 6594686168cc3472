// What Charla says around the placement test, in Spanish.
import type { Entry, Facts } from './copy.ts';
import { languagesEs } from './onboarding.copy.es.ts';
import { howPlaced, instruction, itemButtons, itemPlace, itemRows, resultButtons } from './placement.phrases.ts';
import type { Level } from './vocabulary.ts';

const meanings: Readonly<Record<Level, string>> = {
  A1: 'Estás en los primeros pasos: presentarte y pedir lo básico.',
  A2: 'Te manejas en lo cotidiano: compras, rutinas, planes sencillos.',
  B1: 'Te las arreglas de viaje o en el trabajo y sabes contar lo que te pasa.',
  B2: 'Conversas con soltura y defiendes tu opinión.',
  C1: 'Te expresas con fluidez y con matices.',
  C2: 'Lo entiendes y lo dices casi todo.',
};
const levelOf = ({ context }: Facts): Level => context.profile.level ?? 'A1';

const onward = {
  skip: { title: 'No lo sé', also: ['no sé', 'no la sé', 'ni idea', 'no me acuerdo'] },
  end: { title: 'Dejarlo aquí', also: ['quiero dejarlo', 'dejarlo', 'ya no más', 'no quiero seguir'] },
  beginner: { title: 'Empiezo de cero', also: ['soy principiante'] },
};

export const placementEs = {
  'placement.offer': {
    ask: '¿Medimos tu nivel? Son quince preguntas como mucho, unos cinco minutos, y la primera lección te queda a medida.',
    buttons: { test: { title: 'Medir mi nivel', also: ['medir', 'mídeme', 'sí', 'si', 'vale', 'dale', 'vamos', 'ok', 'claro'] }, lesson: { title: 'Empezar ya', also: ['empezar', 'la lección', 'lección'] }, later: { title: 'Luego', also: ['no', 'después', 'más tarde', 'ahora no'] } },
  },
  // Said before the questions are drawn, so that one that was open is one that is lost.
  'placement.begin': (facts) => (itemPlace(facts) !== null ? 'Esa pregunta ya no existe; aquí va otra.' : {
    funny: 'Allá vamos: hasta 15 preguntas, unos cinco minutos. Aquí no corrijo, solo escucho. Si una no te sale, toca o escribe *No lo sé* y a otra cosa.',
    strict: 'Hasta 15 preguntas, unos cinco minutos. Durante la prueba no corrijo. Si no sabes una, toca o escribe *No lo sé*.',
  }),
  'placement.nothing': 'Todavía no tengo bastantes preguntas para medir tu nivel.',
  'placement.failed': 'Tardo demasiado en preparar la prueba y no quiero hacerte esperar. No has perdido nada: prueba otra vez en un momento.',
  'placement.item': {
    ask: (facts) => (facts.item === null ? 'Esa pregunta ya no existe. Escríbeme cualquier cosa y seguimos con otra.' : `Pregunta ${itemPlace(facts) ?? 1}. ${instruction(facts, { choose: 'Elige', fill: 'Completa', correct: 'Hay un error; escribe bien la frase', translate: `Dilo en ${languagesEs[facts.context.profile.targetLanguage ?? 'en']}` })}: ${facts.item.stem}`),
    buttons: (facts) => itemButtons(facts, onward),
    list: { open: 'Ver opciones', rows: (facts) => itemRows(facts, onward) },
  },
  'placement.result': {
    ask: (facts) => {
      const level = levelOf(facts);
      const means = meanings[level];
      switch (howPlaced(facts)) {
        case 'said': return `Perfecto: nivel *${level}*, desde el principio y sin prisa. ¿Empezamos?`;
        case 'corrected': return `Cambiado: *${level}*. ${means} ¿Empezamos ahí?`;
        case 'ceiling': return `Tu nivel: *${level}* por lo menos. ${means} Es lo más alto que sé medir y enseñar por ahora. ¿Empezamos ahí?`;
        default: return `Tu nivel: *${level}*. ${means} ¿Empezamos ahí? Si no te cuadra, cámbialo con un toque.`;
      }
    },
    buttons: (facts) => resultButtons(facts, {
      lesson: { title: 'Empezar', also: ['sí', 'si', 'vale', 'dale', 'vamos', 'ok', 'claro'] },
      lower: { title: 'Más fácil', also: ['fácil', 'más bajo', 'un nivel menos'] },
      higher: { title: 'Más difícil', also: ['difícil', 'más alto', 'un nivel más'] },
    }),
  },
  'placement.tooFew': (facts) => {
    const level = levelOf(facts);
    return `Con tan pocas respuestas, decirte un nivel sería adivinar. Te dejo en ${level}; en *Ajustes* puedes medirlo o cambiarlo.`;
  },
  'placement.level': {
    ask: '¿Qué nivel pongo?',
    list: {
      open: 'Elegir nivel',
      rows: {
        test: { title: 'Medir mi nivel', description: 'Hasta 15 preguntas, unos cinco minutos', also: ['medir', 'mídeme', 'la prueba', 'prueba', 'test'] },
        A1: { title: 'A1: empiezo de cero', also: ['a1', 'cero', 'de cero', 'empiezo de cero'] },
        A2: { title: 'A2: sé un poco', also: ['a2', 'un poco', 'sé un poco'] },
        B1: { title: 'B1: me defiendo', also: ['b1', 'me defiendo'] },
        back: { title: 'Volver al menú', also: ['volver', 'nada'] },
      },
    },
  },
} satisfies Readonly<Record<string, Entry>>;
