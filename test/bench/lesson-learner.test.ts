// The simulated learner of a lesson must accept the tutor's real comments and no others.
import { describe, expect, test } from 'vitest';
import { lessonLearner, readQuestions } from './lesson-learner.ts';
import type { Reply } from './stub-graph.ts';

const questions = readQuestions();
const [first, second] = [...questions].filter(([, { typed, forms }]) => typed && forms);
const reply = (text: string, options: Reply['options'] = []): Reply => ({ text, options, at: 0 });
const asked = (at: number, of: number, [stem]: readonly [string, unknown]) => reply(`*Tema*. Algo.\n\n(${at} de ${of}) Completa: ${stem}`);

/** A learner who has just answered the first of `of` exercises, and the comment that suits the answer or does not. */
function answered(seed: number, of: number) {
  const learner = lessonLearner(String(34_600_000_000 + seed), questions);
  learner.message(1, undefined);
  const said = learner.message(2, asked(1, of, first!));
  const text = said.type === 'text' ? said.text.body : '';
  const { answers, forms, why } = first![1];
  const wrong = answers.wrong.includes(text);
  return { learner, wrong, comment: wrong ? why : `Eso: *${forms![0]}*.`, other: wrong ? `Eso: *${forms![0]}*.` : why };
}

const seeds = Array.from({ length: 40 }, (_, i) => i);

test('the curriculum has exercises of both kinds, and slips that the grader forgives', () => {
  expect([...questions.values()].some(({ typed }) => !typed)).toBe(true);
  expect([...questions.values()].some(({ answers }) => answers.slip.length > 0)).toBe(true);
});

test('learners answer some exercises right and some wrong', () => {
  expect(new Set(seeds.map((seed) => answered(seed, 8).wrong))).toEqual(new Set([true, false]));
});

describe.each(seeds.slice(0, 12))('learner %i', (seed) => {
  test('takes the comment that suits the answer, with the next exercise', () => {
    const { learner, comment } = answered(seed, 8);
    expect(learner.fault(2, reply(`${comment}\n\n(2 de 8) Completa: ${second![0]}`))).toBeNull();
  });

  test('refuses the comment on another answer', () => {
    const { learner, other } = answered(seed, 8);
    expect(learner.fault(2, reply(`${other}\n\n(2 de 8) Completa: ${second![0]}`))).not.toBeNull();
  });

  test.each(['1 de 8', '3 de 8'])('refuses exercise (%s) instead of the second', (place) => {
    const { learner, comment } = answered(seed, 8);
    expect(learner.fault(2, reply(`${comment}\n\n(${place}) Completa: ${second![0]}`))).toMatch('exercise 2 is not');
  });

  test('wants the score of the answers at the end, and the way on', () => {
    const { learner, wrong, comment } = answered(seed, 1);
    const end = (score: number) => reply(`${comment}\n\nFin de la lección: ${score} de 1.\n\n¿Otra?`, [{ id: 'lesson.done:lesson', title: 'Otra' }]);
    expect(learner.fault(2, end(wrong ? 0 : 1))).toBeNull();
    expect(learner.fault(2, end(wrong ? 1 : 0))).toMatch('right answers are not');
    expect(learner.fault(2, reply(end(wrong ? 0 : 1).text))).toMatch('the end of the lesson is not');
  });
});
