// Lets committed effects leave: replies in order per learner, jobs side by side, retries and a dead process's leftovers by a sweep.
import type { Graph } from '../channels/whatsapp/graph.ts';
import type { Address } from '../learners/address.ts';
import type { OutboxRow } from '../mailbox/commit.ts';
import type { Post } from '../mailbox/post.ts';
import type { Store } from '../store/postgres.ts';
import { claimDueEffects, isFirst, leaseSeconds, putBackEffect, renewEffects } from './claim-due.ts';
import type { Finish } from './finish.ts';
import { say } from './say.ts';
import { start, type Actors } from './start.ts';

export interface LeaveOptions {
  store: Store;
  graph: Graph;
  actors: Actors;
  owner: string;
  addressOf(userId: string): Promise<Address | null> | Address;
  post: Post;
  finish: Finish;
  now(): number;
  /** Shows that the tutor is typing while a slow job runs. */
  typing(row: OutboxRow): void;
  onError(error: Error, what: string): void;
  /** Something a person should look at: the account is blocked, an outcome is unknown. */
  onAlert(what: string): void;
}

export interface Leaving {
  leave(rows: readonly OutboxRow[], behind: ReadonlySet<string>): void;
  /** Takes effects that are due again. Resolves with how many. */
  sweep(): Promise<number>;
  /** Keeps the leases of what is in hand. */
  renew(): Promise<void>;
  /** Resolves when nothing is in hand. */
  idle(): Promise<void>;
}

const dueAtOnce = 200;
const typingAfterMs = 1_500;

export function createLeaving(options: LeaveOptions): Leaving {
  const { store, owner, finish, onError } = options;
  // A lane is the chain of replies to one learner that this process has in hand.
  const lanes = new Map<string, { row: OutboxRow; behind: boolean }[]>();
  const inHand = new Set<OutboxRow>();
  let pausedUntil = 0;

  const leave = (rows: readonly OutboxRow[], behind: ReadonlySet<string>) => {
    for (const row of rows) {
      inHand.add(row);
      if (row.kind === 'start') void runJob(row);
      else enqueue(row, behind.has(row.userId));
    }
  };

  function enqueue(row: OutboxRow, behind: boolean): void {
    const lane = lanes.get(row.userId);
    if (lane) {
      lane.push({ row, behind });
      return;
    }
    lanes.set(row.userId, [{ row, behind }]);
    void walk(row.userId);
  }

  async function walk(userId: string): Promise<void> {
    const lane = lanes.get(userId)!;
    let back: { ms: number } | null = null;
    while (lane.length > 0 && !back) {
      back = await sayFirst(lane[0]!).catch((error: Error) => {
        onError(error, 'say');
        return { ms: 1_000 };
      });
      if (!back) inHand.delete(lane.shift()!.row);
    }
    // The lane stays in hand until its rows are put back: a reply committed meanwhile must queue behind them.
    while (back && !(await putBack(lane[0]!.row, back.ms))) await new Promise((resolve) => setTimeout(resolve, 250));
    for (const { row } of lane) inHand.delete(row);
    lanes.delete(userId);
  }

  // Null when the reply is over and done with, or how long to put it off.
  async function sayFirst({ row, behind }: { row: OutboxRow; behind: boolean }): Promise<{ ms: number } | null> {
    if (behind && !(await becomesFirst(row))) return { ms: 0 };
    const wait = pausedUntil - options.now();
    if (wait > 0) return { ms: wait };
    const address = options.addressOf(row.userId);
    const outcome = await say(row, options.graph, address instanceof Promise ? await address : address, options.now());
    if ('finished' in outcome) {
      finish(outcome.finished);
      return null;
    }
    if (outcome.pauseAll) pausedUntil = Math.max(pausedUntil, options.now() + outcome.againInMs);
    if (outcome.alert) options.onAlert(outcome.alert);
    return { ms: outcome.againInMs };
  }

  async function putBack(row: OutboxRow, ms: number): Promise<boolean> {
    return putBackEffect(store, owner, row, ms).then(() => true, (error: Error) => (onError(error, 'put back'), false));
  }

  // Another process has an earlier reply in hand, as a rule for some milliseconds.
  async function becomesFirst(row: OutboxRow): Promise<boolean> {
    for (const wait of [10, 20, 40, 80, 160, 320, 640, 1280]) {
      if (await isFirst(store, row)) return true;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
    return isFirst(store, row);
  }

  async function runJob(row: OutboxRow): Promise<void> {
    const typing = setTimeout(() => options.typing(row), typingAfterMs);
    try {
      const answered = await start(row, options.actors);
      if ('againInMs' in answered) {
        onError(new Error(answered.error), 'actor');
        await putBack(row, answered.againInMs);
      } else {
        await options.post([answered.letter]);
        finish({ row });
      }
    } catch (error) {
      onError(error as Error, 'start');
    } finally {
      clearTimeout(typing);
      inHand.delete(row);
    }
  }

  return {
    leave,
    async sweep() {
      if (pausedUntil > options.now()) return 0;
      const rows = await claimDueEffects(store, owner, dueAtOnce);
      leave(rows, new Set());
      return rows.length;
    },
    renew: () => renewEffects(store, owner, [...inHand]),
    async idle() {
      const deadline = options.now() + leaseSeconds * 1000 * 3;
      while ((lanes.size > 0 || inHand.size > 0) && options.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10));
      await finish.idle();
    },
  };
}
