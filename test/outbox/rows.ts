// Shared by the tests of this folder: outbox rows in the database, and a Graph whose outcomes the test decides.
import type { Graph, SendResult } from '../../src/channels/whatsapp/graph.ts';
import type { Bubble } from '../../src/channels/whatsapp/messages.ts';
import { decide } from '../../src/channels/whatsapp/failures.ts';
import type { OutboxRow } from '../../src/mailbox/commit.ts';
import type { World } from '../world.ts';

export const owner = 'this process';

/** Writes a `say` row as a commit would and gives it back as the commit's caller has it. */
export async function sayRow(world: World, userId: string, seq: number, text: string, own: { i?: number; owner?: string; leaseMs?: number; attempts?: number; bubble?: Bubble } = {}): Promise<OutboxRow> {
  const row: OutboxRow = { userId, seq, i: own.i ?? 0, kind: 'say', body: JSON.stringify({ bubble: own.bubble ?? { text }, reply: true }), attempts: own.attempts ?? 1, windowUntil: null };
  await world.rows(`insert into outbox (user_id, seq, i, kind, body, owner, lease_until, attempts) values ($1, $2, $3, 'say', $4, $5, now() + $6 * interval '1 millisecond', $7)`, [
    userId, seq, row.i, row.body, own.owner ?? owner, own.leaseMs ?? 5_000, row.attempts,
  ]);
  return row;
}

export const refused = (code: number, httpStatus = 400, attempt = 0): SendResult => ({
  outcome: 'refused', failure: decide({ httpStatus, code, subcode: null, retryAfterMs: null, attempt, random: 0.5, detail: `code ${code}` }),
});

export interface TestGraph extends Graph {
  sent: { text: string; to: string | null; tag: string | null; attempt: number }[];
  /** Decides about each send; may wait. */
  answer(text: string, attempt: number): SendResult | Promise<SendResult>;
}

let serial = 0;
export const accepted = (): SendResult => ({ outcome: 'accepted', providerId: `wamid.out.${(serial += 1)}`, shortened: false });

export function testGraph(): TestGraph {
  const graph: TestGraph = {
    sent: [],
    answer: accepted,
    send(bubble, to, tag, attempt = 0) {
      graph.sent.push({ text: bubble.text, to: to.phone ?? to.bsuid, tag, attempt });
      return Promise.resolve(graph.answer(bubble.text, attempt));
    },
    typing: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  return graph;
}
