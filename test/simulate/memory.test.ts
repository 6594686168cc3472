// Simulated memory: ability alone for what is new, forgetting with time, and longer half-lives for what is recalled.
import { expect, test } from 'vitest';
import { memoryOf } from './memory.ts';
import type { Question } from './questions.ts';

const question: Question = { id: 'a', type: 'fill_blank', topic: 't', level: 'A1', stem: '', options: null, right: [], wrong: [], difficulty: 0 };
const mind = { ability: 0, halfLifeDays: 2, growth: 2 };
const dayMs = 86_400_000;

test('what was never seen is known as ability and difficulty have it', () => {
  expect(memoryOf(mind).recall(question, 0)).toBeCloseTo(0.5);
  expect(memoryOf({ ...mind, ability: 2 }).recall(question, 0)).toBeGreaterThan(0.9);
});

test('what was seen is known for certain, and half of the gain is gone after a half-life', () => {
  const memory = memoryOf(mind);
  memory.learn(question, false, 0);
  expect(memory.recall(question, 0)).toBeCloseTo(1);
  expect(memory.recall(question, 2 * dayMs)).toBeCloseTo(0.75);
});

test('recalling after days lengthens the half-life, looking again within the hour hardly does, failing halves it', () => {
  const after = (knew: boolean, at: number) => {
    const memory = memoryOf({ ...mind, ability: -3 });
    for (const day of [0, 3, 6]) memory.learn(question, true, day * dayMs);
    memory.learn(question, knew, 6 * dayMs + at);
    return memory.recall(question, 6 * dayMs + at + 8 * dayMs);
  };
  expect(after(true, 4 * dayMs)).toBeGreaterThan(after(true, 60_000));
  expect(after(true, 60_000)).toBeGreaterThan(after(false, 60_000));
});
