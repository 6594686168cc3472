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
  | { kind: 'deployed' };

export interface Posted {
  userId: string;
  lane: 0 | 1;
  /** What makes a second delivery of the same letter recognisable; unique per learner. At most 200 characters. */
  key: string;
  mail: Mail;
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
