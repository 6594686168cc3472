// What Meta allows in an interactive message: reply buttons, a list, one link, a request for a location or number.
import { z } from 'zod';

/** Ids may not begin or end with a space: Meta trims them and the reply would come back different. */
const idText = (max: number) =>
  z.string().min(1).max(max).refine((id) => id === id.trim(), 'id must not begin or end with spaces');

const oneLine = (max: number) =>
  z.string().min(1).max(max).refine((text) => !/[\r\n]/.test(text) && text.trim() !== '', 'must be one line with something in it');

const body = (max: number) => z.strictObject({ text: z.string().min(1).max(max) });
const footer = z.strictObject({ text: z.string().min(1).max(60) });
const mediaLink = z.strictObject({ id: z.string().min(1).optional(), link: z.string().regex(/^https?:\/\//).optional() });
const textHeader = z.strictObject({ type: z.literal('text'), text: oneLine(60) });
const anyHeader = z.discriminatedUnion('type', [
  textHeader,
  z.strictObject({ type: z.literal('image'), image: mediaLink }),
  z.strictObject({ type: z.literal('video'), video: mediaLink }),
  z.strictObject({ type: z.literal('document'), document: mediaLink }),
]);

const unique = (values: readonly string[]): boolean => new Set(values).size === values.length;

const buttons = z
  .array(z.strictObject({ type: z.literal('reply'), reply: z.strictObject({ id: idText(256), title: oneLine(20) }) }))
  .min(1)
  .max(3)
  .refine((all) => unique(all.map((button) => button.reply.title)), 'button titles must be unique')
  .refine((all) => unique(all.map((button) => button.reply.id)), 'button ids must be unique');

const section = z.strictObject({
  title: oneLine(24).optional(),
  rows: z
    .array(z.strictObject({ id: idText(200), title: oneLine(24), description: z.string().min(1).max(72).optional() }))
    .min(1)
    .max(10),
});

const sections = z
  .array(section)
  .min(1)
  .max(10)
  .refine((all) => all.reduce((sum, part) => sum + part.rows.length, 0) <= 10, 'a list holds at most 10 rows in all sections together')
  .refine((all) => all.length === 1 || all.every((part) => part.title !== undefined), 'each section needs a title when there are several')
  .refine((all) => unique(all.flatMap((part) => part.rows.map((row) => row.id))), 'row ids must be unique');

/** The interactive messages that the simulator's phone can show. Limits: Meta's reference of each type. */
export const interactive = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('button'),
    header: anyHeader.optional(),
    body: body(1024),
    footer: footer.optional(),
    action: z.strictObject({ buttons }),
  }),
  z.strictObject({
    type: z.literal('list'),
    header: textHeader.optional(),
    body: body(4096),
    footer: footer.optional(),
    action: z.strictObject({ button: oneLine(20), sections }),
  }),
  z.strictObject({
    type: z.literal('cta_url'),
    header: anyHeader.optional(),
    body: body(1024),
    footer: footer.optional(),
    action: z.strictObject({
      name: z.literal('cta_url'),
      parameters: z.strictObject({ display_text: oneLine(20), url: z.string().regex(/^https?:\/\/[^\s]+$/) }),
    }),
  }),
  z.strictObject({
    type: z.literal('location_request_message'),
    body: body(1024),
    action: z.strictObject({ name: z.literal('send_location') }),
  }),
  z.strictObject({
    type: z.literal('contact_request'),
    body: body(1024),
    action: z.looseObject({}),
  }),
]);
