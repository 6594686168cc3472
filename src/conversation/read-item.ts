// Reads what is typed under a question of the placement test: nothing is hinted at or corrected, and what is no answer counts for nothing.
import { readCommand } from '../grading/commands.ts';
import { folded } from '../grading/folded.ts';
import { minorHint } from '../learners/minor-hints.ts';
import { afterAnswer } from '../learning/placement-in-hand.ts';
import type { ConversationEvent, Graded, UnclearReason } from '../../machines/vocabulary.ts';
import { gradeAnswer, longestAnswer, type OpenExercise } from './grade-answer.ts';
import { asksToRepeat, saysBeginner, soundsLost } from './steering-words.ts';

/** @param expected whether the open question wants to hear just this, whatever else it may mean */
export function readItem(text: string, open: OpenExercise, expected: boolean): ConversationEvent {
  const { exercise, language, at } = open;
  if (exercise === undefined) return { type: 'exercise.gone', at };
  const { question } = exercise;
  const said = folded(text);
  const unclear = (reason: UnclearReason): ConversationEvent => ({ type: 'unclear', reason, at });
  if (!expected) {
    if (saysBeginner(said, language)) return { type: 'chose', option: 'beginner', at };
    if (asksToRepeat(said, language)) return unclear('repeat');
    if (readCommand(text, language) === 'hint') return unclear('test-hint');
    if (readCommand(text, language) === 'skip' || soundsLost(said, language)) return notKnown(open);
  }
  const { verdict, note, best } = gradeAnswer(exercise, text, language);
  if (note === 'dont_know') return notKnown(open);
  if (note === 'other_language' || note === 'other_script') return unclear('test-language');
  if (note === 'too_long') return unclear('too-long');
  if (verdict === 'command' || note === 'instruction') return unclear('test-answer');
  if (verdict === 'invalid') return unclear(question.options === null ? 'no-words' : 'not-an-option');
  if (verdict === 'wrong' && minorHint(text, at) === language && question.options === null) return unclear('test-answer');
  return answered({ text: text.slice(0, longestAnswer), verdict, note, best }, open, !(verdict === 'wrong' && note === 'unsure'));
}

/** The question was skipped, or the learner says not to know: it counts as not known. */
export function notKnown(open: OpenExercise): ConversationEvent {
  if (open.exercise === undefined) return { type: 'exercise.gone', at: open.at };
  return answered({ text: '', verdict: 'wrong', note: 'skipped', best: open.exercise.question.answer }, open, true);
}

/** @param settled whether the grader could tell right from wrong */
function answered(answer: Graded, { exercise, context: { placement }, at }: OpenExercise, settled: boolean): ConversationEvent {
  const id = exercise!.id;
  const test = placement!;
  const after = afterAnswer(settled ? test : { ...test, items: test.items.filter((item) => item.id !== id) }, id, answer.verdict !== 'wrong');
  return { type: 'answered.item', exercise: id, answer, settled, ...after, at };
}
