// Reads one item of `messages[]` that a person sent.
import { z } from 'zod';
import { readContent } from './content.ts';
import type { Content } from './content.ts';
import { completePerson, isKnown, readBsuid, readPhone } from './person.ts';
import type { Contacts, NamedPerson } from './person.ts';
import { isRecord } from './record.ts';
import { ProviderId, Timestamp } from './stamp.ts';

/** One message to one of our numbers. `sentAt` is milliseconds (Meta counts whole seconds); `repliesTo` is the message it quotes or whose button it tapped. */
export type Inbound = {
  providerId: string
  sentAt: number
  from: NamedPerson
  content: Content
  repliesTo: string | null
  numberId: string
};

const Head = z.object({ id: ProviderId, timestamp: Timestamp });

/** Reads a message, or says why it cannot be used. `alone`: the only message of its change (see completePerson). */
export function readMessage(raw: Record<string, unknown>, contacts: Contacts, alone: boolean, numberId: string): Inbound | 'broken-item' | 'no-sender' {
  const head = Head.safeParse(raw);
  if (!head.success) return 'broken-item';
  const from = completePerson({ phone: readPhone(raw.from), bsuid: readBsuid(raw.from_user_id) }, contacts, alone);
  if (!isKnown(from)) return 'no-sender';
  const content = readContent(raw);
  if (content === null) return 'broken-item';
  return { providerId: head.data.id, sentAt: head.data.timestamp, from, content, repliesTo: readQuoted(raw.context), numberId };
}

function readQuoted(context: unknown): string | null {
  if (!isRecord(context)) return null;
  const id = ProviderId.safeParse(context.id);
  return id.success ? id.data : null;
}
