// The shipped curriculum is without fault, and each kind of fault is found and named.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { curriculumFaults } from '../../../src/exercises/curriculum/faults.ts';
import { curriculumPaths, readCurriculumFile } from '../../../src/exercises/curriculum/file.ts';
import { similarity, similarPairs } from '../../../src/exercises/curriculum/similarity.ts';
import { grade } from '../../../src/grading/grade.ts';
import type { CurriculumFile } from '../../../src/exercises/curriculum/file.ts';
import type { CurriculumItem } from '../../../src/exercises/exercise.ts';

const name = 'es-en/work-and-routines.a1.json';
const good = readCurriculumFile(name);
const item = (type: CurriculumItem['type']) => good.exercises.find((one) => one.type === type)!;

/** The good file with its first exercise of a type changed. */
function changed(type: CurriculumItem['type'], change: Partial<CurriculumItem>): CurriculumFile {
  const target = item(type);
  return { ...good, exercises: good.exercises.map((one) => (one === target ? { ...one, ...change } : one)) };
}
const faultsOf = (file: CurriculumFile) => curriculumFaults([[name, file]], grade).join('\n');

test('the shipped curriculum has no faults', () => {
  const files = curriculumPaths().map((one): [string, CurriculumFile] => [one, readCurriculumFile(one)]);
  expect(files.length).toBeGreaterThanOrEqual(6);
  expect(curriculumFaults(files, grade)).toEqual([]);
});

describe('a fault is named with its file and exercise', () => {
  test.each([
    ['a broken rule of the type', changed('fill_blank', { input: 'No blank here.' }), 'exactly one blank'],
    ['a missing instruction', { ...good, introductions: {} }, 'exercise_introduction must have 50 to 500'],
    ['a theory that is too short', { ...good, theory: 'Corta.' }, 'theory must have 500 to 2000 characters'],
    ['a second right option', changed('multiple_choice', { accepted: ['study'] }), 'makes option 1 right as well'],
    ['no wrong answer to try', changed('fill_blank', { wrong: [] }), 'names no wrong answer'],
    ['a wrong answer that is right', changed('fill_blank', { wrong: ['leaves'] }), 'the wrong answer "leaves" is graded correct'],
    ['a wrong answer that passes for a typo', changed('fill_blank', { wrong: ['leavs'] }), 'the wrong answer "leavs" is graded almost'],
    ['a wrong answer that means a command', changed('fill_blank', { wrong: ['stop'] }), 'the wrong answer "stop" is graded command'],
    ['a sentence without an error', changed('error_identification', {
      input: 'I do not work in the city centre.', expected: "I don't work in the city center.", accepted: [], wrong: [],
    }), 'has no error that the grader could tell'],
    ['a rare word in an A1 exercise', changed('open_response', { input: 'Do you negotiate?' }), 'uses "negotiate", which is heard too seldom for any level'],
    ['a rare word as an A1 answer', changed('translation', { expected: 'My sister works in a quarry.' }), 'uses "quarry", which is heard too seldom for any level'],
    ['a reason without the word at stake', changed('fill_blank', { why: 'Lleva ese.' }), 'why marks no word'],
    ['a reason with a stray asterisk', changed('fill_blank', { why: '*Leaves* lleva *-s.' }), 'asterisk without its partner'],
    ['a reason of two sentences', changed('fill_blank', { why: '*Leaves* lleva s. Siempre.' }), 'more than one sentence'],
    ['a reason that is a lecture', changed('fill_blank', { why: `*Leaves*: ${'porque sí '.repeat(20)}.` }), 'longer than 160'],
    ['too few exercises', { ...good, exercises: good.exercises.slice(0, 7) }, 'has 7 exercises'],
    ['always the same option', {
      ...good, exercises: good.exercises.map((one) => (one.type === 'multiple_choice' ? { ...one, expected: '1' } : one)),
    }, 'the right option is always the same one'],
    ['an exercise written twice', {
      ...good, exercises: [...good.exercises, { ...item('fill_blank'), input: 'My boss ___ home at eight every day. (leave)' }],
    }, 'is nearly the same as'],
  ])('%s', (_fault, file, sentence) => {
    expect(faultsOf(file)).toContain(sentence);
    expect(faultsOf(file)).toContain(name);
  });

  test('a topic that two files describe differently', () => {
    const other = { ...good, topic: { ...good.topic, category: 'social' as const } };
    expect(curriculumFaults([[name, good], ['other.json', other]], grade).join('\n'))
      .toContain(`other.json: describes topic work-and-routines differently from ${name}`);
  });

  test('an answer that the grader would not take', () => {
    const faults = curriculumFaults([[name, good]], () => ({ verdict: 'wrong' })).join('\n');
    for (const { expected, type } of good.exercises) {
      if (type !== 'multiple_choice') expect(faults).toContain(`the right answer "${expected}" is graded wrong`);
    }
  });
});

test('similarity is 1 for the same words, 0 for nothing in common, and symmetric', () => {
  expect(similarity('She works here.', 'she  works here')).toBe(1);
  expect(similarity('abc', 'xyz')).toBe(0);
  const [one, other] = ['My boss leaves at six.', 'My boss arrives at six.'];
  expect(similarity(one!, other!)).toBe(similarity(other!, one!));
  expect(similarity(one!, other!)).toBeGreaterThan(0.4);
  expect(similarity(one!, other!)).toBeLessThan(0.8);
});

test('the pairs found at once are exactly those that comparing every two sentences finds', () => {
  const texts = good.exercises.map((one) => one.input).concat('My boss leaves at six.', 'my boss leaves at  six', '', '?');
  const every = texts.flatMap((one, at) => texts.slice(0, at)
    .map((other, earlier) => ({ pair: [at, earlier], alike: similarity(one, other) })));
  for (const least of [0.1, 0.3, 0.5, 1]) {
    const expected = every.filter(({ alike }) => alike >= least).map(({ pair }) => pair);
    expect(expected.length).toBeGreaterThan(0);
    expect(similarPairs(texts, least)).toEqual(expected);
  }
});

describe('the command', () => {
  const command = path.resolve(import.meta.dirname, '../../../src/exercises/curriculum/check.ts');
  const run = (...args: string[]) => spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });

  function folderWith(text: string): string {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'curriculum-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    mkdirSync(path.join(folder, 'es-en'));
    writeFileSync(path.join(folder, name), text);
    return folder;
  }

  test('says what it checked and ends well when there is no fault', () => {
    const { status, stdout } = run(folderWith(JSON.stringify(good)));
    expect(stdout).toContain(`${name}: ${good.exercises.length} exercises (`);
    expect(stdout).toContain('No faults.');
    expect(status).toBe(0);
  });

  test('ends with 1 on a fault, on a file that cannot be read and on an empty folder', () => {
    const faulty = run(folderWith(JSON.stringify(changed('fill_blank', { wrong: ['leaves'] }))));
    expect(faulty.stderr).toContain('the wrong answer "leaves" is graded correct');
    expect(faulty.status).toBe(1);
    const unreadable = run(folderWith('{'));
    expect(unreadable.stderr).toContain(`${name}: not JSON`);
    expect(unreadable.status).toBe(1);
    const empty = run(path.dirname(command).replace(/curriculum$/u, '../grading'));
    expect(empty.stderr).toContain('no curriculum file could be read');
    expect(empty.status).toBe(1);
  });
});
