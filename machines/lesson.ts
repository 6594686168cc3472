// A lesson as data: choose exercises, explain in brief, ask, comment and ask on, sum up.
import { askAgain, asksAgain, isOver, later, offersAgain } from './shared-transitions.ts';
import type { Flow } from './vocabulary.ts';

export const lesson: Flow = {
  description: 'One topic, some eight exercises, about five minutes',
  initial: 'gate',
  meta: { safe: 'back', reads: 'option', burst: 'merge' },
  exit: { type: 'rememberFlow', params: { flow: 'lesson' } },
  on: {
    reminder: { guard: 'welcomesReminderAside', target: '#conversation.reminded', actions: 'noteReminder', description: 'Left alone long enough to be reminded of' },
    ...asksAgain('lesson'),
    answered: askAgain('#conversation.lesson.resume', 'old-button'),
    'asked.report': { target: '#conversation.lesson.resume', reenter: true, actions: ['recordReport', { type: 'say', params: { key: 'report' } }, 'markReported'] },
  },
  states: {
    resume: { type: 'history', history: 'deep', target: 'gate' },
    gate: {
      description: 'Goes on with a lesson in hand, otherwise starts one',
      always: [
        { guard: 'hasOpenLesson', target: 'exercise' },
        { target: 'picking' },
      ],
    },
    offer: {
      description: 'The first lesson, offered at the end of onboarding',
      meta: { prompt: 'lesson.offer' },
      entry: { type: 'say', params: { key: 'lesson.offer' } },
      on: {
        chose: [
          { guard: { type: 'optionIs', params: { option: 'lesson' } }, target: 'gate' },
          later,
        ],
        ...offersAgain('offer'),
      },
      after: { asideStale: '#conversation.idle' },
    },
    picking: {
      meta: { reads: 'nothing', burst: 'hold' },
      invoke: {
        id: 'pickLesson',
        src: 'pickLesson',
        onDone: [
          { guard: 'foundExercises', target: 'exercise', actions: [{ type: 'say', params: { key: 'lesson.gone' } }, 'beginLesson'] },
          { target: 'nothing', actions: 'dropLesson' },
        ],
        onError: { target: '#conversation.menu', actions: ['dropLesson', { type: 'say', params: { key: 'lesson.failed' } }] },
      },
      after: { pickTimeout: { target: '#conversation.menu', actions: ['dropLesson', { type: 'say', params: { key: 'lesson.failed' } }] } },
    },
    nothing: {
      description: 'No exercises for this language and level, said honestly',
      meta: { prompt: 'lesson.nothing' },
      entry: { type: 'say', params: { key: 'lesson.nothing' } },
      on: {
        chose: [
          { guard: { type: 'optionIs', params: { option: 'target' } }, target: '#conversation.settings.aim' },
          { guard: { type: 'optionIs', params: { option: 'level' } }, target: '#conversation.settings.level' },
          later,
        ],
      },
      after: { asideStale: '#conversation.idle' },
    },
    exercise: {
      description: 'One exercise is open; the answer brings its comment and the next exercise in one bubble',
      meta: { prompt: 'lesson.exercise', reads: 'answer', burst: 'each' },
      entry: ['askExercise', { type: 'say', params: { key: 'lesson.theory' } }, 'noteIntroduced', { type: 'say', params: { key: 'lesson.exercise' } }],
      on: {
        answered: [
          {
            guard: 'isLastAnswer',
            target: 'done',
            actions: ['markAnswer', 'recordAttempt', { type: 'say', params: { key: 'lesson.feedback' } }, 'finishLesson', 'countStreak', 'weighHour', 'recordLesson', 'recordStreak', 'recordMastery', 'recordDay', { type: 'say', params: { key: 'lesson.summary' } }, { type: 'say', params: { key: 'streak.counted' } }],
          },
          { guard: 'isOpenAnswer', target: 'exercise', reenter: true, actions: ['markAnswer', 'recordAttempt', { type: 'say', params: { key: 'lesson.feedback' } }] },
        ],
        'asked.skip': [
          {
            guard: 'isLastOfSkipped',
            target: 'done',
            description: 'Nothing was answered, so it is no lesson',
            actions: ['markSkip', 'recordAttempt', { type: 'say', params: { key: 'lesson.feedback' } }, { type: 'say', params: { key: 'lesson.summary' } }],
          },
          {
            guard: 'isLast',
            target: 'done',
            actions: ['markSkip', 'recordAttempt', { type: 'say', params: { key: 'lesson.feedback' } }, 'finishLesson', 'countStreak', 'weighHour', 'recordLesson', 'recordStreak', 'recordMastery', 'recordDay', { type: 'say', params: { key: 'lesson.summary' } }, { type: 'say', params: { key: 'streak.counted' } }],
          },
          { target: 'exercise', reenter: true, actions: ['markSkip', 'recordAttempt', { type: 'say', params: { key: 'lesson.feedback' } }] },
        ],
        unclear: { guard: { type: 'unclearIs', params: { reasons: ['short'] } }, target: 'exercise', reenter: true, description: 'A word or two where a sentence is due: asked for once', actions: ['noteUnclear', 'noteUrged', { type: 'say', params: { key: 'unclear' } }] },
        'asked.hint': { target: 'exercise', reenter: true, actions: ['noteHint', { type: 'say', params: { key: 'lesson.hint' } }] },
        'exercise.gone': { target: 'picking', description: 'The lesson stays in hand until there is another one, with which it is told' },
      },
      after: { lessonStale: { target: '#conversation.idle', description: 'Parked without a word; the lesson stays in hand' } },
    },
    done: {
      description: 'The lesson is over',
      meta: { prompt: 'lesson.done' },
      entry: { type: 'say', params: { key: 'lesson.done' } },
      always: [
        { guard: 'hasBreakToTell', target: '#conversation.menu', actions: 'tellBreak' },
        { guard: 'offersHour', target: 'hour' },
      ],
      on: {
        chose: [
          { guard: { type: 'optionIs', params: { option: 'lesson' } }, target: 'gate' },
          { guard: { type: 'optionIs', params: { option: 'scene' } }, target: '#conversation.roleplay.gate', actions: 'dropScene' },
          later,
        ],
        ...isOver,
      },
      after: { asideStale: '#conversation.idle' },
    },
    hour: {
      description: 'Once in a good while the hour of this lesson is offered for the reminder, in place of the usual question',
      meta: { prompt: 'lesson.hour', accepts: ['lesson.done'] },
      entry: ['closeHourOffer', { type: 'say', params: { key: 'lesson.hour' } }],
      on: {
        chose: [
          { guard: { type: 'optionIs', params: { option: 'same' } }, target: 'done', actions: ['followLessons', 'saveProfile', { type: 'say', params: { key: 'lesson.hour.noted' } }] },
          { guard: { type: 'optionIs', params: { option: 'lesson' } }, target: 'gate' },
          { guard: { type: 'optionIs', params: { option: 'scene' } }, target: '#conversation.roleplay.gate', actions: 'dropScene' },
          later,
        ],
        ...isOver,
      },
      after: { asideStale: '#conversation.idle' },
    },
  },
};
