// What a learner does on the phone: write, tap, send a voice note, picture, place or sticker, react.
import { z } from 'zod';
import { type Choice, choicesOf, type Content, type Entry } from './entries.ts';
import { addEntry, findEntry, type Phone } from './phones.ts';
import { DISPLAY_NUMBER } from './settings.ts';
import { messageWebhook } from './webhook-payloads.ts';
import { newMessageId, showEntry, showPhone, type World } from './world.ts';

/** One thing a learner can do. `quoted` and `messageId` are ids of lines in the conversation, old ones too. */
export const learnerAction = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1).max(20_000), quoted: z.string().optional() }),
  /** `choice` is the id or the title of a button or row; without `messageId` the newest message offering it counts. */
  z.strictObject({ type: z.literal('tap'), choice: z.string().min(1), messageId: z.string().optional() }),
  z.strictObject({ type: z.literal('voice') }),
  z.strictObject({ type: z.literal('image'), caption: z.string().min(1).max(1024).optional() }),
  z.strictObject({ type: z.literal('sticker') }),
  z.strictObject({
    type: z.literal('location'),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    name: z.string().optional(),
  }),
  /** An empty emoji takes the reaction back. */
  z.strictObject({ type: z.literal('reaction'), messageId: z.string().min(1), emoji: z.string().max(32) }),
]);
export type LearnerAction = z.infer<typeof learnerAction>;

type Draft = { content: Content; body: object; quoted?: string };

/** Does it: a line in the conversation and a webhook on its way. Throws RangeError when there is nothing to tap. */
export function act(world: World, phone: Phone, action: LearnerAction): Entry {
  const draft = draftOf(world, phone, action);
  const now = world.clock.now();
  const entry: Entry = {
    id: newMessageId(world, phone.waId),
    from: 'learner',
    at: now,
    progress: 'sent',
    content: draft.content,
    reactions: {},
    tapped: [],
    ...(draft.quoted === undefined ? {} : { quoted: draft.quoted }),
  };
  phone.lastInboundAt = now;
  if (action.type === 'reaction') reactTo(world, phone, action.messageId, action.emoji);
  else {
    addEntry(phone, entry);
    showEntry(world, phone, entry);
  }
  showPhone(world, phone);
  entry.unacknowledged = messageWebhook(world.phoneNumberId, phone, entry.id, now, draft.body);
  postUnacknowledged(world, phone, entry);
  return entry;
}

/** Posts the webhook of a learner's line that the app has not acknowledged yet, if there is one. */
export function postUnacknowledged(world: World, phone: Phone, entry: Entry): void {
  if (entry.unacknowledged === undefined) return;
  world.delivery.post({
    waId: phone.waId,
    lane: 'messages',
    payload: entry.unacknowledged,
    acknowledged: () => {
      delete entry.unacknowledged;
      if (entry.progress === 'sent') entry.progress = 'delivered';
      if (entry.content.kind !== 'reaction') showEntry(world, phone, entry);
    },
  });
}

function draftOf(world: World, phone: Phone, action: LearnerAction): Draft {
  switch (action.type) {
    case 'text': {
      const reply = action.quoted === undefined ? {} : { quoted: action.quoted };
      const context = action.quoted === undefined ? {} : { context: { from: DISPLAY_NUMBER, id: action.quoted } };
      return { content: { kind: 'text', text: action.text }, body: { ...context, type: 'text', text: { body: action.text } }, ...reply };
    }
    case 'tap':
      return tapDraft(world, phone, action.choice, action.messageId);
    case 'voice':
      return mediaDraft(world, 'audio', 'audio/ogg; codecs=opus', 'Voice note', { voice: true });
    case 'image':
      return mediaDraft(world, 'image', 'image/jpeg', 'Photo', action.caption === undefined ? {} : { caption: action.caption });
    case 'sticker':
      return mediaDraft(world, 'sticker', 'image/webp', 'Sticker', { animated: false });
    case 'location': {
      const { type, ...location } = action;
      return { content: { kind: 'location', note: action.name ?? `${action.latitude}, ${action.longitude}` }, body: { type, location } };
    }
    case 'reaction': {
      // Meta leaves the emoji out when a reaction is taken back.
      const emoji = action.emoji === '' ? {} : { emoji: action.emoji };
      return { content: { kind: 'reaction', text: action.emoji }, body: { type: 'reaction', reaction: { message_id: action.messageId, ...emoji } } };
    }
  }
}

function mediaDraft(world: World, kind: 'audio' | 'image' | 'sticker', mimeType: string, note: string, more: { caption?: string; voice?: boolean; animated?: boolean }): Draft {
  const file = world.media.add(mimeType);
  const content: Content = { kind, note, ...(more.caption === undefined ? {} : { text: more.caption }) };
  return { content, body: { type: kind, [kind]: { mime_type: mimeType, sha256: file.sha256, id: file.id, ...more } } };
}

function offering(phone: Phone, wanted: string, messageId: string | undefined): { entry: Entry; choice: Choice } {
  const entries = messageId === undefined ? phone.entries.toReversed() : [findEntry(phone, messageId)];
  for (const entry of entries) {
    if (entry === undefined || entry.progress === 'failed') continue;
    const choices = choicesOf(entry.content);
    const choice = choices.find((one) => one.id === wanted) ?? choices.find((one) => one.title === wanted);
    if (choice !== undefined) return { entry, choice };
  }
  throw new RangeError(`no message offers ${JSON.stringify(wanted)}`);
}

function tapDraft(world: World, phone: Phone, wanted: string, messageId: string | undefined): Draft {
  const { entry, choice } = offering(phone, wanted, messageId);
  entry.tapped.push(choice.id);
  showEntry(world, phone, entry);
  const context = { from: DISPLAY_NUMBER, id: entry.id };
  const content: Content = { kind: 'text', text: choice.title };
  if (entry.content.kind === 'template') {
    return { content, quoted: entry.id, body: { context, type: 'button', button: { payload: choice.id, text: choice.title } } };
  }
  const type = entry.content.list === undefined ? 'button_reply' : 'list_reply';
  return { content, quoted: entry.id, body: { context, type: 'interactive', interactive: { type, [type]: choice } } };
}

function reactTo(world: World, phone: Phone, messageId: string, emoji: string): void {
  const target = findEntry(phone, messageId);
  if (target === undefined) throw new RangeError('no such message to react to');
  target.reactions.learner = emoji;
  showEntry(world, phone, target);
}
