// What is computed and not worded: how the options of an exercise fit WhatsApp's lists, and how an hour is written.
import { expect, test } from 'vitest';
import { clock, clockH, optionsOfExercise } from '../../machines/phrases.ts';

const asked = (text: string, shownAs: 'list' | 'buttons') => optionsOfExercise({ options: [{ id: '2', text }], shownAs });

test('a list row shows up to 24 characters as its title, and more as the description below the number', () => {
  expect(asked('x'.repeat(24), 'list')).toEqual({ 2: 'x'.repeat(24) });
  expect(asked('x'.repeat(25), 'list')).toEqual({ 2: { title: '2', description: 'x'.repeat(25) } });
  expect(asked('🦜'.repeat(24), 'list')).toEqual({ 2: '🦜'.repeat(24) });
});

test('what is typed has no options', () => {
  expect(optionsOfExercise(null)).toEqual({});
});

test.each([['09:00', '9:00', '9h'], ['19:30', '19:30', '19h30'], ['00:05', '0:05', '0h05'], ['10:00', '10:00', '10h']])('%s is written %s, and %s in French and Portuguese', (time, figures, withH) => {
  expect([clock(time), clockH(time)]).toEqual([figures, withH]);
});
