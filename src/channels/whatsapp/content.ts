// What a learner sent, as a closed set of kinds, and the table that reads each of WhatsApp's message types into one.
import { z } from 'zod';
import { cleanLine, cleanText } from './clean-text.ts';
import { isRecord } from './record.ts';
import { ProviderId } from './stamp.ts';

export type Content =
  | { kind: 'text'; text: string }
  /** A button, list row or template button; `id` is what we put there when we sent it. Old buttons can be tapped at any time. */
  | { kind: 'tap'; id: string; title: string }
  | { kind: 'media'; media: Media; mediaId: string; caption: string | null }
  | { kind: 'location' }
  | { kind: 'contacts' }
  /** `emoji` is null when a reaction was taken back; `to` is the message reacted to. */
  | { kind: 'reaction'; emoji: string | null; to: string }
  | { kind: 'order' }
  /** A completed WhatsApp Flow: its flat answers, values as text. */
  | { kind: 'form'; answers: Record<string, string> }
  | { kind: 'welcome' }
  | { kind: 'edited' }
  | { kind: 'revoked' }
  /** Anything that cannot be read: an unknown type, or a known one without its payload. The learner did send something and can be told so. */
  | { kind: 'unsupported'; type: string };

export type Media = 'audio' | 'image' | 'video' | 'document' | 'sticker';

const ID_LIMIT = 256;
const FORM_JSON_LIMIT = 65_536;
const FORM_FIELDS = 50;

const Text = z.object({ body: z.string() });
const Reply = z.object({ id: z.string().min(1), title: z.unknown().optional() });
const ButtonReply = z.object({ type: z.literal('button_reply'), button_reply: Reply });
const ListReply = z.object({ type: z.literal('list_reply'), list_reply: Reply });
const FormReply = z.object({ type: z.literal('nfm_reply'), nfm_reply: z.object({ response_json: z.string().max(FORM_JSON_LIMIT) }) });
const Interactive = z.discriminatedUnion('type', [ButtonReply, ListReply, FormReply]);
const TemplateButton = z.object({ payload: z.unknown().optional(), text: z.unknown().optional() });
const MediaNode = z.object({ id: z.string().min(1), caption: z.unknown().optional() });
const Reaction = z.object({ message_id: ProviderId, emoji: z.unknown().optional() });

type Reader = (payload: unknown, type: string) => Content;

const readers = new Map<string, Reader>([
  ['interactive', readInteractive],
  ['button', readTemplateButton],
  ['audio', readMedia],
  ['image', readMedia],
  ['video', readMedia],
  ['document', readMedia],
  ['sticker', readMedia],
  ['reaction', readReaction],
  ['location', () => ({ kind: 'location' })],
  ['contacts', () => ({ kind: 'contacts' })],
  ['order', () => ({ kind: 'order' })],
  ['request_welcome', () => ({ kind: 'welcome' })],
  ['edit', () => ({ kind: 'edited' })],
  ['revoke', () => ({ kind: 'revoked' })],
  ['unsupported', (payload) => unsupported(isRecord(payload) ? payload.type : undefined)],
]);

/**
 * Reads a message's content. The payload of a message lies under the name of its type.
 * Returns null only for a text without text, which is a broken message rather than an unknown one.
 */
export function readContent(message: Record<string, unknown>): Content | null {
  const type = message.type;
  if (type === 'text') {
    const text = Text.safeParse(message.text);
    return text.success ? { kind: 'text', text: cleanText(text.data.body) } : null;
  }
  if (typeof type !== 'string') return unsupported(type);
  // A Map, because an object would find `constructor` for a message of type "constructor".
  const read = readers.get(type);
  return read === undefined ? unsupported(type) : read(message[type], type);
}

function unsupported(type: unknown): Content {
  return { kind: 'unsupported', type: cleanLine(type, 64) ?? 'unknown' };
}

function readInteractive(payload: unknown): Content {
  const parsed = Interactive.safeParse(payload);
  if (!parsed.success) return unsupported(isRecord(payload) && typeof payload.type === 'string' ? payload.type : 'interactive');
  const reply = parsed.data;
  if (reply.type === 'button_reply') return tap(reply.button_reply.id, reply.button_reply.title);
  if (reply.type === 'list_reply') return tap(reply.list_reply.id, reply.list_reply.title);
  return readForm(reply.nfm_reply.response_json);
}

function readTemplateButton(payload: unknown, type: string): Content {
  const button = TemplateButton.safeParse(payload);
  if (!button.success) return unsupported(type);
  const id = button.data.payload ?? button.data.text;
  return typeof id === 'string' && id !== '' ? tap(id, button.data.text) : unsupported(type);
}

function tap(id: string, title: unknown): Content {
  return { kind: 'tap', id: cleanText(id, ID_LIMIT), title: cleanLine(title, ID_LIMIT) ?? '' };
}

function readMedia(payload: unknown, type: string): Content {
  const node = MediaNode.safeParse(payload);
  if (!node.success) return unsupported(type);
  const { id, caption } = node.data;
  return { kind: 'media', media: type as Media, mediaId: cleanText(id, ID_LIMIT), caption: typeof caption === 'string' && caption !== '' ? cleanText(caption) : null };
}

function readReaction(payload: unknown, type: string): Content {
  const reaction = Reaction.safeParse(payload);
  if (!reaction.success) return unsupported(type);
  return { kind: 'reaction', emoji: cleanLine(reaction.data.emoji, 32), to: reaction.data.message_id };
}

function readForm(json: string): Content {
  let answers: unknown;
  try {
    answers = JSON.parse(json);
  } catch {
    return unsupported('nfm_reply');
  }
  if (!isRecord(answers)) return unsupported('nfm_reply');
  const flat = Object.entries(answers)
    .filter(([key, value]) => key !== '__proto__' && ['string', 'number', 'boolean'].includes(typeof value))
    .slice(0, FORM_FIELDS)
    .map(([key, value]) => [cleanText(key, ID_LIMIT), cleanText(String(value), 1024)] as const);
  return { kind: 'form', answers: Object.fromEntries(flat) };
}
