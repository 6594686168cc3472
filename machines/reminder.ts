// The reminder as data: said at the hour the learner asked for, and open until it is answered or the day is over.
import type { Flow } from './vocabulary.ts';

export const reminder: Flow = {
  description: 'The hour has come that the learner asked to be reminded at; a lesson in hand stays in hand',
  meta: { prompt: 'reminder', reads: 'option', burst: 'merge', safe: 'menu', accepts: ['lesson.offer', 'lesson.done'] },
  entry: ['recordReminder', { type: 'say', params: { key: 'reminder' } }],
  on: {
    chose: [
      { guard: { type: 'optionIs', params: { option: 'go' } }, target: '#conversation.lesson' },
      { guard: { type: 'optionIs', params: { option: 'lesson' } }, target: '#conversation.lesson' },
      { guard: { type: 'optionIs', params: { option: 'later' } }, target: '#conversation.idle', actions: ['noteDeclined', { type: 'say', params: { key: 'reminder.later' } }] },
      { target: '#conversation.menu' },
    ],
    unclear: [
      { guard: { type: 'unclearIs', params: { reasons: ['not-text', 'old-button'] } }, target: '#conversation.menu', actions: ['noteUnclear', { type: 'say', params: { key: 'unclear' } }] },
      { target: '#conversation.menu' },
    ],
    reminder: { guard: 'welcomesReminder', target: '#conversation.reminded', reenter: true, actions: 'noteReminder', description: 'Yesterday’s was not answered' },
  },
  after: { reminderStale: '#conversation.idle' },
};
