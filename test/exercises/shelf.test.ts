// The shelf fetches each exercise once, shares what is under way, and never lets a broken row stop the others.
import { expect, test } from 'vitest';
import { createShelf, pickAtHand } from '../../src/exercises/shelf.ts';
import { example } from './prd-examples.ts';
import type { ExerciseRow } from '../../src/exercises/exercise.ts';

const row = (id: string, changed: Partial<ExerciseRow> = {}): ExerciseRow => ({
  ...example('fill_blank'), id, type: 'fill_blank', topicSlug: 'articles', topicNames: { en: 'Articles', es: 'Artículos' },
  level: 'A1', sourceLanguage: 'en', targetLanguage: 'es', ...changed,
});

function shelfOf(rows: ExerciseRow[]) {
  const asked: string[][] = [];
  const broken: string[] = [];
  const shelf = createShelf(async (ids) => {
    asked.push(ids);
    return rows.filter((one) => ids.includes(one.id));
  }, (id) => broken.push(id));
  return { shelf, asked, broken };
}

test('an exercise is at hand after it was prefetched, parsed and without its raw texts', async () => {
  const { shelf } = shelfOf([row('a', { why: '*Es*.' })]);
  expect(shelf.get('a')).toBeUndefined();
  await shelf.prefetch(['a']);
  const { introduction, theory } = example('fill_blank');
  expect(shelf.get('a')).toEqual({
    id: 'a', topicSlug: 'articles', topicNames: { en: 'Articles', es: 'Artículos' }, level: 'A1', type: 'fill_blank',
    sourceLanguage: 'en', targetLanguage: 'es', introduction, theory, why: '*Es*.',
    question: {
      stem: 'Mi hermana ___ muy inteligente.', options: null, shownAs: 'typed', answer: 'es', accepted: ['es'],
    },
  });
});

test('what is there or under way is not fetched a second time', async () => {
  const { shelf, asked } = shelfOf([row('a'), row('b'), row('c')]);
  await Promise.all([shelf.prefetch(['a', 'b', 'a']), shelf.prefetch(['b', 'c'])]);
  await shelf.prefetch(['a', 'b', 'c']);
  expect(asked).toEqual([['a', 'b'], ['c']]);
  expect(shelf.get('b')?.id).toBe('b');
});

test('ids that do not exist and rows that cannot be read stay absent, and the others are there', async () => {
  const { shelf, broken } = shelfOf([
    row('good'),
    row('no answer', { ...example('multiple_choice'), type: 'multiple_choice', expected: '9' }),
    row('new type', { type: 'dictation' as 'fill_blank' }),
  ]);
  await shelf.prefetch(['good', 'no answer', 'new type', 'missing']);
  expect(shelf.get('good')).toBeDefined();
  expect(['no answer', 'new type', 'missing'].map((id) => shelf.get(id))).toEqual([undefined, undefined, undefined]);
  expect(broken).toEqual(['no answer', 'new type']);
});

test('a row that cannot be read is told of once, however often it is looked for', async () => {
  const { shelf, asked, broken } = shelfOf([row('new type', { type: 'dictation' as 'fill_blank' })]);
  for (let turn = 0; turn < 3; turn++) await shelf.prefetch(['new type']);
  expect(asked).toHaveLength(3);
  expect(broken).toEqual(['new type']);
});

test('what cannot be had is left out, and something else chosen instead', async () => {
  const { shelf } = shelfOf(['a', 'b', 'c', 'e'].map((id) => row(id, id === 'b' ? { type: 'dictation' as 'fill_blank' } : {})));
  const firstTwo = (without: ReadonlySet<string>) => ['a', 'b', 'd', 'c', 'e'].filter((id) => !without.has(id)).slice(0, 2);
  expect(await pickAtHand(shelf, firstTwo, (ids) => ids)).toEqual(['a', 'c']);
  // Who cannot leave it out is not asked for ever.
  expect(await pickAtHand(shelf, () => ['b'], (ids) => ids)).toEqual(['b']);
});

test('a failed fetch is told to whoever asked, and the next prefetch tries again', async () => {
  let up = false;
  const shelf = createShelf(async (ids) => {
    if (!up) throw new Error('database down');
    return ids.map((id) => row(id));
  }, () => {});
  await expect(shelf.prefetch(['a'])).rejects.toThrow('database down');
  up = true;
  await shelf.prefetch(['a']);
  expect(shelf.get('a')).toBeDefined();
});

test('the shelf holds 5,000 exercises and gives up the one that was used longest ago', async () => {
  const ids = Array.from({ length: 5000 }, (_, at) => `e${at}`);
  const shelf = createShelf(async (wanted) => wanted.map((id) => row(id)), () => {});
  await shelf.prefetch(ids);
  expect(shelf.get('e0')).toBeDefined();
  await shelf.prefetch(['one more']);
  expect(shelf.get('e0')).toBeDefined();
  expect(shelf.get('one more')).toBeDefined();
  expect(shelf.get('e1')).toBeUndefined();
});
