// What suggests a minor is heard in six languages, and what only looks like it is not.
import { describe, expect, it } from 'vitest';
import { minorHint, type HintLanguage } from '../../src/learners/minor-hints.ts';

const at = Date.parse('2026-11-24T18:05:00Z');

const hints: Readonly<Record<HintLanguage, readonly string[]>> = {
  es: [
    'tengo 15 años', 'Tengo 15', 'tengo quince años', 'Me llamo Leo y tengo 12 años', 'solo tengo 13 años jaja', 'todavía no tengo 18', 'cumplo 16 en marzo', 'voy a cumplir 18 el mes que viene', 'acabo de cumplir 14', 'cuando cumpla 18',
    'soy menor de edad', 'soy adolescente', 'Estoy en 2º de la ESO', 'estoy en 4.º de ESO', 'voy a la secundaria', 'estoy en la prepa', 'voy al insti', 'estudio bachillerato', 'estoy en segundo de bachillerato', 'soy estudiante de secundaria', 'estoy en sexto grado',
    'mi profe me dijo que practicara', 'la maestra nos manda deberes', 'mi profesora de inglés me suspendió', 'mis padres no me dejan', 'mi mamá no me deja usar el móvil', 'tengo que pedirle permiso a mi madre', 'estoy castigada', 'tengo deberes del cole', 'mi fiesta de quince es en mayo', 'nací en 2011',
  ],
  pt: [
    'tenho 15 anos', 'tenho quinze anos', 'só tenho 13', 'ainda não tenho 18', 'vou fazer 16 em março', 'fiz 14 ontem', 'quando eu fizer 18', 'sou menor de idade', 'sou adolescente', 'estou no 9º ano', 'tô no ensino médio', 'estou na 7ª série',
    'minha professora disse que eu preciso', 'meu prof mandou estudar', 'meus pais não deixam', 'minha mãe não me deixa', 'estou de castigo', 'tenho lição de casa da escola', 'nasci em 2012',
  ],
  en: [
    'I’m 15', 'im 14 lol', 'I am fifteen', 'I’m only 13 years old', 'i’m a 16 year old girl', 'I’m almost 18', 'I turn 17 next month', 'I’ll be 18 in May', 'I just turned 14', 'when I turn 18', 'I’m not 18 yet', 'I’m under 18', 'I’m a minor', 'I’m just a kid', 'I’m a teenager',
    'I’m in 8th grade', 'I’m a 7th grader', 'I’m in year 9', 'I’m in high school', 'I go to middle school', 'I’m a high school student', 'I’m taking my GCSEs', 'My teacher told me to use this', 'my maths teacher says I have to', 'my parents won’t let me', 'my mom doesn’t let me stay up', 'I’m grounded', 'my 15th birthday is on Sunday', 'I have homework for school', 'I was born in 2010',
  ],
  fr: [
    'j’ai 15 ans', 'J’ai quinze ans', 'j’ai que 13 ans', 'je vais avoir 16 ans', 'j’ai bientôt 18 ans', 'quand j’aurai 18 ans', 'je suis mineure', 'je suis au collège', 'je vais au lycée', 'je suis en 3e', 'je suis en seconde', 'je suis en terminale', 'je suis lycéen', 'je suis collégienne et j’aime l’anglais',
    'ma prof m’a dit de réviser', 'mes parents ne veulent pas', 'ma mère me laisse pas', 'je suis puni', 'je passe le brevet', 'je suis née en 2011',
  ],
  de: ['Ich bin 15', 'ich bin fünfzehn Jahre alt', 'ich bin erst 14', 'ich werde bald 18', 'ich bin noch nicht 18', 'ich bin minderjährig', 'ich bin Schülerin', 'ich gehe in die 8. Klasse', 'ich bin in der neunten Klasse', 'ich gehe noch zur Schule', 'ich gehe aufs Gymnasium', 'meine Lehrerin hat gesagt', 'meine Eltern erlauben es nicht', 'meine Mama lässt mich nicht', 'ich habe Hausarrest'],
  it: ['ho 15 anni', 'ho quindici anni', 'ho solo 13 anni', 'compio 16 anni a marzo', 'non ho ancora 18 anni', 'quando avrò 18 anni', 'sono minorenne', 'sono un ragazzino', 'faccio la terza media', 'vado al liceo', 'frequento le medie', 'la mia prof mi ha detto', 'i miei non mi lasciano', 'mia madre non vuole', 'sono in punizione'],
};

