// What the Graph API's messages endpoint takes: the simulator's own rules, which hold whatever schema is at hand.
import { z } from 'zod';
import type { Fault } from './graph-errors.ts';
import { interactive } from './send-interactive.ts';

/** A business-scoped user id: two-letter country, dot, optionally `ENT.`, up to 128 alphanumerics. */
export const BSUID = /^[A-Z]{2}\.(ENT\.)?[0-9A-Za-z]{1,128}$/;

const media = z
  .strictObject({ id: z.string().min(1).optional(), link: z.string().regex(/^https?:\/\//).optional() })
  .refine((one) => (one.id === undefined) !== (one.link === undefined), 'give either id or link');
const captioned = z
  .strictObject({
    id: z.string().min(1).optional(),
    link: z.string().regex(/^https?:\/\//).optional(),
    caption: z.string().max(1024).optional(),
    filename: z.string().optional(),
  })
  .refine((one) => (one.id === undefined) !== (one.link === undefined), 'give either id or link');
const audio = z
  .strictObject({
    id: z.string().min(1).optional(),
    link: z.string().regex(/^https?:\/\//).optional(),
    voice: z.boolean().optional(),
  })
  .refine((one) => (one.id === undefined) !== (one.link === undefined), 'give either id or link');

const parameter = z.looseObject({ type: z.string(), text: z.string().optional(), payload: z.string().optional() });
const template = z.strictObject({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  language: z.strictObject({ code: z.string().min(2), policy: z.literal('deterministic').optional() }),
  components: z
    .array(
      z.strictObject({
        type: z.enum(['header', 'body', 'button']),
        sub_type: z.string().optional(),
        index: z.union([z.number().int().min(0).max(9), z.string().regex(/^[0-9]$/)]).optional(),
        parameters: z.array(parameter).optional(),
      }),
    )
    .optional(),
});

const envelope = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.literal('individual').optional(),
  to: z.string().min(1).optional(),
  recipient: z.string().regex(BSUID).optional(),
  context: z.strictObject({ message_id: z.string().min(1) }).optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
};

const message = z.discriminatedUnion('type', [
  z.strictObject({ ...envelope, type: z.literal('text'), text: z.strictObject({ body: z.string().min(1).max(4096), preview_url: z.boolean().optional() }) }),
  z.strictObject({ ...envelope, type: z.literal('interactive'), interactive }),
  z.strictObject({ ...envelope, type: z.literal('template'), template }),
  z.strictObject({ ...envelope, type: z.literal('image'), image: captioned }),
  z.strictObject({ ...envelope, type: z.literal('video'), video: captioned }),
  z.strictObject({ ...envelope, type: z.literal('document'), document: captioned }),
  z.strictObject({ ...envelope, type: z.literal('audio'), audio }),
  z.strictObject({ ...envelope, type: z.literal('sticker'), sticker: media }),
  z.strictObject({
    ...envelope,
    type: z.literal('location'),
    location: z.strictObject({
      latitude: z.union([z.number(), z.string()]),
      longitude: z.union([z.number(), z.string()]),
      name: z.string().optional(),
      address: z.string().optional(),
    }),
  }),
  z.strictObject({ ...envelope, type: z.literal('reaction'), reaction: z.strictObject({ message_id: z.string().min(1), emoji: z.string().max(32) }) }),
]);

const readReceipt = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: z.string().min(1),
  typing_indicator: z.strictObject({ type: z.literal('text') }).optional(),
});

export type OutgoingMessage = z.infer<typeof message>;
export type ReadReceipt = z.infer<typeof readReceipt>;
export type SendRequest =
  | { kind: 'message'; message: OutgoingMessage }
  | { kind: 'read'; receipt: ReadReceipt }
  | { kind: 'refused'; fault: Fault };

const TYPES = new Set(message.options.map((option) => option.shape.type.value as string));

/** A body's first broken rule as Meta's code: 131008 missing, 100 unknown key, 131009 wrong value. */
function faultOf(error: z.ZodError, body: unknown): Fault {
  const issue = error.issues[0]!;
  const path = issue.path.map(String).join('.');
  const details = path === '' ? issue.message : `Param ${path}: ${issue.message}`;
  if (issue.code === 'unrecognized_keys') return { code: 100, details };
  return { code: valueAt(body, issue.path) === undefined ? 131008 : 131009, details };
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], body);
}

/** Sorts a request body into a message, a read receipt, or the fault that Meta would answer. */
export function parseSend(body: unknown): SendRequest {
  const refused = (code: number, details: string): SendRequest => ({ kind: 'refused', fault: { code, details } });
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return refused(100, 'The body must be a JSON object.');
  if ('status' in body) {
    const parsed = readReceipt.safeParse(body);
    return parsed.success ? { kind: 'read', receipt: parsed.data } : { kind: 'refused', fault: faultOf(parsed.error, body) };
  }
  if (!('type' in body)) return refused(131008, 'Param type is missing.');
  if (typeof body.type !== 'string' || !TYPES.has(body.type)) return refused(131051, `The type ${JSON.stringify(body.type)} is unknown.`);
  const parsed = message.safeParse(body);
  if (!parsed.success) return { kind: 'refused', fault: faultOf(parsed.error, body) };
  const { to, recipient } = parsed.data;
  if (to === undefined && recipient === undefined) return refused(131008, 'Give to or recipient.');
  // Meta lets `to` win; giving both is still a sign of confusion about who is meant.
  if (to !== undefined && recipient !== undefined) return refused(131009, 'Give either to or recipient, not both.');
  if (to !== undefined && !BSUID.test(to) && !/^\+?[0-9][0-9 ()-]{5,}$/.test(to)) return refused(131009, 'Param to is not a phone number.');
  return templateFault(parsed.data) ?? { kind: 'message', message: parsed.data };
}

/** Template parameters may not hold new lines, tabs or more than four spaces in a row. */
function templateFault(sent: OutgoingMessage): SendRequest | undefined {
  if (sent.type !== 'template') return undefined;
  const texts = (sent.template.components ?? []).flatMap((part) => part.parameters ?? []).map((one) => one.text ?? '');
  return texts.some((text) => /[\n\t]| {5,}/.test(text)) ? { kind: 'refused', fault: { code: 132018 } } : undefined;
}
