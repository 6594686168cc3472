// When a reminder is welcome: pure functions, called by name from the flows.
import type { Assign, Guard } from './names.ts';

/** Who has not touched the open exercise for so long is not in the middle of a lesson any more, ms. */
const leftAloneAfter = 30 * 60_000;

// Asked for, and nothing practised since the learner's own day began. Who has said “not today” hears no word in the evening either.
const welcomesReminder: Guard = ({ onboarded, profile, lastLessonAt, reminder }, event) =>
  event.type === 'reminder' && onboarded && profile.dailyTime !== null && (lastLessonAt === null || lastLessonAt < event.dayBeganAt)
  && (event.about === 'daily' || (reminder?.declinedAt ?? 0) < event.dayBeganAt);

export const reminderGuards = {
  welcomesReminder,
  welcomesReminderAside: (context, event, params) =>
    welcomesReminder(context, event, params) && context.lesson !== null && event.at - context.lesson.askedAt > leftAloneAfter,
  offersHour: ({ hourOffer }) => hourOffer?.open === true,
} satisfies Record<string, Guard>;

export const reminderAssigns = {
  noteReminder: (_context, event) => (event.type === 'reminder' ? { reminder: { about: event.about, variant: event.variant, time: event.time } } : {}),
  noteDeclined: ({ reminder }, { at }) => ({ reminder: reminder && { ...reminder, declinedAt: at } }),
  closeHourOffer: ({ hourOffer }) => ({ hourOffer: hourOffer && { ...hourOffer, open: false } }),
} satisfies Record<string, Assign>;
