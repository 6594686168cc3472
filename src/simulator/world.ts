// Everything that one running simulator shares between its parts.
import type { Clock } from './clock.ts';
import type { Entry, Template } from './entries.ts';
import type { Live } from './live.ts';
import type { MediaStore } from './media.ts';
import type { MishapBoard } from './mishaps.ts';
import { type Phone, type Phones, summaryOf } from './phones.ts';
import type { Pace } from './settings.ts';
import type { WebhookDelivery } from './webhook-delivery.ts';

export type World = {
  phoneNumberId: string;
  accessToken: string;
  pace: Pace;
  templates: Readonly<Record<string, Template>> | undefined;
  clock: Clock;
  phones: Phones;
  mishaps: MishapBoard;
  media: MediaStore;
  live: Live;
  delivery: WebhookDelivery;
  /** A new unique string each time. */
  newId: () => string;
};

/** A new message id in WhatsApp's form: opaque, and never the same twice. */
export function newMessageId(world: World, waId: string): string {
  return `wamid.${Buffer.from(`${waId}:${world.newId()}`).toString('base64')}`;
}

/** The number inside a message id of this simulator, or rubbish for any other id: saves a search over all phones. */
export function numberInMessageId(id: string): string {
  return Buffer.from(id.replace(/^wamid\./, ''), 'base64').toString().split(':')[0] ?? '';
}

/** Tells open pages about a line of a conversation. */
export function showEntry(world: World, phone: Phone, entry: Entry): void {
  world.live.tell('entry', { waId: phone.waId, entry });
}

/** Tells open pages about a phone: new, renamed, or typing begun or ended. */
export function showPhone(world: World, phone: Phone): void {
  world.live.tell('phone', { phone: summaryOf(phone) });
}
