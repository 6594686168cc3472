// A scene file is read strictly: what is missing, unknown or in the wrong place is named.
import { describe, expect, it } from 'vitest';
import { readScene, sceneById, scenePaths, scenesFor } from '../../../src/exercises/scenes/all.ts';
import { beatOf, parseScene } from '../../../src/exercises/scenes/scene.ts';
import { tea, teaFile } from './tea.ts';

const text = (change: object = {}) => JSON.stringify({ ...teaFile, ...change });

describe('a scene file', () => {
  it('is read with its patterns spelled out and its end as none', () => {
    expect(tea.beats[0]!.branches[0]!.phrases).toEqual(['A tea, please.', 'A tea.']);
    expect(tea.beats[1]!.branches.map(({ to }) => to)).toEqual([null, null]);
    expect([beatOf(tea, 'milk')?.model, beatOf(tea, 'sugar')]).toEqual(['Yes, please.', undefined]);
  });

  it.each<[string, string, string, RegExp]>([
    ['no JSON', 'en/tea.json', '{', /en\/tea\.json: not JSON/],
    ['in another folder', 'es/tea.json', text(), /belongs into en\/tea\.json/],
    ['of another name', 'en/coffee.json', text(), /belongs into en\/tea\.json/],
    ['without beats', 'en/tea.json', text({ beats: [] }), /beats/],
    ['with a field that nobody knows', 'en/tea.json', text({ mood: 'sunny' }), /mood/],
    ['of no level', 'en/tea.json', text({ level: 'easy' }), /level/],
    ['with turns without end', 'en/tea.json', text({ turns: 100 }), /turns/],
    ['with a title too long for a button', 'en/tea.json', text({ words: { es: { ...teaFile.words.es, title: 'Un título que no cabe en un botón' } } }), /title/],
  ])('is refused %s, with the reason', (_why, path, json, reason) => {
    expect(() => parseScene(path, json)).toThrow(reason);
  });
});

describe('all scenes', () => {
  it('can be had by id, and for a pair of languages', () => {
    const [first] = scenePaths();
    const scene = readScene(first!);
    expect(sceneById(scene.id)).toEqual(scene);
    expect(sceneById('nowhere')).toBeUndefined();
    expect(scenesFor('es', 'en').every(({ target, words }) => target === 'en' && words.es !== undefined)).toBe(true);
    expect([scenesFor('en', 'en'), scenesFor('es', null), scenesFor('de', 'en')]).toEqual([[], [], []]);
  });
});
