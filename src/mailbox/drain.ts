// Empties mailboxes: claims a batch, takes each learner's turn, commits them together, and lets the effects leave.
import type { Store } from '../store/postgres.ts';
import type { Redis } from '../store/redis.ts';
import { openSessionCopies } from '../conversation/session-copy.ts';
import { adopt } from '../conversation/adopt.ts';
import { windowMs } from '../channels/whatsapp/limits.ts';
import { turn, type Script, type Turned } from '../conversation/turn.ts';
import type { Session } from '../conversation/session.ts';
import { openMessageCounts } from '../learners/message-limit.ts';
import type { NewLearner } from '../learners/new-learner.ts';
import { companyMs } from './company.ts';
import { claim, type Claimed } from './claim.ts';
import { commitWith, type OutboxRow, type Ready, type Written } from './commit.ts';
import type { Mail } from './letter.ts';
import { buryLetters } from './dead-letters.ts';
import { loadSessions } from './load-sessions.ts';

export interface DrainOptions {
  store: Store;
  redis: Redis;
  script: Script<NewLearner>;
  /** Names this process on the outbox rows it will send. */
  owner: string;
  messagesPerDay: number;
  now(): number;
  /** What is known of learners who have had no turn yet, by id. */
  newLearners(userIds: readonly string[]): Promise<ReadonlyMap<string, NewLearner>>;
  /** Called before turns are taken, so that what the script reads is at hand. */
  prepare?(sessions: readonly Session[], mail: readonly Mail[]): Promise<void>;
  /** Writes what turns record, in their transaction. */
  record(run: Parameters<Parameters<Store['transaction']>[0]>[0]['run'], turns: readonly { userId: string; turned: Turned }[]): Promise<void>;
  /** Lets committed effects leave. `earlier`: what each learner was still to hear before them. */
  leave(rows: readonly OutboxRow[], earlier: ReadonlyMap<string, NonNullable<Written['earlier']>>): void;
  /** A learner said STOP in the turn that ended at `seq`. */
  hush(userId: string, seq: number): void;
  /** Asks for a look after `ms`; the sweep does it otherwise. */
  lookIn(ms: number): void;
  onError(error: Error, what: string): void;
  /** Told how each batch went, for the metrics. */
  onBatch?(batch: { learners: number; letters: number; committed: number; dead: number; ms: number }): void;
}

const learnersAtOnce = 200;
/** After so many turns, whatever else has come is looked at: a webhook is answered in the middle of a large batch. */
const turnsInARow = 10;

export interface Drain {
  /** Takes all mail that waits; resolves when nothing more can be taken now. */
  empty(): Promise<void>;
  /** New mail has come: true when this process will look anyway, false when somebody must be woken. */
  looksAgain(): boolean;
}

/** While one batch waits for the database, the next one is taken through its machines. */
const batchesAtOnce = 2;
const longestWaitMs = 10;

