// What the placement test remembers: answers, what could not be settled, a level put right, and nothing that the session need not carry.
import { expect, it } from 'vitest';
import { openingContext } from '../../machines/conversation.logic.ts';
import { newLesson } from '../../machines/lesson.logic.ts';
import { neighbour, placementAssigns, placementGuards } from '../../machines/placement.logic.ts';
import type { Context, PlacementInHand } from '../../machines/vocabulary.ts';

const at = Date.parse('2026-11-24T18:05:00Z');
const item = (id: string) => ({ id, a: 1.2, b: -2, c: 0, area: 'grammar' as const });
const result = { level: 'A2' as const, theta: -1.4, se: 0.6, ceiling: false };
const test: PlacementInHand = { items: [item('a'), item('b')], seed: 1, open: 'a', answers: [], result: null, begunAt: at, askedAt: at, last: null };
const context = (own: Partial<PlacementInHand> = {}): Context => ({ ...openingContext({}), lesson: null, placement: { ...test, ...own } });
const answered = (verdict: 'correct' | 'almost' | 'wrong', settled = true) =>
  ({ type: 'answered.item', exercise: 'a', answer: { text: 'x', verdict, note: null, best: null }, settled, next: 'b', result, at: at + 7_000 }) as const;
const mark = (event: ReturnType<typeof answered>): PlacementInHand => placementAssigns.markItem(context(), event).placement!;

it('a slip counts as known, an answer takes its time, and the next question is open', () => {
  expect([mark(answered('correct')), mark(answered('almost')), mark(answered('wrong'))].map(({ answers }) => answers[0]!.correct)).toEqual([true, true, false]);
  expect(mark(answered('wrong'))).toMatchObject({ open: 'b', result, last: { exercise: 'a', tookMs: 7_000 } });
});

it('what could not be settled was asked, and is no item any more', () => {
  const { answers, items } = mark(answered('wrong', false));
  expect(answers).toEqual([{ id: 'a', correct: false }]);
  expect(items.map(({ id }) => id)).toEqual(['b']);
});

it('a level is told from four answers on', () => {
  const end = { type: 'chose', option: 'end', at } as const;
  const after = (n: number) => context({ result, answers: Array.from({ length: n }, (_, i) => ({ id: `${i}`, correct: true })) });
  expect([3, 4].map((n) => placementGuards.stopsWithEnough(after(n), end))).toEqual([false, true]);
});

it('a level moves by one, from A1 to the highest that is taught', () => {
  expect([neighbour('A1', -1), neighbour('A1', 1), neighbour('B1', -1), neighbour('B1', 1), neighbour(null, 1)]).toEqual([null, 'A2', 'A2', null, 'A2']);
});

it('being placed sets the level and drops the lesson of the old one; a test that is over leaves its result and no bank', () => {
  const lesson = newLesson({ topic: 't', exercises: ['x'], introduces: [] }, at);
  expect(placementAssigns.placeLearner({ ...context({ result }), lesson })).toMatchObject({ profile: { level: 'A2' }, lesson: null });
  expect(placementAssigns.placeAsBeginner(context({ result }))).toMatchObject({ profile: { level: 'A1' }, placement: { result: null } });
  expect(placementAssigns.closePlacement(context({ result })).placement).toMatchObject({ items: [], open: null, result });
});

it('a question that was replaced keeps the answers before it; a new test begins without any', () => {
  const drawn = { type: 'xstate.done.actor.drawItems', output: { items: [item('c')], seed: 9, next: 'c' }, at: at + 1 } as const;
  const answers = [{ id: 'z', correct: true }];
  expect(placementAssigns.beginPlacement(context({ answers }), drawn).placement).toMatchObject({ answers, begunAt: at, open: 'c', seed: 9 });
  expect(placementAssigns.beginPlacement(context({ answers, open: null }), drawn).placement).toMatchObject({ answers: [], begunAt: at + 1, result: null });
});
