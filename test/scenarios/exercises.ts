// The small fixed set of exercises that the golden chats are played with: one topic per interface language.
import { readExercise, type Exercise } from '../../src/exercises/exercise.ts';

interface Topic {
  slug: string;
  names: { en: string; es: string };
  source: string;
  target: string;
  theory: string;
  items: readonly (readonly [input: string, expected: string, why: string, accepted?: string[]])[];
}

const topics: readonly Topic[] = [
  {
    slug: 'to-be', names: { en: 'To be', es: 'El verbo to be' }, source: 'es', target: 'en',
    theory: 'El verbo *to be* vale por *ser* y por *estar*: *I am*, *he / she / it is*, *we / you / they are*. Al hablar se acorta: *I’m*, *she’s*, *they’re*.\n\nEl sujeto se dice siempre: «Es tarde» es *It is late*.',
    items: [
      ['My sister ___ a nurse. (ser, hoy)', 'is', '*Is*: *my sister* es *she*, y con *he, she, it* siempre va *is*.'],
      ['They ___ at the office now. (estar)', 'are', '*Are*: con *they* va *are*, sean personas o cosas.'],
      ['___ you hungry? [1] Is [2] Are [3] Am', '2', '*Are*: con *you* va *are*, y en la pregunta pasa delante.'],
      ['I ___ thirty years old. (tengo)', 'am', '*Am*: en inglés la edad no se tiene, se es.', ['’m']],
      ['Where is the coffee? — It is ___ the table. [1] under and behind the big one [2] on [3] the', '2', '*On*: encima y tocando, *on*.'],
      ['She comes from ___. She is Mexican. (país)', 'Mexico', '*Mexico*: en inglés sin acento.'],
      ['My friends ___ very funny. (ser)', 'are', '*Are*: *my friends* son *they*.'],
      ['It ___ late. Let’s go home. (ser)', 'is', '*Is*: la hora es *it*.'],
    ],
  },
  {
    slug: 'to-be-pt', names: { en: 'The verb “to be”', es: 'El verbo to be' }, source: 'pt', target: 'en',
    theory: 'O verbo *to be* vale por *ser* e por *estar*: *I am*, *he / she / it is*, *we / you / they are*.',
    items: [
      ['My brother ___ a teacher. (ser)', 'is', '*Is*: *my brother* é *he*, e com *he, she, it* vai sempre *is*.'],
      ['We ___ from Recife. (ser)', 'are', '*Are*: com *we* vai *are*.'],
      ['___ you tired? [1] Is [2] Are [3] Am', '2', '*Are*: com *you* vai *are*, e na pergunta ele passa para a frente.'],
      ['I ___ at home now. (estar)', 'am', '*Am*: com *I* vai sempre *am*.'],
      ['It ___ cold today. (estar)', 'is', '*Is*: o tempo é *it*.'],
    ],
  },
  {
    slug: 'ser-en', names: { en: 'Ser', es: 'Ser' }, source: 'en', target: 'es',
    theory: '*Ser* says what something is: *soy, eres, es, somos, son*. The subject is usually left out: *Soy Ana*.',
    items: [
      ['Mi hermana ___ médica. (ser)', 'es', '*Es*: *mi hermana* is *ella*, and with *ella* it’s *es*.'],
      ['Nosotros ___ de Leeds. (ser)', 'somos', '*Somos*: with *nosotros* it’s *somos*.'],
      ['___ libro es interesante. [1] La [2] El [3] Los', '2', '*El*: *libro* is masculine and there’s only one.'],
      ['Yo ___ estudiante. (ser)', 'soy', '*Soy*: with *yo* it’s *soy*.'],
      ['Mi amiga está en el ___. (café)', 'café', '*Café*: the drink and the place share the word, and it keeps its accent.'],
    ],
  },
  {
    slug: 'to-be-fr', names: { en: 'The verb “to be”', es: 'El verbo to be' }, source: 'fr', target: 'en',
    theory: 'Le verbe *to be*, c’est *être* : *I am*, *he / she / it is*, *we / you / they are*.',
    items: [
      ['My sister ___ a nurse. (être)', 'is', '*Is* : *my sister*, c’est *she*, et avec *he, she, it* on dit toujours *is*.'],
      ['They ___ in Lyon today. (être)', 'are', '*Are* : avec *they*, on dit *are*.'],
      ['___ you hungry? [1] Is [2] Are [3] Have', '2', '*Are* : en anglais on n’a pas faim, on *est* affamé.'],
      ['I ___ ready. (être)', 'am', '*Am* : avec *I*, on dit toujours *am*.'],
      ['It ___ late. (être)', 'is', '*Is* : pour l’heure, le sujet est *it*.'],
    ],
  },
];

let made = 0;
const byTopic = new Map<string, Exercise[]>(topics.map(({ slug, names, source, target, theory, items }) => [
  `${source}-${target}`,
  items.map(([input, expected, why, accepted = []]) => readExercise({
    id: `${String(++made).padStart(8, '0')}-0000-4000-8000-000000000000`,
    topicSlug: slug, topicNames: names, level: 'A1', type: input.includes('[1]') ? 'multiple_choice' : 'fill_blank',
    sourceLanguage: source, targetLanguage: target, introduction: '', theory, input, expected, accepted, why,
  })),
]));
const byId = new Map([...byTopic.values()].flat().map((exercise) => [exercise.id, exercise]));

export const exerciseById = (id: string): Exercise | undefined => byId.get(id);

/** What the job `pickLesson` answers in the golden chats: the whole topic of a language pair, nothing where there is none. */
export function pickLesson(source: string, target: string | null): { topic: string; exercises: string[] } {
  const exercises = byTopic.get(`${source}-${target}`) ?? [];
  return { topic: exercises[0]?.topicSlug ?? '', exercises: exercises.map(({ id }) => id) };
}