/** Makes what empties mailboxes. Whoever asks while it is at work is told when their mail has been looked at too. */
export function createDrain(options: DrainOptions): Drain {
  const { store, redis, script, onError } = options;
  const copies = openSessionCopies(redis, (error) => onError(error, 'session copy'));
  const counts = openMessageCounts(redis, (error) => onError(error, 'message limit'));
  // Who wants a look at the mail that is there now; null when nobody does.
  let wanted: (() => void)[] | null = null;
  let loops = 0;
  let lastSize = 0;

  const want = (told: readonly (() => void)[]) => {
    wanted = [...(wanted ?? []), ...told];
    if (loops < batchesAtOnce) void loop();
  };

  return {
    empty: () => new Promise((resolve) => want([resolve])),
    looksAgain() {
      // When there is more than this process can take, the others should hear of it.
      if (loops === 0 || lastSize >= learnersAtOnce) return false;
      want([]);
      return true;
    },
  };

  async function loop(): Promise<void> {
    loops += 1;
    while (wanted !== null) {
      const wait = companyMs(lastSize, longestWaitMs);
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      const told: (() => void)[] = wanted ?? [];
      wanted = null;
      const more = await takeBatch().catch((error: Error) => (onError(error, 'claim'), false));
      if (more) want(told);
      else for (const tell of told) tell();
    }
    loops -= 1;
  }

  async function takeBatch(): Promise<boolean> {
    const begun = performance.now();
    const claimed = await claim(store, learnersAtOnce);
    lastSize = claimed.length;
    if (claimed.length === 0) return false;
    const ready = await takeTurns(claimed);
    const written = await commit(ready);
    const soonest = Math.min(...ready.map((r) => r.turned.lookAgainAt ?? Infinity));
    if (soonest < Infinity) options.lookIn(soonest - options.now());
    options.onBatch?.({
      learners: claimed.length, letters: claimed.reduce((n, c) => n + c.letters.length, 0), committed: written.length,
      dead: ready.reduce((n, r) => n + r.turned.dead.length, 0), ms: performance.now() - begun,
    });
    // Mail that comes from here on is told of by its own wake-up.
    return written.some((w) => w.more) || claimed.length === learnersAtOnce;
  }

  async function takeTurns(claimed: readonly Claimed[]): Promise<Ready[]> {
    const opened = claimed.filter((c) => c.turn > 0);
    const [copied, strangers] = await Promise.all([
      copies.read(opened.map((c) => ({ userId: c.userId, seq: c.turn }))),
      options.newLearners(claimed.filter((c) => c.turn === 0).map((c) => c.userId)),
    ]);
    const sessions = new Map<string, Session>();
    opened.forEach((c, i) => copied[i] && sessions.set(c.userId, copied[i]));
    const missing = opened.filter((c) => !sessions.has(c.userId));
    if (missing.length > 0) for (const [userId, session] of await loadSessions(store, missing.map((c) => c.userId))) sessions.set(userId, session);
    await options.prepare?.([...sessions.values()], claimed.flatMap((c) => c.letters.map((l) => l.mail)));
    const now = options.now();
    const ready: Ready[] = [];
    for (const [i, one] of claimed.entries()) {
      if (i > 0 && i % turnsInARow === 0) await new Promise(setImmediate);
      try {
        const session = sessions.get(one.userId);
        if (!session && one.turn > 0) throw new Error('A mailbox has turns but no session that can be read');
        const adopted = session ? adopt(session, script.chart, now) : null;
        if (adopted?.fate === 'stranded') onError(new Error(`A session in ${session!.current_flow}.${session!.step} went to its safe state`), 'session adopted');
        const turned = turn(one, adopted?.session ?? null, strangers.get(one.userId)!, options.messagesPerDay, now, script);
        if (adopted) turned.starts.unshift(...adopted.starts.filter((start) => turned.session!.jobs[start.id]?.gen === start.gen));
        ready.push({ claimed: one, turned, state: JSON.stringify(turned.session), outbox: outboxOf(one, turned, now) });
      } catch (error) {
        // The lease runs out and somebody tries again; the other learners of the batch go on.
        onError(error as Error, 'turn');
      }
    }
    return ready;
  }

  async function commit(ready: readonly Ready[]): Promise<Written[]> {
    if (ready.length === 0) return [];
    try {
      return await commitTogether(ready);
    } catch (error) {
      onError(error as Error, 'commit');
      if (ready.length === 1) return [];
      // One learner's bad row must not hold up the others: each by itself, and the bad one is retried when its lease ends.
      const written: Written[] = [];
      for (const one of ready) written.push(...(await commitTogether([one]).catch((again: Error) => (onError(again, 'commit of one'), []))));
      return written;
    }
  }

  async function commitTogether(ready: readonly Ready[]): Promise<Written[]> {
    const plain = ready.every(({ turned }) => turned.records.length === 0 && turned.facts.length === 0 && turned.dead.length === 0);
    const written = plain
      ? await commitWith((statement, values) => store.run(statement, values), ready, options.owner)
      : await store.transaction(async ({ run }) => {
          const committed = await commitWith(run, ready, options.owner);
          const ids = new Set(committed.map((w) => w.user_id));
          const turns = ready.filter((r) => ids.has(r.claimed.userId)).map((r) => ({ userId: r.claimed.userId, turned: r.turned }));
          await options.record(run, turns);
          await buryLetters(run, turns);
          return committed;
        });
    const ids = new Set(written.map((w) => w.user_id));
    const committed = ready.filter((r) => ids.has(r.claimed.userId));
    void copies.write(committed.map((r) => ({ userId: r.claimed.userId, state: r.state })));
    void counts.write(committed.flatMap(({ claimed: { userId }, turned }) => (turned.heard.length > 0 && turned.session!.wrote ? [{ userId, ...turned.session!.wrote }] : [])));
    for (const { claimed, turned } of committed) if (turned.records.some((record) => record.type === 'silence')) options.hush(claimed.userId, turned.session!.seq);
    options.leave(committed.flatMap((r) => r.outbox), new Map(written.flatMap((w) => (w.earlier ? [[w.user_id, w.earlier] as const] : []))));
    return written;
  }
}

function outboxOf(claimed: Claimed, turned: Turned, now: number): OutboxRow[] {
  const seq = turned.session!.seq;
  const windowUntil = (turned.heard.length > 0 ? now : (claimed.lastMessageAt ?? 0)) + windowMs;
  const row = (kind: string, body: unknown, i: number): OutboxRow => ({ userId: claimed.userId, seq, i, kind, body: JSON.stringify(body), attempts: 1, windowUntil });
  return [
    ...turned.bubbles.map((bubble, i) => row('say', { bubble, reply: turned.heard.length > 0, ...(turned.until !== null && { until: turned.until }) }, i)),
    ...turned.starts.map((start, i) => row('start', { ...start, replyTo: turned.heard.at(-1)?.mail.id ?? null }, turned.bubbles.length + i)),
  ];
}
