// A pattern stands for exactly the phrases that it spells out.
import { describe, expect, it } from 'vitest';
import { spelledOut } from '../../../src/exercises/scenes/phrases.ts';

describe('a pattern', () => {
  it.each<[string, string[]]>([
    ['A tea, please.', ['A tea, please.']],
    ['a (tea|coffee)', ['A tea', 'A coffee']],
    ['A tea[, please].', ['A tea, please.', 'A tea.']],
    ['(Can I have|I want) a (tea|coffee)', ['Can I have a tea', 'Can I have a coffee', 'I want a tea', 'I want a coffee']],
    ['[Yes, ]a tea[ please]', ['Yes, a tea please', 'Yes, a tea', 'A tea please', 'A tea']],
    ['[Yes, |Sure, ]a tea', ['Yes, a tea', 'Sure, a tea', 'A tea']],
    ['a tea[ with (milk|lemon)]', ['A tea with milk', 'A tea with lemon', 'A tea']],
    ['¿(Me pone|Hay) té?', ['¿Me pone té?', '¿Hay té?']],
    ['(a|a) tea', ['A tea']],
  ])('%j', (pattern, phrases) => expect(spelledOut(pattern)).toEqual(phrases));
});
