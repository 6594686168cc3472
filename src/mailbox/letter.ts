// A letter: one item of mail in a learner's mailbox, as it lies in the database.
import { createHash } from 'node:crypto';
import type { Content } from '../channels/whatsapp/inbound.ts';

/** What the learner wrote goes to the mail lane; what may overtake it (STOP, timers, jobs' answers) to the urgent lane. */
export const lanes = { mail: 0, urgent: 1 } as const;

export type Mail =
  | { kind: 'message'; id: string; sentAt: number; content: Content }
  | { kind: 'timer'; id: string; gen: number }
  | { kind: 'done'; id: string; gen: number; output: unknown }
  | { kind: 'failed'; id: string; gen: number; error: string }
  /** A person gives the conversation back to the tutor. */
  | { kind: 'released' }
  /** A release changed the chart: look at the session, so that what it now expects is started. */
  | { kind: 'deployed' }
  | Reminder;

/** The hour has come that a learner asked to be reminded at. */
export interface Reminder {
  kind: 'reminder';
  /** Which reminder, such as “daily”. */
  about: string;
  /** Which wording. */
  variant: string;
  /** The hour it is for, "HH:MM" local. */
  time: string;
  /** When the learner's present date began, ms since the epoch: who has done a lesson since needs no reminder. */
  dayBeganAt: number;
  /** After this it is not said any more, ms since the epoch. */
  until: number;
  /** What may be said outside WhatsApp's window of 24 hours; null for nothing. */
  template: { name: string; language: string } | null;
}

export interface Posted {
  userId: string;
  lane: 0 | 1;
  /** What makes a second delivery of the same letter recognisable; unique per learner. At most 200 characters. */
  key: string;
  mail: Mail;
  /** It may wait so long before anybody looks, ms: what comes for many at once is spread. */
  delayMs?: number;
}

/** How many wake-ups there may be at once, each for a share of the learners: the most processes that are called to work together. */
export const shards = 4;

/** The shard of a learner, 0 to {@link shards} - 1. User ids are random, so their last byte spreads evenly. */
export function shardOf(userId: string): number {
  return parseInt(userId.slice(-2), 16) % shards;
}

/** A dedupe key of at most 200 characters; longer provider ids are hashed. */
export function keyOf(kind: string, id: string): string {
  const key = `${kind}:${id}`;
  return key.length <= 200 ? key : `${kind}:${createHash('sha256').update(id).digest('hex')}`;
}

/** The letter of a timer that ran out; posting it twice is harmless. */
export function timerLetter(userId: string, id: string, gen: number): Posted {
  return { userId, lane: lanes.urgent, key: keyOf('timer', `${gen}:${id}`), mail: { kind: 'timer', id, gen } };
}

/** The letter of a job that answered; posting it twice is harmless. */
export function jobLetter(userId: string, id: string, gen: number, result: { output: unknown } | { error: string }): Posted {
  const mail: Mail = 'output' in result ? { kind: 'done', id, gen, output: result.output } : { kind: 'failed', id, gen, error: result.error };
  return { userId, lane: lanes.urgent, key: keyOf('job', `${gen}:${id}`), mail };
}

/** A reminder's letter. Its key is the learner's own date: once a date and kind, whoever posts it and however the learner travels. */
export function reminderLetter(userId: string, localDate: string, mail: Omit<Reminder, 'kind'>): Posted {
  return { userId, lane: lanes.mail, key: keyOf('reminder', `${mail.about}:${localDate}`), mail: { kind: 'reminder', ...mail } };
}
