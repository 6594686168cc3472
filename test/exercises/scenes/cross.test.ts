// What is right elsewhere is not right here: every beat hears the answers of all other beats of its language.
import { describe, expect, it } from 'vitest';
import { recognise } from '../../../src/grading/intents.ts';
import { readScene, scenePaths } from '../../../src/exercises/scenes/all.ts';
import { beatOf, type Beat, type Scene } from '../../../src/exercises/scenes/scene.ts';
import { hear } from '../../../src/tutor/partner.ts';

const scenes = scenePaths().map((path) => readScene(path));
const sceneOf = (id: string): Scene => scenes.find((scene) => scene.id === id)!;
/** Whoever is asked something that can be answered by yes or no has answered it by a reply that begins so, whatever follows. */
const polar = /^(?:yes|no|sure|of course|ok|sorry|thanks|sí|claro|vale)(?=[\s,.!?]|$)/iu;
/** Most of the answers of other beats that may be taken for one of a beat's, as a share. */
const bar = 0.04;

/** Of the whole matrix, every so many; all of it takes ten seconds. */
const everyNth = 5;

/** A few answers of each branch, from its shortest pattern to its last. */
const answers = new Map<Beat, string[]>(scenes.flatMap(({ beats }) => beats).map((beat) => [beat, answersOf(beat)]));
function answersOf({ model, branches }: Beat): string[] {
  return [...new Set([model, ...branches.flatMap(({ phrases }) => [phrases[0]!, phrases[Math.floor(phrases.length / 2)]!, phrases.at(-1)!])])];
}
const plain = (line: string): string => line.toLowerCase().replaceAll(/[^\p{L}\p{N}']+/gu, ' ').trim();

/** The answers of other beats that are none of this one's. */
function foreignTo(scene: Scene, beat: Beat): string[] {
  const own = new Set(beat.branches.flatMap(({ phrases }) => phrases.map(plain)));
  const isPolar = beat.branches.some(({ phrases }) => phrases.some((phrase) => polar.test(phrase)));
  return scenes.filter(({ target }) => target === scene.target).flatMap(({ beats }) => beats).filter((other) => other !== beat).flatMap((other) => answers.get(other)!)
    .filter((line) => !(isPolar && polar.test(line)) && !own.has(plain(line)));
}
const understood = (scene: Scene, { branches }: Beat, line: string): boolean => recognise({ intents: branches, language: scene.target, uiLanguage: Object.keys(scene.words)[0]!, reply: line }).intent !== null;
const heard = (scene: Scene, beat: string, line: string) => hear(scene, beat, line, Object.keys(scene.words)[0]!)!;

it(`of the answers of other beats no more than 4 % are taken for one of a beat's`, () => {
  const taken = scenes.flatMap((scene) => scene.beats.flatMap((beat) => foreignTo(scene, beat).filter((_line, i) => i % everyNth === 0).map((line) => understood(scene, beat, line))));
  expect(taken.length).toBeGreaterThan(3_000);
  expect(taken.filter(Boolean).length / taken.length).toBeLessThanOrEqual(bar);
});

describe('a name or a place is nothing else', () => {
  it.each(['new-neighbour.name', 'new-neighbour.from', 'la-clase-de-baile.nombre', 'la-clase-de-baile.origen'])('%s', (place) => {
    const [id, beat] = place.split('.') as [string, string];
    const scene = sceneOf(id);
    const lines = foreignTo(scene, beatOf(scene, beat)!);
    const taken = lines.filter((line) => understood(scene, beatOf(scene, beat)!, line));
    expect(taken.length / lines.length).toBeLessThan(0.03);
  });

  it.each([
    ['new-neighbour.name', ['Ana', 'juan pablo', 'I’m Kenji', 'hi, i am ximena', 'My name is Grace', 'Hello! Call me Lu.', 'It’s María José, nice to meet you', 'Rosa de la Cruz'], ['Hello! I would like a table for two', 'a coffee please', 'no', 'yes', 'small', 'I’m a teacher', 'where is the station?', 'two nights', 'I am fine thank you', 'good morning', 'ok']],
    ['new-neighbour.from', ['Guatemala', 'I’m from Costa Rica', 'from the Canary Islands', 'I am Peruvian', 'Kenya'], ['a small coffee', 'Hello! I would like a table for two', 'no', 'tomorrow morning', 'I work in a bank', 'the red one']],
    ['la-clase-de-baile.nombre', ['Kate', 'soy Tom', 'Me llamo Grace', 'hola, soy Mary Ann'], ['quiero un café con leche', 'no', 'el lunes', 'tengo dos hermanos', '¿dónde está la estación?']],
    ['la-clase-de-baile.origen', ['Soy de Nueva Zelanda', 'de Gales', 'Leeds', 'soy escocés'], ['quiero una mesa para dos', 'por la mañana', 'no', 'con tarjeta']],
  ] as const)('%s: %j, and none of %j', (place, right, wrong) => {
    const [id, beat] = place.split('.') as [string, string];
    const kinds = (lines: readonly string[]) => lines.map((line) => `${line}: ${heard(sceneOf(id), beat, line).kind === 'understood'}`);
    expect(kinds(right)).toEqual(right.map((line) => `${line}: true`));
    expect(kinds(wrong)).toEqual(wrong.map((line) => `${line}: false`));
  });
});

describe('what everybody tells differently is understood, and what asks for something else is not', () => {
  it.each([
    ['monday-at-work.did', ['We painted the kitchen blue', 'My brother got married on Saturday', 'I ran ten kilometres in the rain'], ['Can I have a tea?', 'They’re in the cupboard above the sink', 'Where is the station, please?', 'I’d like a coffee']],
    ['phone-call.now', ['I’m painting the kitchen', 'i am ironing my shirts', 'I’m at home with the kids'], ['It’s black', 'Two nights please', 'What time is breakfast?']],
    ['lost-phone.doing', ['I was having lunch', 'We were dancing in a bar', 'waiting for the bus'], ['Can I pay by card?', 'My name is Ana']],
    ['first-day-at-work.after', ['I go to the gym', 'usually I play the guitar', 'I pick up my children and make dinner'], ['I’ve lost my phone', 'Can I have a tea?', 'It’s raining']],
    ['job-interview.about', ['I am a nurse and I live in Dublin with my two children', 'I worked in a bank for six years'], ['I’d like an orange juice, please.', 'Turn left at the bank']],
    ['charla-de-lunes.hizo', ['Pinté la cocina de azul', 'Hicimos una tarta con los niños'], ['¿Me pone un café, por favor?', 'La estación está cerca']],
  ] as const)('%s: %j, and none of %j', (place, right, wrong) => {
    const [id, beat] = place.split('.') as [string, string];
    const kinds = (lines: readonly string[]) => lines.map((line) => `${line}: ${heard(sceneOf(id), beat, line).kind === 'understood'}`);
    expect(kinds(right)).toEqual(right.map((line) => `${line}: true`));
    expect(kinds(wrong)).toEqual(wrong.map((line) => `${line}: false`));
  });
});
