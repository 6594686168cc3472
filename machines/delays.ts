// How long a state may wait, in milliseconds: the only place where a flow's patience is written down.
const minute = 60_000;
const hour = 60 * minute;

export const delays = {
  /** Choosing exercises takes milliseconds; a learner should not look at silence for longer than this. */
  pickTimeout: 8_000,
  /** After this a lesson is parked without a word: the next message offers to go on with it. */
  lessonStale: 20 * hour,
  /** After this a menu, a setting or an offer is forgotten: what is said next is not an answer to it. Its buttons may still count. */
  asideStale: hour,
  /** After this a reminder is no longer what the next message answers; its buttons still count. */
  reminderStale: 12 * hour,
  /** After this nobody is waiting for a person any more, and the tutor may answer again. */
  humanWait: 24 * hour,
} as const;
