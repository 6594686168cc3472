// One process of the engine: web, worker and scheduler parts over one script, started in order and stopped in the reverse.
import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import express, { type Router } from 'express';
import { createGraph } from './channels/whatsapp/graph.ts';
import { sweepDeployed } from './conversation/sweep-deployed.ts';
import type { Script } from './conversation/turn.ts';
import type { Session } from './conversation/session.ts';
import { health } from './http/health.ts';
import { broke, nothingHere } from './http/faults.ts';
import { whatsappWebhook } from './http/webhook-whatsapp.ts';
import { openAddresses } from './learners/address.ts';
import { setTemplateState } from './learners/templates.ts';
import { createIdentities } from './learners/identity.ts';
import { startJobs } from '../jobs/start.ts';
import { followIdentityChange } from './learners/identity-change.ts';
import { newLearners, type NewLearner } from './learners/new-learner.ts';
import { redactText, type Logger } from './log.ts';
import type { Mail } from './mailbox/letter.ts';
import { createDrain, type Drain } from './mailbox/drain.ts';
import { createPost } from './mailbox/post.ts';
import { hasOldMail, sweepAllTimers } from './mailbox/sweep.ts';
import { answerAlarm, openAlarm } from './mailbox/wake.ts';
import { createMetrics } from './metrics.ts';
import { writeFacts } from './outbox/fact.ts';
import { createFinish } from './outbox/finish.ts';
import { createLeaving } from './outbox/leave.ts';
import { writeRecords } from './outbox/records.ts';
import { openSentMarks } from './outbox/sent-marks.ts';
import { settle } from './outbox/settle.ts';
import type { Actors } from './outbox/start.ts';
import { showTyping } from './outbox/typing.ts';
import { openConnections, rehearse } from './rehearsal.ts';
import { openStore, type Store } from './store/postgres.ts';
import { assertNoEviction, openRedis, type Redis } from './store/redis.ts';
import { every } from './every.ts';

export interface EngineOptions {
  databaseUrl: string;
  databasePool: number;
  redisUrl: string;
  roles: ReadonlySet<'web' | 'worker' | 'scheduler'>;
  host: string;
  /** 0 picks a free one. */
  port: number;
  whatsapp: { appSecret: string; verifyToken: string; accessToken: string; phoneNumberId: string; apiUrl(port: number): string };
  messagesPerDay: number;
  workerConcurrency: number;
  /** What the calendar's jobs are to keep to; without it the scheduler part runs its sweeps alone. */
  jobs?: { retentionDays: number; remindersPerSecond: number; templateReach: number };
  log: Logger;
  now(): number;
  /** What the learners talk to, over this process's connections; told what to do with an exercise that cannot be read. */
  open(store: Store, broken: (exercise: string, error: unknown) => void): Promise<{ script: Script<NewLearner>; actors: Actors; prepare?(sessions: readonly Session[], mail: readonly Mail[]): Promise<void>; warm?(): Promise<void> }>;
  /** Play the path of a message through before the port opens. */
  rehearse?: boolean;
  /** Further pages of the web part, such as the simulator. */
  pages?(port: () => number): { router: Router; stop(): Promise<void> };
}

export interface Engine {
  port: number;
  /** Finishes the turns in hand, then leaves. */
  stop(): Promise<void>;
}