const harmless: readonly string[] = [
  // Others.
  'mi hijo tiene 15 años', 'mi hija está en 2º de la ESO', 'tengo un hijo de 15 años', 'tengo dos hijos de 12 y 15 años', 'my son is 15', 'my daughter is in 8th grade', 'meu filho tem 15 anos', 'mon fils a 15 ans', 'ma fille est au collège', 'mein Sohn ist 15', 'mia figlia ha 15 anni', 'mi hija nació en 2012', 'my son was born in 2012',
  // The past.
  'cuando tenía 15 años vivía en Lima', 'when I was 15 I moved', 'I was 15', 'quando eu tinha 15 anos', 'quand j’avais 15 ans', 'als ich 15 war', 'quando avevo 15 anni', 'hace 15 años', '15 years ago', 'nací en 1985', 'I was born in 1990', 'I used to go to high school here', 'when I was in high school', 'estaba en la prepa cuando la conocí',
  // Other units.
  'I’m 15 minutes late', 'I am 17 weeks pregnant', 'I’m 10 kilos heavier', 'tengo 15 gatos', 'tengo 15 minutos', 'tengo 15 años de experiencia', 'tengo 10 años de casada', 'tenho 15 anos de experiência', 'tenho 10 livros', 'j’ai 15 ans d’expérience', 'j’ai 12 chats', 'ich bin 15 Minuten zu spät', 'ho 15 anni di esperienza', 'llevo 15 años en Madrid', 'I’ve been here for 15 years', 'ça fait 15 ans que je travaille', 'I have 15 years of experience', 'tengo 5 hermanos',
  // Grown ups.
  'tengo 18 años', 'tengo 25 años', 'tengo 45', 'I’m 18', 'I’m 30 years old', 'tenho 33 anos', 'j’ai 40 ans', 'ich bin 27', 'ho 31 anni', 'I just turned 18 hundred things over', 'I’m 150 cm', 'no tengo 15 años, tengo 40', 'I’m not 15', 'je n’ai pas 15 ans', 'cumplo 30 en marzo', 'I turn 40 next month',
  // Work and life around schools.
  'soy profesora de secundaria', 'trabajo en un instituto', 'I’m a high school teacher', 'I teach 7th grade', 'I’m a teacher', 'je suis prof au collège', 'je suis professeur', 'ich bin Lehrerin', 'sono insegnante', 'sou professora do ensino médio', 'doy clases en primaria', 'mi jefe me dijo que aprendiera', 'my boss told me', 'mis padres viven en Lima', 'my parents live in Leeds', 'no soy menor de edad', 'estoy en la universidad', 'I’m in my second year at university', 'je suis en première année de fac', 'estou no 2º ano da faculdade', 'voy al trabajo', 'estoy en el trabajo', 'je suis en première classe',
  // A learner's own little words.
  '15', 'a las 15', '15:00', 'quince', 'fifteen', 'estoy en la lección 4', 'exercise 12', 'si tuviera 15 años', 'if I were 15', 'as if I am 15 again', '', '👶', 'me llamo Junior', 'soy de Quince Mil',
];

describe('a hint of a minor', () => {
  it.each(Object.entries(hints).flatMap(([language, texts]) => texts.map((text) => [language, text] as const)))('%s: %s', (_language, text) => {
    expect(minorHint(text, at)).not.toBeNull();
  });

  it('is heard in capitals, without accents and in a longer message too', () => {
    for (const text of ['TENGO 15 AÑOS', 'tengo 15 anos', 'hola!! tengo 15 años y quiero aprender inglés', 'Hello, I am 14, can I use this?', 'bonjour\nj’ai 13 ans\nmerci']) expect([text, minorHint(text, at)]).not.toEqual([text, null]);
  });

  it('has at least fifty examples here, in six languages', () => {
    expect(Object.keys(hints).length).toBe(6);
    expect(Object.values(hints).flat().length).toBeGreaterThanOrEqual(50);
  });
});

describe('what only looks like one', () => {
  it.each(harmless)('%j', (text) => {
    expect(minorHint(text, at)).toBeNull();
  });

  it('has at least fifty examples here', () => {
    expect(harmless.length).toBeGreaterThanOrEqual(50);
  });
});

it('any length of text is read quickly', () => {
  const begun = performance.now();
  for (const text of ['tengo '.repeat(800), 'i m only just still '.repeat(250), '15 '.repeat(1_300), 'born in '.repeat(500), '\u0301'.repeat(4_096)]) minorHint(text, at);
  expect(performance.now() - begun).toBeLessThan(500);
});
