// A lesson begins with the part of the theory that its first exercise needs.
import { describe, expect, it } from 'vitest';
import { openingContext } from '../../machines/conversation.logic.ts';
import { newLesson } from '../../machines/lesson.logic.ts';
import { render } from '../../src/conversation/render.ts';
import { theoryFrom } from '../../src/conversation/theory-from.ts';
import { exerciseById, pickLesson } from '../scenarios/exercises.ts';

const now = Date.parse('2026-11-24T18:05:00Z');

describe('the theory that a lesson begins with', () => {
  const theory = 'In the past, *was* with *I, he* and *were* with *you, we*.\n\nTo be born is *be born*: *I was born in 1998*.\n\nTo ask:\n• *What does she look like?* is about looks\n• *How is she?* is about health';

  it.each([
    ['were', '*Were*: with *we* it is *were*.', 'In the past'],
    ['was born', '*Was born*: *be born*, and with *he* it is *was*.', 'To be born'],
    ['look like', '*Look like* asks about looks.', 'To ask'],
    ['nothing', 'No reason that anything speaks of.', 'In the past'],
    ['', '', 'In the past'],
  ])('begins with the paragraph that explains “%s”', (answer, why, begins) => {
    expect(theoryFrom(theory, answer, why).startsWith(begins)).toBe(true);
  });

  it('is the one of its first exercise, and is said where the topic is new', () => {
    const said = (introduces: boolean) => {
      const exercise = { ...exerciseById(pickLesson('es', 'en').exercises[0]!)!, theory, why: '*How is she?* asks about health.', question: { stem: '___ she?', options: null, shownAs: 'typed' as const, answer: 'How is', accepted: [] } };
      const lesson = newLesson({ topic: 't', exercises: [exercise.id], introduces: introduces ? [exercise.id] : [] }, now);
      return render([{ key: 'lesson.theory', context: { ...openingContext({ nativeLanguage: 'es' }), lesson } }], { exerciseById: () => exercise, humanContact: '', now })?.text;
    };
    expect(said(true)).toMatch(/^\*El verbo to be\*\. To ask:\n• /u);
    expect(said(false)).toBeUndefined();
  });
});