/** Starts the parts that `roles` names. @throws when PostgreSQL or Redis cannot be reached or is set up wrongly */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { log, roles, whatsapp } = options;
  const owner = `${process.pid}-${randomBytes(6).toString('hex')}`;
  const metrics = createMetrics();
  const onError = (error: Error, where: string) => {
    metrics.errors.inc({ where });
    log.error({ error }, where);
  };
  const onAlert = (what: string) => {
    metrics.alerts.inc({ code: 'send' });
    log.warn({ what: redactText(what) }, 'somebody should look');
  };
  const onBroken = (exercise: string, error: unknown) => {
    metrics.alerts.inc({ code: 'exercise:unreadable' });
    log.warn({ exercise, error }, 'an exercise cannot be read and is asked of nobody');
  };
  const stops: (() => Promise<unknown> | unknown)[] = [];
  let pages: { router: Router; stop(): Promise<void> } | undefined;
  const onStop = (stop: () => Promise<unknown> | unknown) => stops.unshift(stop);

  const store = openStore(options.databaseUrl, options.databasePool);
  onStop(() => store.close());
  const redis = openRedis(options.redisUrl, (error) => onError(error, 'redis'));
  onStop(() => redis.disconnect());
  await Promise.all([store.knex.raw('select 1'), redis.connect().then(() => assertNoEviction(redis))]);
  const alarm = openAlarm(options.redisUrl, 'bull', (error) => onError(error, 'wake'));
  onStop(() => alarm.close());

  let drain: Drain | undefined;
  const post = createPost({ store, wake: (shards) => void (drain?.looksAgain() || alarm.wake(shards)) });
  onStop(() => post.idle());

  // The parts of one process share what it keeps at hand.
  let opened: ReturnType<typeof options.open> | undefined;
  const conversation = () => (opened ??= options.open(store, onBroken));
  if (options.rehearse) {
    const { script } = await conversation();
    await Promise.all([openConnections(store, options.databasePool), rehearse(script)]).catch((error: Error) => onError(error, 'rehearsal'));
  }

  let port = options.port;
  let stopping = false;
  const server = await serve();
  // Who keeps a connection open would otherwise keep this process open too.
  server.prependListener('request', (_request, response) => {
    if (stopping) response.setHeader('connection', 'close');
  });
  port = (server.address() as { port: number }).port;
  onStop(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    // An open page holds a stream of events.
    await pages?.stop();
    server.closeIdleConnections();
    await closed;
  });
  if (roles.has('worker')) await work();
  if (roles.has('scheduler')) {
    if (options.jobs) onStop(await startJobs({ ...options.jobs, databaseUrl: options.databaseUrl, store, now: options.now, log, metrics, onError }));
    const { script } = await conversation();
    onStop(every(2_000, async () => void metrics.swept.set({ kind: 'deployed' }, await sweepDeployed(store, post, script.chart)), (error) => onError(error, 'deploy sweep')));
    onStop(every(1_000, async () => void metrics.swept.set({ kind: 'timers' }, await sweepAllTimers(store, post, options.now())), (error) => onError(error, 'timer sweep')));
  }
  return {
    port,
    async stop() {
      stopping = true;
      const deadline = Date.now() + longestStopMs;
      for (const stop of stops) await within(stop, Math.max(leastStopMs, deadline - Date.now())).catch((error: Error) => onError(error, 'stop'));
    },
  };

  async function serve(): Promise<Server> {
    const app = express();
    app.disable('x-powered-by');
    app.disable('etag');
    app.set('query parser', 'simple');
    // First in line, since it is what is asked for a thousand times a second.
    if (roles.has('web')) takeWebhooks(app);
    app.use(health({ postgres: () => store.knex.raw('select 1'), redis: () => redis.ping() }, ['redis'], () => stopping));
    app.get('/metrics', async (_request, response) => void response.type(metrics.registry.contentType).send(await metrics.registry.metrics()));
    app.use(nothingHere, broke(log));
    return new Promise((resolve, reject) => {
      const listening = app.listen(options.port, options.host, (error?: Error) => (error ? reject(error) : resolve(listening)));
    });
  }

  function takeWebhooks(app: express.Express): void {
    const identities = createIdentities(store);
    app.use(whatsappWebhook({
      ...whatsapp, learnerOf: identities, post, metrics, log,
      async take({ statuses, identityChanges, preferences, templates }) {
        for (const { status } of statuses) metrics.statuses.inc({ status });
        if (statuses.length > 0) for (const alert of (await settle(store, statuses)).alerts) onAlert(alert);
        for (const change of identityChanges) {
          await followIdentityChange(store, change);
          for (const value of [change.previous.phone, change.previous.bsuid]) if (value !== null) identities.forget(value);
        }
        for (const { name, language, state, at } of templates) {
          await setTemplateState(store, name, language, state, at);
          if (state !== 'approved') onAlert(`WhatsApp made the template ${name}/${language} ${state}`);
        }
        for (const preference of preferences) {
          const userId = await identities({ ...preference.person, name: null });
          await store.transaction(({ run }) => writeFacts(run, [{ userId, event: { type: 'whatsapp.preference', value: preference.value, at: preference.at } }]));
        }
      },
    }));
    pages = options.pages?.(() => port);
    if (pages) app.use(pages.router);
  }

  async function work(): Promise<void> {
    const { script, actors, prepare, warm } = await conversation();
    if (options.rehearse) await warm?.();
    const graph = createGraph({ apiUrl: whatsapp.apiUrl(port), phoneNumberId: whatsapp.phoneNumberId, accessToken: whatsapp.accessToken, numbers: 'digits', connections: graphConnections });
    onStop(() => graph.close());
    const addresses = openAddresses(store);
    const finish = createFinish(store, (error) => onError(error, 'finish'));
    const leaving = createLeaving({
      store, graph, actors, owner, post, now: options.now, onAlert, onError, typing: showTyping(redis as Redis, graph, (error) => onError(error, 'typing')),
      addressOf: addresses.of, marks: openSentMarks(redis, Date.now, (error) => onError(error, 'sent marks')),
      finish: Object.assign((finished: Parameters<typeof finish>[0]) => {
        metrics.sent.inc({ outcome: finished.said ? 'said' : (finished.failed?.action ?? 'done') });
        finish(finished);
      }, { idle: finish.idle }),
    });
    onStop(every(2_000, leaving.renew, (error) => onError(error, 'renew')));
    onStop(() => leaving.idle());
    onStop(every(500, async () => void metrics.swept.set({ kind: 'effects' }, await leaving.sweep()), (error) => onError(error, 'effect sweep')));
    const emptying = (drain = createDrain({
      store, redis, script, owner, messagesPerDay: options.messagesPerDay, now: options.now, onError, record: writeRecords, leave: leaving.leave, hush: leaving.hush,
      newLearners: (userIds) => newLearners(store, userIds, addresses.learn),
      lookIn: (ms) => void setTimeout(() => void emptying.empty(), Math.max(ms, 0) + 1).unref(),
      ...(prepare && { prepare }),
      onBatch: ({ learners, letters, committed, dead, ms }) => {
        metrics.turns.inc(letters);
        metrics.batchSeconds.observe(ms / 1000);
        if (committed < learners) metrics.lostTurns.inc(learners - committed);
        if (dead > 0) metrics.deadLetters.inc(dead);
      },
    }));
    // Straight to work and not by a wake-up: this is what still moves when Redis does not.
    onStop(every(1_000, async () => {
      if (await hasOldMail(store, 1_000)) await emptying.empty();
    }, (error) => onError(error, 'mail sweep')));
    const worker = answerAlarm(options.redisUrl, 'bull', options.workerConcurrency, emptying.empty, (error) => onError(error, 'worker'));
    onStop(() => worker.close());
  }
}

// Meta takes some 200 ms a message, and one number may send a thousand a second.
const graphConnections = 256;
// Who stops containers waits ten seconds before it kills.
const longestStopMs = 8_000;
const leastStopMs = 500;

// A part that cannot stop, because what it waits for is away, must not keep the others from stopping.
function within(stop: () => Promise<unknown> | unknown, ms: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('a part did not stop in time')), ms);
    Promise.resolve(stop()).then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
