// Reads a change of the field `message_template_status_update`: what Meta has made of one of our templates.
import { z } from 'zod';
import { Timestamp } from './stamp.ts';

/** `at` is when Meta said so, ms since the epoch; null when it did not tell. */
export type TemplateChange = { name: string; language: string; state: 'pending' | 'approved' | 'paused' | 'disabled' | 'rejected'; at: number | null };

// What Meta calls it. A template that is only flagged may still be sent.
const states: Readonly<Record<string, TemplateChange['state']>> = {
  APPROVED: 'approved', REINSTATED: 'approved', PENDING: 'pending', IN_APPEAL: 'pending', PAUSED: 'paused',
  DISABLED: 'disabled', PENDING_DELETION: 'disabled', DELETED: 'disabled', REJECTED: 'rejected',
};

const Change = z.object({ event: z.string(), message_template_name: z.string().min(1).max(512), message_template_language: z.string().min(1).max(20) });

/** Reads a change, or says why it cannot be used. @param time of the webhook's entry */
export function readTemplateChange(raw: unknown, time: unknown): TemplateChange | 'broken-item' | 'unknown-type' {
  const parsed = Change.safeParse(raw);
  if (!parsed.success) return 'broken-item';
  const state = Object.hasOwn(states, parsed.data.event) ? states[parsed.data.event] : undefined;
  if (state === undefined) return 'unknown-type';
  return { name: parsed.data.message_template_name, language: parsed.data.message_template_language, state, at: Timestamp.safeParse(time).data ?? null };
}
