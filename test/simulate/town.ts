// The engine under simulation and the levers beside it: webhooks in, bubbles out, due work swept when the clock has jumped.
import { randomBytes } from 'node:crypto';
import { openConversation } from '../../src/conversation/script.ts';
import type { Session } from '../../src/conversation/session.ts';
import { startEngine, type Engine } from '../../src/engine.ts';
import { openLog } from '../../src/log.ts';
import { approveTemplates } from '../../src/learners/templates.ts';
import { createPost } from '../../src/mailbox/post.ts';
import { sweepTimers } from '../../src/mailbox/sweep.ts';
import { openAlarm } from '../../src/mailbox/wake.ts';
import { openStore, type Store } from '../../src/store/postgres.ts';
import { openWebhooks, type Webhooks } from '../bench/webhook.ts';
import type { Chance } from './chance.ts';
import { installClock, openClock, type VirtualClock } from './clock.ts';
import { openCheckedGraph, type CheckedGraph } from './graph.ts';
import { jobRunner, readDue } from './due.ts';
import type { Content } from './writing.ts';

export interface Town {
  clock: VirtualClock;
  graph: CheckedGraph;
  store: Store;
  /** Errors that the engine logged, as JSON lines. */
  errors: string[];
  /** Delivers one message by a signed webhook until it is taken. */
  deliver(phone: string, name: string, content: Content): Promise<void>;
  /** The learner's ids by number, and their sessions. */
  sessions(phones: readonly string[]): Promise<Map<string, { userId: string; session: Session }>>;
  /** When something falls due by itself, ms since the epoch; Infinity when nothing does. */
  nextDue(): Promise<number>;
  /** Runs what is due now: timers, reminders, jobs of the calendar. Resolves when the engine is idle again. */
  sweep(): Promise<void>;
  /** Resolves when `enough()` or when nothing is left to be done; mail that waits for company gets its time. */
  settle(enough: () => boolean): Promise<void>;
  close(): Promise<void>;
}

const numberId = '1111';
const secret = 'app-secret';
/** Without a reply for so long, the database is asked what it is waiting for. */
const quietMs = 15;
/** A wake-up that was not answered after so many looks is rung again. */
const looksPerRing = 4;
/** Nothing the engine does by itself may take longer. */
const patienceMs = 20_000;
/** Mail is put off by no more than this. */
const longestPutOffMs = 3_600_000;
const minuteMs = 60_000;
const quarterMs = 15 * minuteMs;

/** Starts the engine over a furnished database, with its clock at `start` (ms since the epoch). */
export async function openTown(urls: { databaseUrl: string; redisUrl: string }, start: number, slotMs: number, chance: Chance): Promise<Town> {
  const before = openStore(urls.databaseUrl, 1);
  await installClock(before).finally(() => before.close());
  const store = openStore(urls.databaseUrl, 2);
  const clock = await openClock(store, start);
  await approveTemplates(store);
  const graph = await openCheckedGraph();
  const errors: string[] = [];
  // Its own sweeps go by the real clock, so the scheduler's are done here.
  const engine: Engine = await startEngine({
    ...urls, databasePool: 8, roles: new Set(['web', 'worker'] as const), host: '127.0.0.1', port: 0,
    whatsapp: { appSecret: secret, verifyToken: 'verify', accessToken: 'token', phoneNumberId: numberId, apiUrl: () => graph.apiUrl },
    messagesPerDay: 1_000_000, workerConcurrency: 4, log: openLog('error', { write: (line: string) => void errors.push(line) }), now: clock.now,
    open: async (own) => openConversation(own, 'hola@charla.example', chance.next, clock.now),
  });
  const alarm = openAlarm(urls.redisUrl, 'bull', (error) => void errors.push(String(error)));
  const post = createPost({ store, wake: (shards) => alarm.wake(shards) });
  const webhooks: Webhooks = openWebhooks(engine.port, secret);
  const run = randomBytes(4).toString('hex');
  const runJobs = jobRunner({ store, now: clock.now, retentionDays: 90, remindersPerSecond: 40, templateReach: 250 });
  let messages = 0;
  let remindedAt = -Infinity;
  let sweptAt = -Infinity;
  // As of the last look ahead, which is followed by a sweep.
  let due: Awaited<ReturnType<typeof readDue>> | null = null;

  // Who expects a reply waits for it before asking the database; who expects none asks at once, and comes away at once when nothing is under way.
  const settle = async (enough: () => boolean, expecting = true): Promise<void> => {
    const deadline = Date.now() + patienceMs;
    for (let looks = 1; !enough() && Date.now() < deadline; looks++) {
      if (expecting || looks > 1) while (await graph.nextBubble(quietMs)) if (enough()) return;
      const [waiting] = await store.run<Waiting>(readWaiting, []);
      const { ready, later, leaving } = waiting!;
      if (ready > 0 && looks % looksPerRing === 0) alarm.wake([0]);
      if (ready > 0 || leaving > 0) continue;
      // Once more: a reply may have left between the two looks.
      if (later === null || later.getTime() - clock.now() > longestPutOffMs) return;
      await clock.jumpTo(later.getTime() + 1);
      alarm.wake([0]);
    }
  };

  return {
    clock, graph, store, errors, settle,
    async deliver(phone, name, content) {
      const timestamp = String(Math.floor(clock.now() / 1000));
      const value = { messaging_product: 'whatsapp', metadata: { display_phone_number: '15550001111', phone_number_id: numberId }, contacts: [{ profile: { name }, wa_id: phone }], messages: [{ from: phone, id: `wamid.${run}.${(messages += 1)}`, timestamp, ...content }] };
      await webhooks.deliver(JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: 'waba', changes: [{ field: 'messages', value }] }] }));
    },
    async sessions(phones) {
      const rows = await store.run<{ phone: string; user_id: string; state: string }>(readSessions, [phones]);
      return new Map(rows.map(({ phone, user_id, state }) => [phone, { userId: user_id, session: JSON.parse(state) as Session }]));
    },
    // Reminders are met to the minute, timers only every slot: what they do is silent, and they are swept before anybody writes anyway.
    async nextDue() {
      const { reminder, timer } = due = await readDue(store);
      return Math.min(Math.max(reminder, remindedAt + minuteMs), Math.ceil(timer / slotMs) * slotMs);
    },
    async sweep() {
      const { reminder, timer } = due ?? (await readDue(store));
      due = null;
      if (timer <= clock.now()) while ((await sweepTimers(store, post, clock.now())) > 0);
      if (reminder <= clock.now()) remindedAt = clock.now();
      const ran = (reminder <= clock.now() || clock.now() - sweptAt >= quarterMs) && (await runJobs());
      if (ran) sweptAt = clock.now();
      if (ran || timer <= clock.now()) {
        alarm.wake([0]);
        await settle(() => false, false);
      }
    },
    async close() {
      webhooks.close();
      await engine.stop();
      await alarm.close();
      await graph.close();
      await store.close();
    },
  };
}

interface Waiting {
  ready: number;
  later: Date | null;
  leaving: number;
}

const readWaiting = {
  name: 'simulate-waiting',
  text: `
    select count(*) filter (where ready_at <= now())::int as ready, min(ready_at) filter (where ready_at > now()) as later, (select count(*)::int from outbox) as leaving
    from mailboxes where (mail_posted > mail_taken and not held) or urgent_posted > urgent_taken`,
};

const readSessions = {
  name: 'simulate-sessions',
  text: `select u.whatsapp_id as phone, s.user_id, s.state from users u join sessions s on s.user_id = u.id where u.whatsapp_id = any($1::varchar[])`,
};
