// The load driver: many learners write to one engine, and each judges every reply they get.
import type { Reply, StubGraph } from './stub-graph.ts';
import { messageEnvelope, sentEnvelope, type Message, type Webhooks } from './webhook.ts';

/** One simulated learner. `n` counts messages from 1. */
export interface Learner {
  /** Digits. */
  phone: string;
  /** What they write as message n. @param before the right reply to message n - 1 */
  message(n: number, before: Reply | undefined): Message;
  /** What is wrong with a reply as the answer to message n, null when it is right. Total: may be asked of any n that was written. */
  fault(n: number, reply: Reply): string | null;
}

export interface DriveOptions {
  /** `closed` waits for each reply; `burst` writes on, `gapMs` apart and without waiting for the 200; `dup` delivers each message twice, waiting for the 200. */
  mode: 'closed' | 'burst' | 'dup';
  learners: readonly Learner[];
  messages: number;
  /** How many learners write at the same time. */
  active: number;
  gapMs: number;
  /** Tell that messages were sent, as Meta does. */
  statuses: boolean;
  /** How long a learner waits for a reply before it counts as lost. */
  patienceMs: number;
  /** How long to listen for doubled replies once every learner is done. */
  quietMs: number;
  /** Told after every reply how many there were. */
  onReply?: (replies: number) => void;
}

/** What was seen. Times are in ms. */
export interface Driven {
  acked: number;
  retries: number;
  replies: number;
  /** From the first message to the last reply. */
  wallMs: number;
  ackMs: number[];
  /** From writing to the right reply; only where learners wait for it. */
  replyMs: number[];
  /** In the order in which they came, the quiet time included. */
  heard: ReadonlyMap<Learner, readonly Reply[]>;
}

interface Ear {
  replies: Reply[];
  wake: (() => void) | null;
}

/** Runs the load. @param onDone called at the last reply, before the quiet time, for measurements */
export async function drive(options: DriveOptions, webhooks: Webhooks, stub: StubGraph, onDone: () => void): Promise<Driven> {
  const { learners, messages, mode } = options;
  const ears = new Map<string, Ear>(learners.map(({ phone }) => [phone, { replies: [], wake: null }]));
  const ackMs: number[] = [];
  const replyMs: number[] = [];
  let acked = 0;
  let retries = 0;
  let replies = 0;
  const begun = performance.now();
  let lastReplyAt = begun;
  let complete: () => void = () => {};

  stub.onSend = (phone, reply, providerId, tag) => {
    const ear = ears.get(phone);
    if (!ear) return;
    replies += 1;
    lastReplyAt = reply.at;
    ear.replies.push(reply);
    ear.wake?.();
    if (options.statuses && tag !== null) void webhooks.deliver(sentEnvelope(phone, providerId, tag));
    options.onReply?.(replies);
    if (replies === learners.length * messages) complete();
  };

  async function deliver(learner: Learner, n: number, before?: Reply): Promise<void> {
    const body = messageEnvelope(learner.phone, `wamid.${learner.phone}.${n}`, learner.message(n, before));
    const at = performance.now();
    const took = await webhooks.deliver(body).then((more) => {
      retries += more;
      if (more === 0) ackMs.push(performance.now() - at);
      acked += 1;
      return more;
    });
    // Meta repeats what it believes lost: sometimes long after, sometimes while the first is still under way.
    if (mode === 'dup') await Promise.all(n % 2 === 0 || took > 0 ? [webhooks.post(body)] : [webhooks.post(body), webhooks.post(body)]);
  }

  // The right reply among those from `seen` on, or null when another one came or none; one that repeats an earlier one is passed over.
  async function listen(learner: Learner, n: number, ear: Ear, seen: number): Promise<Reply | null> {
    const until = performance.now() + options.patienceMs;
    for (;;) {
      for (; seen < ear.replies.length; seen++) if (learner.fault(n, ear.replies[seen]!) === null) return ear.replies[seen]!;
      if (new Set(ear.replies.map(({ text }) => text)).size >= n) return null;
      const left = until - performance.now();
      if (left <= 0) return null;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        ear.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      ear.wake = null;
    }
  }

  async function converse(learner: Learner): Promise<void> {
    const ear = ears.get(learner.phone)!;
    let before: Reply | undefined;
    for (let n = 1; n <= messages; n++) {
      const at = performance.now();
      const seen = ear.replies.length;
      await deliver(learner, n, before);
      const reply = await listen(learner, n, ear, seen);
      if (!reply) return;
      replyMs.push(reply.at - at);
      before = reply;
    }
  }

  async function pour(learner: Learner): Promise<void> {
    const under: Promise<void>[] = [];
    for (let n = 1; n <= messages; n++) {
      const delivered = deliver(learner, n);
      if (options.gapMs > 0) {
        under.push(delivered);
        await new Promise((resolve) => setTimeout(resolve, options.gapMs));
      } else {
        await delivered;
      }
    }
    await Promise.all(under);
  }

  const queue = learners.values();
  const all = new Promise<void>((resolve) => { complete = resolve; });
  await Promise.all(Array.from({ length: Math.min(options.active, learners.length) }, async () => {
    for (const learner of queue) await (mode === 'closed' ? converse(learner) : pour(learner));
  }));
  if (mode !== 'closed' && replies < learners.length * messages) await within(all, options.patienceMs);
  onDone();
  const wallMs = lastReplyAt - begun;
  await new Promise((resolve) => setTimeout(resolve, options.quietMs));
  stub.onSend = () => {};
  return { acked, retries, replies, wallMs, ackMs, replyMs, heard: new Map(learners.map((learner) => [learner, ears.get(learner.phone)!.replies])) };
}

function within(promise: Promise<void>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    void promise.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
