// Our own agreed readings of multiple-choice answers, one line each.

import type { Verdict } from '../../src/grading/notes.ts'

/** Options by name, the right one first in `right`. */
export const CHOICES = {
  verb: { language: 'en', options: ['goes', 'go', 'going'], accepted: ['goes'], context: 'She ___ to work.' },
  article: { language: 'en', options: ['an', 'a', 'the'], accepted: ['a'], context: 'I have ___ dog.' },
  numbered: { language: 'es', options: ['El', 'La', 'Los'], accepted: ['1'], context: '___ libro es interesante.' },
  sentence: { language: 'es', options: ['El', 'La', 'Los'], accepted: ['El libro es interesante.'], context: '___ libro es interesante.' },
  digits: { language: 'en', options: ['3', '1', '2'], accepted: ['1'] },
  phrase: { language: 'en', options: ['She went home', 'She goes home', 'She gone home'], accepted: ['She went home'] },
  accents: { language: 'es', options: ['está', 'esta', 'estas'], accepted: ['está'] },
  tea: { language: 'es', options: ['té', 'café', 'agua'], accepted: ['café'] },
  ids: { language: 'en', options: [{ id: 'opt_a', text: 'was' }, { id: 'opt_b', text: 'were' }], accepted: ['opt_b'] },
  idText: { language: 'en', options: [{ id: 'x1', text: 'was' }, { id: 'x2', text: 'were' }], accepted: ['were'] },
  four: { language: 'fr', options: ['suis', 'es', 'est', 'sommes'], accepted: ['est'], context: 'Elle ___ contente.' },
} as const

