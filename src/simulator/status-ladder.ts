// Takes an accepted message of the tutor up the ladder sent → delivered → read, or to failed.
import type { Entry } from './entries.ts';
import type { Phone } from './phones.ts';
import { type StatusName, statusWebhook } from './webhook-payloads.ts';
import { showEntry, type World } from './world.ts';

const WINDOW_MS = 24 * 3_600_000;

/** True while free-form messages may reach the learner: 24 h from their last message, and no mishap against it. */
export function windowOpen(world: World, phone: Phone): boolean {
  if (world.mishaps.of(phone.waId).windowClosed) return false;
  return phone.lastInboundAt !== undefined && world.clock.now() - phone.lastInboundAt < WINDOW_MS;
}

/** Starts or resumes the ladder at the line's present progress. Reactions get no further than `sent`, as with Meta. */
export function climb(world: World, phone: Phone, entry: Entry): void {
  const next = nextStep(entry);
  if (next === undefined) return;
  const wait = next === 'failed' ? world.pace.sent : world.pace[next];
  world.clock.after(wait, () => {
    entry.progress = next;
    if (entry.content.kind !== 'reaction') showEntry(world, phone, entry);
    report(world, phone, entry, next);
    climb(world, phone, entry);
  });
}

function nextStep(entry: Entry): StatusName | undefined {
  if (entry.progress === 'pending') return entry.failure === undefined ? 'sent' : 'failed';
  if (entry.content.kind === 'reaction') return undefined;
  if (entry.progress === 'sent') return 'delivered';
  return entry.progress === 'delivered' ? 'read' : undefined;
}

function report(world: World, phone: Phone, entry: Entry, status: StatusName): void {
  const { withhold } = world.mishaps.of(phone.waId);
  if (entry.sending === undefined || withhold === 'all' || (withhold === 'read' && status === 'read')) return;
  const payload = statusWebhook(world.phoneNumberId, phone, entry.id, status, world.clock.now(), entry.sending, entry.failure);
  world.delivery.post({ waId: phone.waId, lane: 'statuses', payload });
}
