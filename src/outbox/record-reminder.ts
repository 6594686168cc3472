// The effect `recordReminder`: a reminder was said, in the words that were chosen for it.
import { openExercise } from '../../machines/lesson.logic.ts';
import type { Context } from '../../machines/vocabulary.ts';
import { noteShown } from '../experiments/reminder-choices.ts';
import type { RecordEffect } from './records.ts';

/** Notes that the chosen wording was shown. Who has a lesson half done is reminded of that one, in words that nobody chose. */
export const recordReminder: RecordEffect = (run, asked) =>
  noteShown(run, asked.filter(({ context }) => openExercise((context as unknown as Context).lesson) === null));
