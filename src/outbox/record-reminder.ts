// The effect `recordReminder`: a reminder was said, in the words that were chosen for it.
import { openExercise } from '../../machines/lesson.logic.ts';
import type { Context } from '../../machines/vocabulary.ts';
import { noteShown } from '../experiments/reminder-choices.ts';
import type { RecordEffect } from './records.ts';

/** Notes that the chosen wording was shown. A half-done lesson and the evening's word have words of their own. */
export const recordReminder: RecordEffect = (run, asked) =>
  noteShown(run, asked.filter(({ context }) => {
    const { lesson, reminder } = context as unknown as Context;
    return reminder?.about === 'daily' && openExercise(lesson) === null;
  }));
