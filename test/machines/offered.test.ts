// What is offered can be taught, and what can be taught is offered.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { highestTaught, isOffered, offered } from '../../machines/offered.ts';
import { levels } from '../../machines/vocabulary.ts';

const folder = path.resolve(import.meta.dirname, '../../src/exercises/curriculum');
const taught = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && readdirSync(path.join(folder, entry.name)).length > 0).map(({ name }) => name);

it('the pairs offered are the folders of the curriculum', () => {
  expect(Object.entries(offered).flatMap(([native, targets]) => targets.map((target) => `${native}-${target}`)).toSorted()).toEqual(taught.toSorted());
});

it('nobody is offered their own language, or none', () => {
  expect([isOffered('es', 'en'), isOffered('es', 'es'), isOffered('en', 'en'), isOffered('es', null)]).toEqual([true, false, false, false]);
});

it('the highest level taught is that of every pair', () => {
  const highest = taught.map((pair) => Math.max(...readdirSync(path.join(folder, pair)).map((name) => levels.findIndex((level) => name.endsWith(`.${level.toLowerCase()}.json`)))));
  expect(highest.map((at) => levels[at])).toEqual(taught.map(() => highestTaught));
});
