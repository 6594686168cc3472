// Takes a valid send from the tutor: to whom, whether it may pass, and what then happens to it.
import { contentOf, type Entry, type Sending } from './entries.ts';
import type { Fault } from './graph-errors.ts';
import { PAIR_INTERVAL_MS, takeFromPair } from './pair-limit.ts';
import { addEntry, digitsOf, findEntry, type Phone } from './phones.ts';
import { BSUID, type OutgoingMessage, type ReadReceipt } from './send-message.ts';
import { DISPLAY_NUMBER } from './settings.ts';
import { climb, windowOpen } from './status-ladder.ts';
import { newMessageId, numberInMessageId, showEntry, showPhone, type World } from './world.ts';

/** Either the fault to answer with, or the 200 body. */
export type Outcome = { fault: Fault } | { answer: object };

/** Meta's typing indicator ends by itself after 25 s; receipts are for messages up to 30 days old. */
const TYPING_MS = 25_000;
const RECEIPT_MS = 30 * 24 * 3_600_000;

/** The phone a message is addressed to, if it is one of the simulator's. */
export function addresseeOf(world: World, message: OutgoingMessage): Phone | undefined {
  if (message.to !== undefined) return world.phones.byNumber(digitsOf(message.to));
  return world.phones.byUserId(message.recipient ?? '');
}

/** Faults that Meta answers at once, before it accepts: own number, unknown template, pair limit. */
function refusal(world: World, message: OutgoingMessage, phone: Phone | undefined): Fault | undefined {
  if (message.to !== undefined && digitsOf(message.to) === DISPLAY_NUMBER) return { code: 131021 };
  if (message.type === 'template' && world.templates !== undefined && world.templates[message.template.name] === undefined) {
    return { code: 132001, details: `template name (${message.template.name}) does not exist in ${message.template.language.code}` };
  }
  if (phone === undefined) return undefined;
  const { allowed, budget } = takeFromPair(phone.pair, world.clock.now());
  phone.pair = budget;
  if (allowed) return undefined;
  return { code: 131056, details: `At most 45 at once and one per ${PAIR_INTERVAL_MS / 1000} s to one recipient.` };
}

/** Faults that Meta finds only after the 200, as a `failed` status. */
function laterFault(world: World, message: OutgoingMessage, phone: Phone | undefined): Fault | undefined {
  if (phone === undefined) return { code: 131026 };
  return message.type === 'template' || windowOpen(world, phone) ? undefined : { code: 131047 };
}

function categoryOf(world: World, message: OutgoingMessage): Sending['category'] {
  return message.type === 'template' ? (world.templates?.[message.template.name]?.category ?? 'utility') : 'service';
}

// A number that nobody here has: its failed status still needs somebody to be about.
function stranger(message: OutgoingMessage): Phone {
  const waId = digitsOf(message.to ?? '');
  return { waId, userId: message.recipient ?? '', name: '', country: '', hidesNumber: waId === '', pair: { dueAt: 0 }, entries: [] };
}

/** Accepts a message, or refuses it. `later`: a fault to report by status although the message is accepted. */
export function acceptMessage(world: World, message: OutgoingMessage, version: number, later?: Fault): Outcome {
  const phone = addresseeOf(world, message);
  const fault = refusal(world, message, phone);
  if (fault !== undefined) return { fault };
  const input = message.to ?? message.recipient ?? '';
  const id = newMessageId(world, phone?.waId ?? input);
  const contact = message.to === undefined ? { input, user_id: input } : { input, wa_id: digitsOf(input) };
  const answer = { messaging_product: 'whatsapp', contacts: [contact], messages: [{ id }] };
  // As in reality: 200, and then nothing ever comes of it.
  if (message.to !== undefined && BSUID.test(message.to)) return { answer: { ...answer, contacts: [{ input, wa_id: input }] } };

  const failure = later ?? laterFault(world, message, phone);
  const entry: Entry = {
    id,
    from: 'tutor',
    at: world.clock.now(),
    progress: 'pending',
    content: contentOf(message, world.templates ?? {}),
    reactions: {},
    tapped: [],
    sending: {
      version,
      byNumber: message.to !== undefined,
      category: categoryOf(world, message),
      ...(message.biz_opaque_callback_data === undefined ? {} : { callbackData: message.biz_opaque_callback_data }),
    },
    ...(message.context === undefined ? {} : { quoted: message.context.message_id }),
    ...(failure === undefined ? {} : { failure }),
  };
  if (phone !== undefined) record(world, phone, entry, message);
  climb(world, phone ?? stranger(message), entry);
  return { answer };
}

function record(world: World, phone: Phone, entry: Entry, message: OutgoingMessage): void {
  delete phone.typingUntil;
  showPhone(world, phone);
  if (message.type !== 'reaction') {
    addEntry(phone, entry);
    showEntry(world, phone, entry);
    return;
  }
  const target = findEntry(phone, message.reaction.message_id);
  if (target === undefined || entry.failure !== undefined) return;
  target.reactions.tutor = message.reaction.emoji;
  showEntry(world, phone, target);
}

/** Marks the learner's message and all before it as read, and shows the typing indicator if that is asked for. */
export function acceptReceipt(world: World, receipt: ReadReceipt): Outcome {
  const now = world.clock.now();
  const phone = world.phones.byNumber(numberInMessageId(receipt.message_id));
  const target = phone === undefined ? undefined : findEntry(phone, receipt.message_id);
  if (phone === undefined || target === undefined || target.from !== 'learner' || now - target.at > RECEIPT_MS) {
    return { fault: { code: 131009, details: 'Param message_id is not a message received in the last 30 days.' } };
  }
  for (const entry of phone.entries.slice(0, phone.entries.indexOf(target) + 1)) {
    if (entry.from !== 'learner' || entry.progress === 'read') continue;
    entry.progress = 'read';
    showEntry(world, phone, entry);
  }
  if (receipt.typing_indicator !== undefined) {
    phone.typingUntil = now + TYPING_MS;
    showPhone(world, phone);
  }
  return { answer: { success: true } };
}
