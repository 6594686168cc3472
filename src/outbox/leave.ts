// Lets committed effects leave: replies in order per learner, jobs side by side, retries and a dead process's leftovers by a sweep.
import type { Graph } from '../channels/whatsapp/graph.ts';
import type { Address } from '../learners/address.ts';
import { leaseSeconds } from '../mailbox/claim.ts';
import type { OutboxRow } from '../mailbox/commit.ts';
import type { Post } from '../mailbox/post.ts';
import type { Store } from '../store/postgres.ts';
import { claimDueEffects, placeOf, putBackEffect, renewEffects } from './claim-due.ts';
import type { Finish, Finished } from './finish.ts';
import { say, saidAs, tagOf } from './say.ts';
import type { SentMarks } from './sent-marks.ts';
import { start, type Actors } from './start.ts';

export interface LeaveOptions {
  store: Store;
  graph: Graph;
  actors: Actors;
  owner: string;
  addressOf(userId: string): Promise<Address | null> | Address;
  post: Post;
  finish: Finish;
  marks: SentMarks;
  now(): number;
  /** Shows that the tutor is typing while a slow job runs. */
  typing(row: OutboxRow): void;
  onError(error: Error, what: string): void;
  /** Something a person should look at: the account is blocked, an outcome is unknown. */
  onAlert(what: string): void;
}

/** Replies that a learner was still to hear when a turn was committed. */
export type Earlier = ReadonlyMap<string, readonly { seq: number; i: number }[]>;

export interface Leaving {
  leave(rows: readonly OutboxRow[], earlier: Earlier): void;
  /** A learner said STOP in turn `seq`: what was to be said before it is dropped. */
  hush(userId: string, seq: number): void;
  /** Takes effects that are due again. Resolves with how many. */
  sweep(): Promise<number>;
  /** Keeps the leases of what is in hand. */
  renew(): Promise<void>;
  /** Resolves when nothing is in hand. */
  idle(): Promise<void>;
}

interface InLane {
  row: OutboxRow;
  /** Somebody else has an earlier reply in hand. */
  behind: boolean;
  since: number;
}

const dueAtOnce = 200;
const typingAfterMs = 1_500;
/** A reply that stood this long behind another one may have been taken back by STOP, or settled by a status. */
const staleAfterMs = 500;

export function createLeaving(options: LeaveOptions): Leaving {
  const { store, owner, onError } = options;
  // A lane is the chain of replies to one learner that this process has in hand.
  const lanes = new Map<string, InLane[]>();
  // By tag; a row stays in hand until the database knows that it is done.
  const inHand = new Map<string, OutboxRow>();
  let pausedUntil = 0;

  const leave = (rows: readonly OutboxRow[], earlier: Earlier) => {
    for (const row of rows) {
      const tag = tagOf(row);
      if (inHand.has(tag)) continue;
      const behind = row.kind === 'say' && (earlier.get(row.userId) ?? []).some((e) => !inHand.has(tagOf({ userId: row.userId, ...e })));
      inHand.set(tag, row);
      if (row.kind === 'start') void runJob(row);
      else enqueue({ row, behind, since: options.now() });
    }
  };

  const finish = (finished: Finished) => options.finish({ ...finished, written: () => void inHand.delete(tagOf(finished.row)) });

  function enqueue(one: InLane): void {
    const { userId } = one.row;
    const lane = lanes.get(userId);
    if (lane) {
      lane.push(one);
      return;
    }
    lanes.set(userId, [one]);
    void walk(userId);
  }

  async function walk(userId: string): Promise<void> {
    const lane = lanes.get(userId)!;
    let again: { ms: number } | null = null;
    while (lane.length > 0 && !again) {
      again = await sayFirst(lane[0]!).catch((error: Error) => {
        onError(error, 'say');
        return { ms: 1_000 };
      });
      if (!again) lane.shift();
    }
    // The lane stays in hand until all of it is put back: a reply committed meanwhile must queue behind it.
    for (let put = 0; again && put < lane.length; ) {
      const length = lane.length;
      if (await putBack(lane[0]!.row, again.ms)) put = length;
      else await pause(250);
    }
    for (const { row } of lane) inHand.delete(tagOf(row));
    lanes.delete(userId);
  }

  // Null when the reply is over and done with, or how long to put it off.
  async function sayFirst({ row, behind, since }: InLane): Promise<{ ms: number } | null> {
    if (behind || options.now() - since > staleAfterMs) {
      const place = await becomesFirst(row);
      if (!place.there) {
        inHand.delete(tagOf(row));
        return null;
      }
      if (!place.first) return { ms: 0 };
    }
    const wait = pausedUntil - options.now();
    if (wait > 0) return { ms: wait };
    const address = options.addressOf(row.userId);
    const outcome = await say(row, options.graph, address instanceof Promise ? await address : address, options.now());
    if (outcome.alert) options.onAlert(outcome.alert);
    if ('finished' in outcome) {
      if (outcome.finished.said) options.marks.mark(row, outcome.finished.said.providerId);
      finish(outcome.finished);
      return null;
    }
    if (outcome.pauseAll) pausedUntil = Math.max(pausedUntil, options.now() + outcome.againInMs);
    return { ms: outcome.againInMs };
  }

  async function putBack(row: OutboxRow, ms: number): Promise<boolean> {
    return putBackEffect(store, owner, row, ms).then(() => true, (error: Error) => (onError(error, 'put back'), false));
  }

  // Another process has an earlier reply in hand, as a rule for some milliseconds.
  async function becomesFirst(row: OutboxRow): Promise<{ there: boolean; first: boolean }> {
    for (const wait of [10, 20, 40, 80, 160, 320, 640, 1280]) {
      const place = await placeOf(store, row);
      if (place.first || !place.there) return place;
      await pause(wait);
    }
    return placeOf(store, row);
  }

  async function runJob(row: OutboxRow): Promise<void> {
    const typing = setTimeout(() => options.typing(row), typingAfterMs);
    try {
      const answered = await start(row, options.actors);
      if ('againInMs' in answered) {
        onError(new Error(answered.error), 'actor');
        await putBack(row, answered.againInMs);
        inHand.delete(tagOf(row));
      } else {
        await options.post([answered.letter]);
        finish({ row });
      }
    } catch (error) {
      // The answer could not be posted: the lease runs out and the job is done again.
      onError(error as Error, 'start');
      inHand.delete(tagOf(row));
    } finally {
      clearTimeout(typing);
    }
  }

  return {
    leave,
    hush(userId, seq) {
      const lane = lanes.get(userId);
      // The head may be on its way already.
      for (let i = (lane?.length ?? 0) - 1; i > 0; i--) {
        const { row } = lane![i]!;
        if (row.seq >= seq) continue;
        inHand.delete(tagOf(row));
        lane!.splice(i, 1);
      }
    },
    async sweep() {
      if (pausedUntil > options.now()) return 0;
      const rows = await claimDueEffects(store, owner, dueAtOnce);
      const taken = await options.marks.find(rows.filter((row) => row.kind === 'say'));
      for (const row of rows) {
        const providerId = taken.get(tagOf(row));
        if (providerId !== undefined && !inHand.has(tagOf(row))) finish(saidAs(row, providerId));
      }
      leave(rows.filter((row) => !taken.has(tagOf(row))), new Map());
      return rows.length;
    },
    renew: () => renewEffects(store, owner, [...inHand.values()]),
    async idle() {
      const deadline = options.now() + leaseSeconds * 3_000;
      while ((lanes.size > 0 || inHand.size > 0) && options.now() < deadline) await pause(10);
      await options.finish.idle();
    },
  };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
