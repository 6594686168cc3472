// Reads one item of `statuses[]`: how far a message that we sent has come.
import { z } from 'zod';
import { cleanLine } from './clean-text.ts';
import { completePerson, readBsuid, readPhone } from './person.ts';
import type { Contacts, Person } from './person.ts';
import { isRecord, listOf } from './record.ts';
import { ProviderId, Timestamp } from './stamp.ts';

const deliveries = ['sent', 'delivered', 'read', 'played', 'failed'] as const;
/** How far a message has come; statuses arrive in any order, and `delivered` may be left out. */
export type Delivery = (typeof deliveries)[number];

/** `at` is milliseconds. `tag` is the `biz_opaque_callback_data` that went out with the message. `billable` and `category` are Meta's pricing, null when not stated. */
export type DeliveryStatus = {
  providerId: string
  status: Delivery
  at: number
  tag: string | null
  recipient: Person
  errorCode: number | null
  errorText: string | null
  billable: boolean | null
  category: string | null
};

const Status = z.object({ id: ProviderId, timestamp: Timestamp, status: z.string() });
const Failure = z.object({ code: z.int(), title: z.unknown().optional(), message: z.unknown().optional(), error_data: z.unknown().optional() });

/** Reads a status, or says why it cannot be used. */
export function readStatus(raw: Record<string, unknown>, contacts: Contacts): DeliveryStatus | 'broken-item' | 'unknown-type' | 'group' {
  if (raw.recipient_type === 'group') return 'group';
  const head = Status.safeParse(raw);
  if (!head.success) return 'broken-item';
  const { id, timestamp, status } = head.data;
  if (!isDelivery(status)) return 'unknown-type';
  const { phone, bsuid } = completePerson({ phone: readPhone(raw.recipient_id), bsuid: readBsuid(raw.recipient_user_id) }, contacts, false);
  const failure = Failure.safeParse(listOf(raw.errors)[0]);
  const pricing = isRecord(raw.pricing) ? raw.pricing : {};
  return {
    providerId: id,
    status,
    at: timestamp,
    tag: cleanLine(raw.biz_opaque_callback_data, 512),
    recipient: { phone, bsuid },
    errorCode: failure.success ? failure.data.code : null,
    errorText: failure.success ? failureText(failure.data) : null,
    billable: typeof pricing.billable === 'boolean' ? pricing.billable : null,
    category: cleanLine(pricing.category, 64),
  };
}

function isDelivery(status: string): status is Delivery {
  return (deliveries as readonly string[]).includes(status);
}

function failureText({ title, message, error_data }: z.infer<typeof Failure>): string | null {
  const details = isRecord(error_data) ? error_data.details : undefined;
  return cleanLine(details, 500) ?? cleanLine(message, 500) ?? cleanLine(title, 500);
}
