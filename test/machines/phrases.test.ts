// What is computed and not worded: how the options of an exercise fit WhatsApp's lists.
import { expect, test } from 'vitest';
import { optionsOfExercise } from '../../machines/phrases.ts';

const asked = (text: string, shownAs: 'list' | 'buttons') => optionsOfExercise({ options: [{ id: '2', text }], shownAs });

test('a list row shows up to 24 characters as its title, and more as the description below the number', () => {
  expect(asked('x'.repeat(24), 'list')).toEqual({ 2: 'x'.repeat(24) });
  expect(asked('x'.repeat(25), 'list')).toEqual({ 2: { title: '2', description: 'x'.repeat(25) } });
  expect(asked('🦜'.repeat(24), 'list')).toEqual({ 2: '🦜'.repeat(24) });
});

test('what is typed has no options', () => {
  expect(optionsOfExercise(null)).toEqual({});
});