export const OPTION_CASES: readonly (readonly [choice: keyof typeof CHOICES, answer: string, verdict: Verdict])[] = [
  ['verb', '1', 'correct'], ['verb', '1)', 'correct'], ['verb', '(1)', 'correct'], ['verb', '[1]', 'correct'], ['verb', '#1', 'correct'], ['verb', '1.-', 'correct'],
  ['verb', '①', 'correct'], ['verb', '❶', 'correct'], ['verb', '１', 'correct'], ['verb', '1️⃣', 'correct'], ['verb', '🅰️', 'correct'], ['verb', '🅱️', 'wrong'], ['verb', '2️⃣', 'wrong'],
  ['verb', 'a', 'correct'], ['verb', 'A)', 'correct'], ['verb', 'a.', 'correct'], ['verb', 'B', 'wrong'], ['verb', 'D', 'invalid'], ['verb', '0', 'invalid'], ['verb', '11', 'invalid'],
  ['verb', 'one', 'correct'], ['verb', 'first', 'correct'], ['verb', 'the first one', 'correct'], ['verb', 'The first', 'correct'], ['verb', '1st', 'correct'], ['verb', 'number one', 'correct'],
  ['verb', 'third', 'wrong'], ['verb', 'the last one', 'wrong'], ['verb', 'Option A', 'correct'], ['verb', 'option b', 'wrong'], ['verb', 'answer 1', 'correct'], ['verb', 'letter A', 'correct'],
  ['verb', 'I think it is 1', 'correct'], ['verb', "it's goes", 'correct'], ['verb', 'GOES', 'correct'], ['verb', '*goes*', 'correct'], ['verb', 'goes.', 'correct'], ['verb', '1. goes', 'correct'],
  ['verb', '1 goes', 'correct'], ['verb', 'a) goes', 'correct'], ['verb', '2 goes', 'invalid'], ['verb', 'She goes to work', 'correct'], ['verb', 'She going to work.', 'wrong'],
  ['verb', 'la primera', 'correct'], ['verb', 'primero', 'correct'], ['verb', 'el primero', 'correct'], ['verb', 'opción 1', 'correct'], ['verb', 'la opción a', 'correct'], ['verb', 'la 1', 'correct'],
  ['verb', 'la uno', 'correct'], ['verb', 'dos', 'wrong'], ['verb', 'la segunda', 'wrong'], ['verb', 'la última', 'wrong'], ['verb', 'respuesta 1', 'correct'], ['verb', 'la 1ª', 'correct'], ['verb', '1º', 'correct'],
  ['verb', 'a primeira', 'correct'], ['verb', 'opção 1', 'correct'], ['verb', 'o primeiro', 'correct'], ['verb', 'a segunda', 'wrong'], ['verb', 'um', 'correct'],
  ['verb', 'la première', 'correct'], ['verb', 'le premier', 'correct'], ['verb', 'la deuxième', 'wrong'], ['verb', 'numéro 1', 'correct'], ['verb', 'réponse 1', 'correct'], ['verb', '1er', 'correct'], ['verb', 'la 2e', 'wrong'],
  ['verb', '1 or 2', 'invalid'], ['verb', '1 y 2', 'invalid'], ['verb', '1 2', 'invalid'], ['verb', '1,2', 'invalid'], ['verb', 'a b', 'invalid'], ['verb', 'A or B', 'invalid'], ['verb', 'goes go', 'invalid'],
  ['verb', 'goes or go', 'invalid'], ['verb', 'goes, not go', 'invalid'], ['verb', 'not goes', 'invalid'], ['verb', 'not 1', 'invalid'],
  ['verb', 'gose', 'almost'], ['verb', 'gos', 'invalid'], ['verb', 'goin', 'wrong'], ['verb', 'goez', 'almost'], ['verb', 'gone', 'invalid'], ['verb', 'went', 'invalid'], ['verb', 'hello', 'invalid'],
  ['verb', '', 'invalid'], ['verb', '?', 'invalid'], ['verb', '👍', 'invalid'], ['verb', '👍1', 'correct'], ['verb', "I don't know", 'invalid'], ['verb', 'no sé', 'invalid'], ['verb', '3.5', 'invalid'],
  ['verb', 'x'.repeat(4096), 'invalid'], ['verb', 'menu', 'command'], ['verb', 'STOP', 'command'],
  ['article', 'a', 'correct'], ['article', 'A', 'correct'], ['article', 'an', 'wrong'], ['article', 'b', 'correct'], ['article', '2', 'correct'], ['article', 'I have a dog', 'correct'], ['article', 'the', 'wrong'],
  ['numbered', '1', 'correct'], ['numbered', 'El', 'correct'], ['numbered', 'el', 'correct'], ['numbered', 'El libro es interesante', 'correct'], ['numbered', '2', 'wrong'], ['numbered', 'la', 'wrong'], ['numbered', 'primera', 'correct'],
  ['sentence', '1', 'correct'], ['sentence', 'el', 'correct'], ['sentence', 'La libro es interesante', 'wrong'],
  ['digits', 'b', 'correct'], ['digits', 'a', 'wrong'], ['digits', '1', 'invalid'],
  ['phrase', 'she went home', 'correct'], ['phrase', 'She wnet home', 'almost'], ['phrase', 'she gone home', 'wrong'], ['phrase', 'went', 'invalid'], ['phrase', 'first', 'correct'],
  ['accents', 'está', 'correct'], ['accents', 'esta', 'wrong'], ['accents', '1', 'correct'],
  ['tea', 'cafe', 'almost'], ['tea', 'cafés', 'invalid'], ['tea', 'te', 'wrong'],
  ['ids', 'opt_b', 'correct'], ['ids', 'opt_a', 'wrong'], ['ids', 'were', 'correct'], ['ids', '2', 'correct'], ['ids', 'second', 'correct'],
  ['idText', 'x2', 'correct'], ['idText', 'x1', 'wrong'], ['idText', 'B', 'correct'],
  ['four', 'c', 'correct'], ['four', 'la troisième', 'correct'], ['four', 'est', 'correct'], ['four', 'es', 'wrong'], ['four', 'la dernière', 'wrong'], ['four', 'elle est contente', 'correct'], ['four', 'somes', 'wrong'],
]
