// The small fixed set of exercises that the golden chats are played with: one topic per interface language.
import { readExercise, type Exercise } from '../../src/exercises/exercise.ts';
import type { InterfaceLanguage, TargetLanguage } from '../../machines/vocabulary.ts';
import type { ExerciseTypeName } from '../../src/exercises/table.ts';
import type { Picked } from '../../src/learning/pick-lesson.ts';
import { itemExerciseById } from './placement-items.ts';

interface Topic {
  slug: string;
  names: { en: string; es: string };
  source: InterfaceLanguage;
  target: TargetLanguage;
  theory: string;
  /** What the learner is to do, per type that asks for a whole sentence. */
  introductions?: Readonly<Record<string, string>>;
  items: readonly (readonly [input: string, expected: string, why: string, accepted?: string[], type?: ExerciseTypeName])[];
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
  {
    slug: 'past-es', names: { en: 'The past', es: 'El pasado' }, source: 'es', target: 'en',
    theory: 'Lo que ya pasó va en pasado: *I went, I saw, I ate*. En la pregunta y en la negación lo lleva *did*, y el verbo queda como es: *Did you go? I didn’t go*.',
    introductions: {
      translation: 'Traduce la frase al inglés. Puede haber más de una manera.',
      error_identification: 'En la frase hay un error. Escríbela entera y corregida.',
      open_response: 'Contesta en inglés con una o dos frases completas. Habla de ti: no hay una sola respuesta.',
      roleplay: 'Estás en un café de Londres. Contesta a la camarera en inglés, con cortesía.',
    },
    items: [
      ['Yesterday I ___ to the market. [1] goed [2] went', '2', '*Went*: el pasado de *go* es irregular.'],
      ['She ___ a film last night. (ver)', 'saw', '*Saw*: el pasado de *see* es irregular.', ['watched']],
      ['She didn’t went to work.', 'She didn’t go to work.', '*Go*: detrás de *didn’t* el verbo va sin pasado.', ['She did not go to work.'], 'error_identification'],
      ['Ayer fui al mercado con mi hermana.', 'Yesterday I went to the market with my sister.', '*Went*: el pasado de *go* es irregular.', ['I went to the market with my sister yesterday.'], 'translation'],
      ['Waitress: “Hi! What can I get you?”', 'I’d like a coffee, please.', '*I’d like* pide con cortesía; *I want* suena a orden.', ['Could I have a coffee, please?'], 'roleplay'],
      ['What did you do last weekend?', 'I visited my parents and we cooked together.', '*Visited, cooked*: lo que ya pasó va en pasado.', [], 'open_response'],
    ],
  },
  {
    slug: 'past-en', names: { en: 'The past', es: 'El pasado' }, source: 'en', target: 'es',
    theory: 'What is over and done with takes the preterite: *fui, vi, comí*. The ending says who it was.',
    introductions: {
      translation: 'Translate the sentence into Spanish. More than one version can be right.',
      error_identification: 'There is one mistake in the Spanish sentence. Type the whole sentence, corrected.',
      open_response: 'Answer in Spanish with one or two full sentences. There is no single right answer.',
      roleplay: 'You are in a café in Mexico City. Answer the waiter in Spanish, politely.',
    },
    items: [
      ['Ayer ___ al cine. (ir: I went)', 'fui', '*Fui*: *ir* is irregular in the past.', ['yo fui']],
      ['Yo soy muy cansado hoy.', 'Yo estoy muy cansado hoy.', '*Estoy*: being tired is how you are today, so it is *estar*.', ['Estoy muy cansado hoy.'], 'error_identification'],
      ['Yesterday I saw a film.', 'Ayer vi una película.', '*Vi*: the preterite of *ver* with *yo*.', ['Vi una película ayer.'], 'translation'],
      ['Camarero: —Buenas tardes, ¿qué va a tomar?', 'Me gustaría un café, por favor.', '*Me gustaría* asks politely.', ['Quisiera un café, por favor.'], 'roleplay'],
      ['¿Qué hiciste el fin de semana pasado?', 'Visité a mis padres y cocinamos juntos.', '*Visité, cocinamos*: what is over takes the preterite.', [], 'open_response'],
    ],
  },
  {
    slug: 'past-pt', names: { en: 'The past', es: 'El pasado' }, source: 'pt', target: 'en',
    theory: 'O que já passou vai no passado: *I went, I saw*. Na pergunta quem leva o passado é *did*: *Did you go?*',
    introductions: {
      translation: 'Traduza a frase para o inglês. Pode haver mais de um jeito.',
      error_identification: 'Há um erro na frase em inglês. Escreva a frase inteira, corrigida.',
      open_response: 'Responda em inglês com uma ou duas frases completas. Não há uma resposta só.',
      roleplay: 'Você está num café em Londres. Responda à garçonete em inglês, com educação.',
    },
    items: [
      ['Yesterday I ___ to the beach. (ir)', 'went', '*Went*: o passado de *go* é irregular.'],
      ['I didn’t saw him.', 'I didn’t see him.', '*See*: depois de *didn’t* o verbo vai sem passado.', ['I did not see him.'], 'error_identification'],
      ['Ontem fui ao mercado.', 'Yesterday I went to the market.', '*Went*: o passado de *go* é irregular.', ['I went to the market yesterday.'], 'translation'],
      ['Waitress: “Hi! What can I get you?”', 'I’d like a coffee, please.', '*I’d like* é um pedido educado.', ['Could I have a coffee, please?'], 'roleplay'],
      ['What did you do last weekend?', 'I visited my parents and we cooked together.', '*Visited, cooked*: o que já passou vai no passado.', [], 'open_response'],
    ],
  },
  {
    slug: 'past-fr', names: { en: 'The past', es: 'El pasado' }, source: 'fr', target: 'en',
    theory: 'Ce qui est fini se dit au prétérit : *I went, I saw*. Dans la question, c’est *did* qui porte le passé : *Did you go?*',
    introductions: {
      translation: 'Traduis la phrase en anglais. Plusieurs versions peuvent être justes.',
      error_identification: 'Il y a une faute dans la phrase anglaise. Écris la phrase entière, corrigée.',
      open_response: 'Réponds en anglais avec une ou deux phrases complètes. Il n’y a pas qu’une bonne réponse.',
      roleplay: 'Tu es dans un café à Londres. Réponds à la serveuse en anglais, poliment.',
    },
    items: [
      ['Yesterday I ___ to the cinema. (aller)', 'went', '*Went* : le passé de *go* est irrégulier.'],
      ['She don’t like tea.', 'She doesn’t like tea.', '*Doesn’t* : avec *she*, c’est toujours *doesn’t*.', ['She does not like tea.'], 'error_identification'],
      ['Hier, je suis allé au marché.', 'Yesterday I went to the market.', '*Went* : le passé de *go* est irrégulier.', ['I went to the market yesterday.'], 'translation'],
      ['Waitress: “Hi! What can I get you?”', 'I’d like a coffee, please.', '*I’d like*, c’est une demande polie.', ['Could I have a coffee, please?'], 'roleplay'],
      ['What did you do last weekend?', 'I visited my parents and we cooked together.', '*Visited, cooked* : ce qui est fini va au prétérit.', [], 'open_response'],
    ],
  },
];

