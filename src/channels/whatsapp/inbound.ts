// Walks a webhook body, however it is batched or broken, and hands each item to the file that reads it.
import { readStatus } from './delivery-status.ts';
import type { DeliveryStatus } from './delivery-status.ts';
import { readSystemMessage, readUserIdUpdate } from './identity-change.ts';
import type { IdentityChange } from './identity-change.ts';
import { readMessage } from './inbound-message.ts';
import type { Inbound } from './inbound-message.ts';
import { readContacts } from './person.ts';
import { readPreference } from './preference-change.ts';
import type { PreferenceChange } from './preference-change.ts';
import { isRecord, listOf } from './record.ts';
import { readTemplateChange } from './template-change.ts';
import type { TemplateChange } from './template-change.ts';

export type { Content } from './content.ts';
export type { DeliveryStatus, IdentityChange, Inbound, PreferenceChange };

/** Why something in a webhook led to nothing; each is counted and logged, none is an error. */
export type SkipReason =
  | 'not-whatsapp' /* the body is not a WhatsApp envelope */
  | 'foreign-number' /* for another of the account's numbers */
  | 'group'
  | 'echo' /* typed by the owner in the phone app */
  | 'unknown-field'
  | 'unknown-type' /* a status that Meta did not have before, or that changes nothing */
  | 'notice' /* a system message that changes nobody's identity */
  | 'no-sender' /* nothing says whom the item is about */
  | 'broken-item'
  | 'value-error'; /* Meta reports a fault of its own, without a message */

export type Skipped = { reason: SkipReason; count: number };

/** Everything usable in one webhook, in the order of the body. */
export type WebhookReading = {
  messages: Inbound[]
  statuses: DeliveryStatus[]
  identityChanges: IdentityChange[]
  preferences: PreferenceChange[]
  templates: TemplateChange[]
  skipped: Skipped[]
};

type Sink = WebhookReading & { skip(reason: SkipReason, count?: number): void };
type Item = Inbound | DeliveryStatus | IdentityChange | PreferenceChange | TemplateChange;

/**
 * Reads a parsed webhook body. Never throws, and one broken item never costs another one.
 * `ownNumberId` is our `phone_number_id`: items for other numbers are skipped; null accepts every number.
 * An item without any number id is taken as ours, because dropping a learner's message is the worse mistake.
 */
export function readWebhook(body: unknown, ownNumberId: string | null): WebhookReading {
  const reading: WebhookReading = { messages: [], statuses: [], identityChanges: [], preferences: [], templates: [], skipped: [] };
  const sink: Sink = { ...reading, skip: (reason, count = 1) => addSkipped(reading.skipped, reason, count) };
  if (!isRecord(body) || body.object !== 'whatsapp_business_account') {
    sink.skip('not-whatsapp');
    return reading;
  }
  for (const entry of listOf(body.entry)) {
    if (!isRecord(entry)) sink.skip('broken-item');
    else for (const change of listOf(entry.changes)) readChange(change, entry.time, ownNumberId, sink);
  }
  return reading;
}

function readChange(change: unknown, time: unknown, ownNumberId: string | null, sink: Sink): void {
  if (!isRecord(change) || !isRecord(change.value)) return sink.skip('broken-item');
  const { field, value } = change;
  const numberId = readNumberId(value.metadata) ?? ownNumberId ?? '';
  const foreign = ownNumberId !== null && numberId !== ownNumberId;
  switch (field) {
    case 'messages':
      return foreign ? sink.skip('foreign-number', listOf(value.messages).length + listOf(value.statuses).length || 1) : readMessages(value, numberId, sink);
    case 'user_id_update':
      return foreign ? sink.skip('foreign-number') : readEach(listOf(value.user_id_update), readUserIdUpdate, sink.identityChanges, sink);
    case 'user_preferences':
      return foreign ? sink.skip('foreign-number') : readEach(listOf(value.user_preferences), readPreference, sink.preferences, sink);
    case 'message_template_status_update':
      return readOne(value, (raw) => readTemplateChange(raw, time), sink.templates, sink);
    case 'smb_message_echoes':
      return sink.skip('echo', listOf(value.message_echoes).length || 1);
    default:
      return sink.skip(typeof field === 'string' && field.startsWith('group_') ? 'group' : 'unknown-field');
  }
}

function readMessages(value: Record<string, unknown>, numberId: string, sink: Sink): void {
  const contacts = readContacts(listOf(value.contacts));
  const messages = listOf(value.messages);
  const alone = messages.length === 1;
  for (const message of messages) {
    if (!isRecord(message)) sink.skip('broken-item');
    else if (typeof message.group_id === 'string' && message.group_id !== '') sink.skip('group');
    else if (message.type === 'system') readOne(message, readSystemMessage, sink.identityChanges, sink);
    else readOne(message, (raw) => readMessage(raw, contacts, alone, numberId), sink.messages, sink);
  }
  for (const status of listOf(value.statuses)) {
    if (!isRecord(status)) sink.skip('broken-item');
    else readOne(status, (raw) => readStatus(raw, contacts), sink.statuses, sink);
  }
  const errors = listOf(value.errors).length;
  if (errors > 0) sink.skip('value-error', errors);
}

function readEach<T extends Item>(items: readonly unknown[], read: (raw: unknown) => T | SkipReason, into: T[], sink: Sink): void {
  for (const item of items) readOne(item, read, into, sink);
}

function readOne<R, T extends Item>(raw: R, read: (raw: R) => T | SkipReason, into: T[], sink: Sink): void {
  try {
    const result = read(raw);
    if (typeof result === 'string') sink.skip(result);
    else into.push(result);
  } catch {
    // No reader is known to throw; should one, only its own item is lost.
    sink.skip('broken-item');
  }
}

function readNumberId(metadata: unknown): string | null {
  if (!isRecord(metadata)) return null;
  const id = metadata.phone_number_id;
  return (typeof id === 'string' && id !== '') || typeof id === 'number' ? String(id) : null;
}

function addSkipped(skipped: Skipped[], reason: SkipReason, count: number): void {
  const known = skipped.find((entry) => entry.reason === reason);
  if (known === undefined) skipped.push({ reason, count });
  else known.count += count;
}
