// Reads what is typed or tapped as the answer to an exercise of a lesson; what is no attempt is no mistake either.
import { folded } from '../grading/folded.ts';
import { minorHint } from '../learners/minor-hints.ts';
import type { ConversationEvent, UnclearReason } from '../../machines/vocabulary.ts';
import { gradeAnswer, isExpected, longestAnswer, type OpenExercise } from './grade-answer.ts';
import { asksToRepeat, soundsLost } from './steering-words.ts';

export function readAnswer(text: string, { exercise, context, language, at }: OpenExercise): ConversationEvent {
  if (exercise === undefined) return { type: 'exercise.gone', at };
  const { id, question } = exercise;
  const unclear = (reason: UnclearReason): ConversationEvent => ({ type: 'unclear', reason, at });
  const said = folded(text);
  if (!isExpected(said, exercise)) {
    if (asksToRepeat(said, language)) return unclear('repeat');
    if (soundsLost(said, language)) return { type: 'asked.hint', at };
  }
  const { verdict, ...graded } = gradeAnswer(exercise, text, language, context.lesson?.urged);
  const { note } = graded;
  // Not what was asked for, and no mistake: asked again in kind words.
  if (note === 'other_language' || note === 'other_script') return unclear('other-language');
  if (note === 'too_long') return unclear('too-long');
  if (verdict === 'invalid' && note === 'short') return unclear('short');
  // Somebody telling of themselves has not tried yet.
  if (verdict === 'wrong' && minorHint(text, at) === language && question.options === null) return unclear('not-an-answer');
  if (verdict === 'correct' || verdict === 'almost' || verdict === 'wrong') {
    return { type: 'answered', exercise: id, answer: { text: text.slice(0, longestAnswer), verdict, ...graded, asked: question.stem.length }, at };
  }
  // A word that steers elsewhere (“level”) but not here.
  if (verdict === 'command' && question.options === null) return unclear('not-an-answer');
  if (note === 'dont_know') return { type: 'asked.hint', at };
  return unclear(question.options === null ? 'no-words' : 'not-a-choice');
}