let made = 0;
const byTopic = new Map<string, Exercise[]>(topics.map(({ slug, names, source, target, theory, items, introductions = {} }) => [
  slug,
  items.map(([input, expected, why, accepted = [], type = input.includes('[1]') ? 'multiple_choice' : 'fill_blank']) => readExercise({
    id: `${String(++made).padStart(8, '0')}-0000-4000-8000-000000000000`,
    topicSlug: slug, topicNames: names, level: 'A1', type,
    sourceLanguage: source, targetLanguage: target, introduction: introductions[type] ?? '', theory, input, expected, accepted, why,
  })),
]));
const byId = new Map([...byTopic.values()].flat().map((exercise) => [exercise.id, exercise]));

export const exerciseById = (id: string): Exercise | undefined => byId.get(id) ?? itemExerciseById(id);

/** The language a topic is explained in, and the one it teaches. */
export function languagesOf(topic: string): Pick<Topic, 'source' | 'target'> {
  return topics.find(({ slug }) => slug === topic)!;
}

/** What the job `pickLesson` answers in the golden chats: the whole first topic of a language pair, or the one named, or the beginning of it; nothing where there is none. */
export function pickLesson(source: string, target: string | null, topic = topics.find((one) => one.source === source && one.target === target)?.slug ?? '', most = Infinity): Picked {
  const exercises = (byTopic.get(topic) ?? []).slice(0, most);
  return { topic: exercises[0]?.topicSlug ?? '', exercises: exercises.map(({ id }) => id), introduces: exercises.slice(0, 1).map(({ id }) => id), ahead: { reviews: 0, fresh: 4 } };
}
