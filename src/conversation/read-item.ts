// Reads what is typed under a question of the placement test: nothing is hinted at or corrected, and what is no answer counts for nothing.
import type { Exercise } from '../exercises/exercise.ts';
import { readCommand } from '../grading/commands.ts';
import { grade } from '../grading/grade.ts';
import { minorHint } from '../learners/minor-hints.ts';
import { afterAnswer } from '../learning/placement-in-hand.ts';
import type { Context, ConversationEvent, Graded, InterfaceLanguage, UnclearReason } from '../../machines/vocabulary.ts';
import { folded } from './match-option.ts';
import { saysBeginner, soundsLost } from './steering-words.ts';

/** A question that is open, and when it was answered, ms since the epoch. */
export interface OpenItem {
  exercise: Exercise | undefined;
  context: Context;
  language: InterfaceLanguage;
  at: number;
}

/** @param expected whether the open question wants to hear just this, whatever else it may mean */
export function readItem(text: string, open: OpenItem, expected: boolean): ConversationEvent {
  const { exercise, context, language, at } = open;
  if (exercise === undefined) return { type: 'exercise.gone', at };
  const { type, targetLanguage, question } = exercise;
  const said = folded(text);
  const unclear = (reason: UnclearReason): ConversationEvent => ({ type: 'unclear', reason, at });
  if (!expected) {
    if (saysBeginner(said, language)) return { type: 'chose', option: 'beginner', at };
    if (readCommand(text, language) === 'hint') return unclear('test-hint');
    if (readCommand(text, language) === 'skip' || soundsLost(said, language)) return notKnown(open);
  }
  const { verdict, note = null, best = null } = grade({
    type, language: targetLanguage, accepted: question.accepted, answer: text,
    ...(question.options === null ? {} : { options: question.options.map((option) => option.text) }),
    context: question.stem, uiLanguage: context.profile.nativeLanguage,
  });
  if (note === 'dont_know') return notKnown(open);
  if (note === 'other_language' || note === 'other_script') return unclear('test-language');
  if (note === 'too_long') return unclear('too-long');
  if (verdict === 'command' || note === 'instruction') return unclear('test-answer');
  if (verdict === 'invalid') return unclear(question.options === null ? 'no-words' : 'not-an-option');
  if (verdict === 'wrong' && minorHint(text, at) === language && question.options === null) return unclear('test-answer');
  return answered({ text: text.slice(0, longestKept), verdict, note, best: type === 'multiple_choice' ? question.answer : best }, open, !(verdict === 'wrong' && note === 'unsure'));
}

const longestKept = 500;

/** The question was skipped, or the learner says not to know: it counts as not known. */
export function notKnown(open: OpenItem): ConversationEvent {
  if (open.exercise === undefined) return { type: 'exercise.gone', at: open.at };
  return answered({ text: '', verdict: 'wrong', note: 'skipped', best: open.exercise.question.answer }, open, true);
}

/** @param settled whether the grader could tell right from wrong */
function answered(answer: Graded, { exercise, context: { placement }, at }: OpenItem, settled: boolean): ConversationEvent {
  const id = exercise!.id;
  const test = placement!;
  const after = afterAnswer(settled ? test : { ...test, items: test.items.filter((item) => item.id !== id) }, id, answer.verdict !== 'wrong');
  return { type: 'answered.item', exercise: id, answer, settled, ...after, at };
}
