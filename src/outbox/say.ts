// The effect `say`: one bubble to one learner, over WhatsApp, inside its 24-hour window.
import type { Graph } from '../channels/whatsapp/graph.ts';
import type { Bubble } from '../channels/whatsapp/messages.ts';
import type { Address } from '../learners/address.ts';
import type { OutboxRow } from '../mailbox/commit.ts';
import type { Finished } from './finish.ts';

/** What a `say` row holds. */
export interface Said {
  bubble: Bubble;
  /** It answers something the learner sent. */
  reply: boolean;
  /** After this nobody wants to hear it any more, ms since the epoch. */
  until?: number;
}

/** What came of an attempt: it is over, or it is to be tried again in `ms`. `pauseAll`: nothing else should be sent meanwhile either. */
export type Outcome = { finished: Finished; alert?: string } | { againInMs: number; pauseAll?: boolean; alert?: string };

/**
 * How long to wait for a status to tell what became of a send without an answer, ms: WhatsApp has no idempotency key,
 * so trying at once might say everything twice.
 */
export const settleMs = 5_000;
/** A send whose outcome stays unknown is repeated at growing distances, and given up after this many. */
const triesInTheDark = 6;

/** The name a send carries as `biz_opaque_callback_data`; statuses bring it back. */
export const tagOf = (row: Pick<OutboxRow, 'userId' | 'seq' | 'i'>): string => `${row.userId}:${row.seq}:${row.i}`;

/** Reads a tag of ours, or null. */
export function readTag(tag: string): Pick<OutboxRow, 'userId' | 'seq' | 'i'> | null {
  const match = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(\d{1,15}):(\d{1,4})$/.exec(tag);
  return match ? { userId: match[1]!, seq: Number(match[2]), i: Number(match[3]) } : null;
}

/** The text of a bubble as the conversation log keeps it, options included. */
export function contentOf(bubble: Bubble): string {
  const options = (bubble.buttons ?? bubble.list?.rows ?? []).map((o) => `[${o.title}]`);
  return [bubble.text, ...options].join('\n');
}

/** What is written down of a row that WhatsApp took. */
export function saidAs(row: OutboxRow, providerId: string): Finished {
  const { bubble } = JSON.parse(row.body) as Said;
  return { row, said: { content: contentOf(bubble), type: bubble.template ? 'template' : 'text', providerId } };
}

/** Tries to send one bubble. Never rejects on account of WhatsApp. @param now ms since the epoch */
export async function say(row: OutboxRow, graph: Graph, address: Address | null, now: number): Promise<Outcome> {
  const { bubble, until } = JSON.parse(row.body) as Said;
  const failed = (code: number | null, action: string, detail: string, alert = false): Outcome => ({ finished: { row, failed: { code, action, detail } }, ...(alert && { alert: detail }) });
  if (!address || (address.phone === null && address.bsuid === null)) return failed(null, 'drop', 'the learner has no address');
  if (until !== undefined && now > until) return failed(null, 'too-late', 'the hour it was meant for has passed');
  if (!bubble.template && row.windowUntil !== null && now > row.windowUntil) return failed(131047, 'window-closed', 'more than 24 hours since the learner wrote');
  const result = await graph.send(bubble, address, tagOf(row), row.attempts - 1);
  if (result.outcome === 'accepted') {
    return { finished: saidAs(row, result.providerId) };
  }
  if (result.outcome === 'unknown') {
    const alert = `outcome unknown: ${result.reason}`;
    return row.attempts >= triesInTheDark ? failed(null, 'given-up', alert, true) : { againInMs: settleMs * 2 ** (row.attempts - 1), alert };
  }
  const { failure } = result;
  switch (failure.action) {
    case 'retry-later':
    case 'retry-slower-this-learner':
      return failure.retryAfterMs === null ? failed(failure.code, failure.action, failure.detail, failure.alert) : { againInMs: failure.retryAfterMs };
    case 'pause-all':
      return { againInMs: failure.retryAfterMs ?? 5_000, pauseAll: true, ...(failure.alert && { alert: failure.detail }) };
    case 'stop-and-alert':
      // The account or its token is at fault, not this message: it waits for a person, inside its window.
      return { againInMs: 60_000, pauseAll: true, alert: failure.detail };
    default:
      return failed(failure.code, failure.action, failure.detail, failure.alert);
  }
}
