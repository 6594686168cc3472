// Reads the ways in which WhatsApp says that a person now has another phone number or user id.
import { z } from 'zod';
import { isKnown, readBsuid, readPhone } from './person.ts';
import type { Person } from './person.ts';
import { isRecord } from './record.ts';
import { ProviderId, Timestamp } from './stamp.ts';

/** Find the learner by `previous`, then store what `current` states; null means not stated, never removed. `at` is milliseconds; `eventId` is set when it came as a message. */
export type IdentityChange = { previous: Person; current: Person; at: number; eventId: string | null };

const System = z.object({ id: ProviderId, timestamp: Timestamp, system: z.object({ type: z.string().nullish() }).loose() });
// Older payloads say `customer_`, newer ones `user_`.
const CHANGES = new Set(['user_changed_number', 'customer_changed_number', 'user_changed_user_id', 'customer_changed_user_id']);
// A person without a phone number is named only in this sentence. Anchored at its end, because a display name stands before it.
const SENTENCE = / changed from (\S+) to (\S+?)\.?$/;

/** Reads a message of type `system`; 'notice' for those that change nobody's identity. */
export function readSystemMessage(raw: Record<string, unknown>): IdentityChange | 'broken-item' | 'no-sender' | 'notice' {
  const parsed = System.safeParse(raw);
  if (!parsed.success) return 'broken-item';
  const { id, timestamp, system } = parsed.data;
  const newPhone = readPhone(system.wa_id) ?? readPhone(system.new_wa_id);
  // The oldest payloads carry no type, only the new number.
  if (!CHANGES.has(system.type ?? '') && !(system.type == null && readPhone(system.new_wa_id) !== null)) return 'notice';
  const current: Person = { phone: newPhone, bsuid: readBsuid(system.user_id) };
  const sentence = typeof system.body === 'string' ? SENTENCE.exec(system.body) : null;
  const previous: Person = {
    phone: readPhone(raw.from) ?? readPhone(system.customer),
    bsuid: readBsuid(raw.from_user_id) ?? (sentence !== null && sentence[2] === current.bsuid ? readBsuid(sentence[1]) : null),
  };
  return change(previous, current, timestamp, id);
}

const Update = z.object({ timestamp: Timestamp, user_id: z.object({ previous: z.string(), current: z.string() }) });

/** Reads an item of the field `user_id_update`. The phone number it carries is the one in use now. */
export function readUserIdUpdate(raw: unknown): IdentityChange | 'broken-item' | 'no-sender' {
  const parsed = Update.safeParse(raw);
  if (!parsed.success || !isRecord(raw)) return 'broken-item';
  const { user_id, timestamp } = parsed.data;
  return change({ phone: null, bsuid: readBsuid(user_id.previous) }, { phone: readPhone(raw.wa_id), bsuid: readBsuid(user_id.current) }, timestamp, null);
}

function change(previous: Person, current: Person, at: number, eventId: string | null): IdentityChange | 'broken-item' | 'no-sender' {
  if (!isKnown(previous)) return 'no-sender';
  return isKnown(current) ? { previous, current, at, eventId } : 'broken-item';
}
