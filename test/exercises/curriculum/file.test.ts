// A curriculum file is read whole or refused with its name, and its exercises keep their ids for ever.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fixedId, newExercise, parseCurriculumFile, readCurriculumFile } from '../../../src/exercises/curriculum/file.ts';

const name = 'es-en/ordering-food.a1.json';
const file = readCurriculumFile(name);
const text = (changed: object) => JSON.stringify({ ...file, ...changed });

describe('a file that is not as it should be is refused with its name and the place', () => {
  test.each([
    ['not JSON', '{', `${name}: not JSON`],
    ['an unknown level', text({ level: 'A0' }), 'level'],
    ['an unknown field', text({ notes: [] }), 'notes'],
    ['an unknown exercise type', text({ exercises: [{ ...file.exercises[0], type: 'dictation' }] }), 'exercises[0].type'],
    ['a misspelt field of an exercise', text({ exercises: [{ ...file.exercises[0], acepted: [] }] }), 'acepted'],
    ['an exercise without a reason', text({ exercises: [{ ...file.exercises[0], why: undefined }] }), 'exercises[0].why'],
    ['no exercises', text({ exercises: [] }), 'exercises'],
    ['a slug with spaces', text({ topic: { ...file.topic, slug: 'Ordering food' } }), 'slug'],
    ['a content that its name does not announce', text({ level: 'A2' }), 'belongs into es-en/ordering-food.a2.json'],
  ])('%s', (_fault, content, sentence) => {
    expect(() => parseCurriculumFile(name, content)).toThrow(name);
    expect(() => parseCurriculumFile(name, content)).toThrow(sentence);
  });
});

test('the id of an exercise is a name-based UUID that depends on pair, topic, level and input only', () => {
  const item = file.exercises[0]!;
  const id = newExercise(file, item).id;
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  expect(newExercise({ ...file, theory: 'x' }, { ...item, expected: 'x', accepted: ['y'], why: 'z' }).id).toBe(id);
  const others = [
    newExercise({ ...file, level: 'A2' }, item).id,
    newExercise({ ...file, sourceLanguage: 'pt' }, item).id,
    newExercise({ ...file, topic: { ...file.topic, slug: 'x' } }, item).id,
    newExercise(file, { ...item, input: `${item.input} ` }).id,
  ];
  expect(new Set([id, ...others]).size).toBe(5);
});

test('the ids are those that learners have answers under: this one was released', () => {
  expect(newExercise(file, file.exercises[0]!).id).toBe('885fdd67-192a-5eb8-a09c-e760f2102d36');
});

test('a fixed id is RFC 9562 version 5 of its namespace and the parts of its name', () => {
  const sha1 = createHash('sha1').update(Buffer.from('5b0c0f6e2a7d4c1e9f3a8d61c4b7e215', 'hex')).update('topic\nx').digest('hex');
  const id = fixedId('topic', 'x').replaceAll('-', '');
  expect(id.slice(0, 12) + id.slice(13, 16) + id.slice(17)).toBe(sha1.slice(0, 12) + sha1.slice(13, 16) + sha1.slice(17, 32));
});
