// The scenes that learners play have no faults, and every kind of fault is found where somebody makes it.
import { describe, expect, it } from 'vitest';
import { curriculumPaths } from '../../../src/exercises/curriculum/file.ts';
import { readScene, scenePaths, scenesFor } from '../../../src/exercises/scenes/all.ts';
import { longestWay, sceneFaults, taughtTopics } from '../../../src/exercises/scenes/faults.ts';
import { parseScene } from '../../../src/exercises/scenes/scene.ts';
import { tea, teaFile } from './tea.ts';

const scenes = scenePaths().map((path) => readScene(path));
const topics = taughtTopics(curriculumPaths());
const [drink, milk] = teaFile.beats as [typeof teaFile.beats[0], typeof teaFile.beats[0]];
const changed = (change: object) => sceneFaults([parseScene('en/tea.json', JSON.stringify({ ...teaFile, ...change }))], null).join('\n');
const withDrink = (change: object) => changed({ beats: [{ ...drink, ...change }, milk] });
const withBranch = (change: object) => withDrink({ branches: [{ ...drink.branches[0], ...change }, drink.branches[1]] });
const es = teaFile.words.es;

describe('the scenes', () => {
  it.each(scenes.map((scene) => [`${scene.target}/${scene.id}`, scene] as const))('%s has no faults', (_name, scene) => {
    expect(sceneFaults([scene], topics)).toEqual([]);
  });

  it('share no name and no title', () => {
    expect(sceneFaults(scenes.map((scene) => ({ ...scene, beats: [], words: Object.fromEntries(Object.entries(scene.words).map(([native, words]) => [native, { ...words, beats: {} }])) })), null).filter((fault) => fault.endsWith('twice'))).toEqual([]);
    expect(sceneFaults([tea, tea], null).filter((fault) => fault.endsWith('twice'))).toHaveLength(2);
  });

  it.each([['es', 'en', 12], ['en', 'es', 6], ['pt', 'en', 4], ['fr', 'en', 4]])('from %s to %s are at least %i', (native, target, least) => {
    expect(scenesFor(native, target).length).toBeGreaterThanOrEqual(least);
  });
});

it('learners from Spanish to English have a scene for each topic', () => {
  const taught = new Set(curriculumPaths().filter((name) => name.startsWith('es-en/')).map((name) => name.replace(/^es-en\/|\.\w\d\.json$/gu, '')));
  const played = new Set(scenesFor('es', 'en').map(({ topic }) => topic));
  expect([...taught].filter((slug) => !played.has(slug))).toEqual([]);
});

describe('a sound scene', () => {
  it('has no faults', () => expect(sceneFaults([tea], taughtTopics(['es-en/ordering-food.a1.json']))).toEqual([]));
  it('is as long as its longest way', () => expect([longestWay(tea, 'drink'), longestWay(tea, 'milk')]).toEqual([2, 1]));
});

describe('a fault is found', () => {
  it.each<[string, () => string, RegExp]>([
    ['a branch that leads nowhere', () => withBranch({ to: 'sugar' }), /leads to sugar/],
    ['a way in a circle', () => withBranch({ to: 'drink' }), /longest way has Infinity/],
    ['a beat that nobody comes to', () => withDrink({ branches: drink.branches.map((branch) => ({ ...branch, to: 'end' })) }), /nothing leads to milk/],
    ['too few turns', () => changed({ turns: 4 }), /more than its 4 turns/],
    ['a partner who asks nothing', () => withBranch({ says: 'Here.' }), /asks nothing/],
    ['an opening that asks nothing', () => changed({ opening: 'Hi!' }), /opening asks nothing/],
    ['a model answer that is not understood', () => withDrink({ model: 'Good evening.' }), /model answer is not understood/],
    ['a phrase that is also another branch’s', () => withBranch({ phrases: ['A tea.', 'A coffee.'] }), /is understood as/],
    ['a branch without a phrase', () => withBranch({ phrases: [] }), /no phrase/],
    ['what must not be understood', () => withBranch({ never: ['The tea is for him.'] }), /is taken for it/],
    ['a phrase that holds a slip', () => withBranch({ phrases: ['I want a tea.'] }), /holds the slip/],
    ['a phrase that is a command', () => withBranch({ phrases: ['Skip.', 'A tea.'] }), /is a command/],
    ['a misspelt line', () => withBranch({ says: 'With millk?' }), /millk: no words/],
    ['a word that is heard too seldom for the level', () => withBranch({ says: 'With oat milk?' }), /“With oat milk\?” uses "oat", which is heard too seldom/],
    ['two new words in a line', () => withBranch({ says: 'With juice or pie?' }), /more than 1 word above A1: juice, pie/],
    ['a model answer above the level', () => withDrink({ model: 'I want a beverage.' }), /“I want a beverage\.” uses "beverage"/],
    ['a sentence beyond the level', () => withBranch({ says: 'Would you like to have it with some cold milk and two spoons of sugar?' }), /long for A1/],
    ['help that gives the answer away', () => changed({ words: { es: { ...es, beats: { ...es.beats, drink: { ...es.beats.drink, hint: 'Di *A tea, please*.' } } } } }), /gives the answer away/],
    ['a beat that is not explained', () => changed({ words: { es: { ...es, beats: { drink: es.beats.drink } } } }), /explains drink and not drink, milk/],
    ['a slip without a reason', () => changed({ words: { es: { ...es, slips: [] } } }), /0 reasons for 1 slips/],
    ['bold without an end', () => changed({ words: { es: { ...es, place: 'Estás *aquí.' } } }), /asterisk/],
    ['what does not stand in a list', () => changed({ words: { es: { ...es, beats: { ...es.beats, drink: { ...es.beats.drink, did: 'Pedir.' } } } } }), /stand in a list/],
    ['an explanation in the language practised', () => changed({ words: { en: es } }), /in the language that it practises/],
    ['a topic that is not taught', () => sceneFaults([tea], taughtTopics(['es-en/other.a1.json', 'en-es/ordering-food.a1.json'])).join(), /no topic ordering-food/],
    ['a key that its denial passes', () => withBranch({ phrases: ['Tea.'], keys: ['want tea', 'not want tea'] }), /“I do not want tea” is taken for it/],
  ])('%s', (_what, faults, expected) => expect(faults()).toMatch(expected));
});
