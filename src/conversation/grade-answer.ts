// An exercise and a text: what the grader makes of it, and whether the exercise wants to hear just this.
import type { Exercise } from '../exercises/exercise.ts';
import { folded } from '../grading/folded.ts';
import { grade } from '../grading/grade.ts';
import type { Verdict } from '../grading/notes.ts';
import type { Context, Graded, InterfaceLanguage } from '../../machines/vocabulary.ts';
import { plain } from './match-option.ts';

/** So much of an answer is kept, in UTF-16 units. */
export const longestAnswer = 500;

/** An exercise that is open, undefined when it does not exist any more, and when it was answered, ms since the epoch. */
export interface OpenExercise {
  exercise: Exercise | undefined;
  context: Context;
  language: InterfaceLanguage;
  at: number;
}

/** The grader's word on a text as the answer to an exercise. @param urged a whole sentence was asked for already */
export function gradeAnswer({ type, targetLanguage, question }: Exercise, text: string, uiLanguage: InterfaceLanguage, urged = false): Required<Pick<Graded, 'note' | 'best' | 'diff'>> & { verdict: Verdict } {
  const { verdict, note = null, best = null, diff = null } = grade({
    type, language: targetLanguage, accepted: question.accepted, answer: text, context: question.stem, uiLanguage, urged,
    ...(question.options === null ? {} : { options: question.options.map((option) => option.text) }),
  });
  return { verdict, note, best: type === 'multiple_choice' ? question.answer : best, diff };
}

/** Whether a text would count as right, slips included. */
export function isRight(text: string, exercise: Exercise, uiLanguage: InterfaceLanguage): boolean {
  const { verdict } = gradeAnswer(exercise, plain(text).slice(0, longestAnswer), uiLanguage);
  return verdict === 'correct' || verdict === 'almost';
}

const answersOf = ({ accepted, options }: Exercise['question']): string[] => [...accepted, ...(options ?? []).map((option) => option.text)];

/** Whether a folded text is one of the exercise's own forms, whatever else it may mean. */
export function isExpected(said: string, exercise: Exercise | undefined): boolean {
  return exercise !== undefined && answersOf(exercise.question).some((form) => folded(form) === said);
}

/** The words that an exercise brings along: its question, its answers, and the one with the other filled in. */
export function formsOf({ question }: Exercise): string[] {
  const forms = answersOf(question);
  return [question.stem, ...forms, ...forms.map((form) => question.stem.replace(/_{2,}/u, form))];
}
