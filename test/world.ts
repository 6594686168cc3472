// What engine tests share: a corner, a WhatsApp stand-in, engines that are stopped at the end, signed webhooks, and waiting for a condition.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { vi } from 'vitest';
import { signBody } from '../src/channels/whatsapp/signature.ts';
import { startEngine, type Engine, type EngineOptions } from '../src/engine.ts';
import { openLog } from '../src/log.ts';
import { openStore, type Store } from '../src/store/postgres.ts';
import { corner, type Corner } from './corner.ts';
import { talker } from './engine/talker.ts';
import { startGraphStub, type GraphStub } from './outbox/graph-stub.ts';

export const APP_SECRET = 'app-secret';
export const VERIFY_TOKEN = 'verify-token';
export const NUMBER_ID = '106540352242922';

/** A message as WhatsApp writes it; anything may be overridden. */
export type HookMessage = Record<string, unknown>;

export interface World {
  corner: Corner;
  graph: GraphStub;
  /** A connection pool of the test's own. */
  store: Store;
  /** Log lines of all engines. */
  logs: string[];
  /** Starts an engine with the talker; `stop` is called at the end if the test does not. */
  engine(options?: Partial<EngineOptions>): Promise<Engine>;
  /** Rows of a query. */
  rows<Row extends object = Record<string, never>>(text: string, values?: unknown[]): Promise<Row[]>;
  /** A learner with mailbox and identity, without a message. */
  learner(): Promise<{ id: string; phone: string }>;
  /** Takes every learner and all that is theirs away, and what the graph has seen: for tests that share a world. */
  empty(): Promise<void>;
  /** The learner of a phone's digits. */
  idOf(phone: string): Promise<string>;
  close(): Promise<void>;
}

export const all = new Set(['web', 'worker', 'scheduler'] as const);

/** Opens a world. `name` is for people who look at the server meanwhile. */
export async function openWorld(name: string): Promise<World> {
  const own = await corner(name);
  const graph = await startGraphStub(APP_SECRET, NUMBER_ID);
  const store = openStore(own.databaseUrl, 4);
  const logs: string[] = [];
  const stops: (() => Promise<void>)[] = [];
  const rows: World['rows'] = async (text, values = []) => (await store.knex.raw(text.replaceAll(/\$\d+/g, '?'), values as never)).rows;
  return {
    corner: own, graph, store, logs, rows,
    async engine(options = {}) {
      const engine = await startEngine({
        databaseUrl: own.databaseUrl, databasePool: 5, redisUrl: own.redisUrl, roles: all, host: '127.0.0.1', port: 0,
        whatsapp: { appSecret: APP_SECRET, verifyToken: VERIFY_TOKEN, accessToken: 'token', phoneNumberId: NUMBER_ID, apiUrl: () => graph.url },
        messagesPerDay: 100_000, workerConcurrency: 3, log: openLog('info', { write: (line: string) => void logs.push(line) }), now: Date.now,
        open: async () => talker(), ...options,
      });
      let stopped: Promise<void> | undefined;
      const stop = () => (stopped ??= engine.stop());
      stops.push(stop);
      return { ...engine, stop };
    },
    async learner() {
      const phone = nextPhone();
      const id = randomUUID();
      await rows('insert into users (id, whatsapp_id, phone_number) values ($1, $2, $3)', [id, phone, `+${phone}`]);
      await rows(`insert into identities (value, kind, user_id) values ($1, 'phone', $2)`, [`+${phone}`, id]);
      return { id, phone };
    },
    async empty() {
      for (const table of ['letters', 'sessions', 'outbox', 'dead_letters', 'delivery_failures', 'facts', 'conversation_logs', 'reminder_choices', 'users']) await rows(`delete from ${table}`);
      graph.asked.length = graph.accepted.length = graph.typing.length = graph.webhooks.length = 0;
      graph.fate = () => 'accepted';
      logs.length = 0;
    },
    async idOf(phone) {
      const [row] = await rows<{ user_id: string }>('select user_id from identities where value = $1', [`+${phone}`]);
      if (!row) throw new Error(`nobody has the number ${phone}`);
      return row.user_id;
    },
    async close() {
      for (const stop of stops) await stop();
      await graph.close();
      await store.close();
      await own.close();
    },
  };
}

let phones = 34_600_000_000;
/** The digits of a number nobody has yet. */
export const nextPhone = (): string => String((phones += 1));

let messages = 0;
/** One text message from `phone`, with an id of its own. */
export const textFrom = (phone: string, text: string, own: HookMessage = {}): HookMessage => ({
  from: phone, id: `wamid.in.${(messages += 1)}`, timestamp: String(Math.floor(Date.now() / 1000)), type: 'text', text: { body: text }, ...own,
});

/** A webhook body with these messages, each with the contact WhatsApp sends along. */
export function hookOf(hooked: readonly HookMessage[], value: Record<string, unknown> = {}): Record<string, unknown> {
  const contacts = hooked.flatMap(({ from }) => (typeof from === 'string' ? [{ profile: { name: 'Ana Ñíguez' }, wa_id: from }] : []));
  return { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [{ field: 'messages', value: { messaging_product: 'whatsapp', metadata: { phone_number_id: NUMBER_ID }, contacts, messages: hooked, ...value } }] }] };
}

/** Posts a webhook to the engine on `port`, signed over the bytes as sent. */
export async function post(port: number, body: unknown, signature?: string | null): Promise<Response> {
  const raw = typeof body === 'string' ? body : JSON.stringify(body);
  const signed = signature === undefined ? signBody(raw, APP_SECRET) : signature;
  return fetch(`http://127.0.0.1:${port}/webhooks/whatsapp`, { method: 'POST', body: raw, headers: { 'content-type': 'application/json', ...(signed !== null && { 'x-hub-signature-256': signed }) } });
}

/** Posts messages and gives the status. */
export const send = async (port: number, ...hooked: HookMessage[]): Promise<number> => {
  const answer = await post(port, hookOf(hooked));
  await answer.arrayBuffer();
  return answer.status;
};

/** As Meta does: again until 200. */
export async function deliver(port: () => number, ...hooked: HookMessage[]): Promise<void> {
  for (;;) {
    if ((await send(port(), ...hooked).catch(() => 0)) === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Waits until the condition holds. @throws after `seconds`, naming `what` */
export async function until(what: string, condition: () => boolean | Promise<boolean>, seconds = 20): Promise<void> {
  await vi.waitUntil(condition, { timeout: seconds * 1000, interval: 15 }).catch((error: unknown) => {
    throw new Error(`still not so after ${seconds} s: ${what}`, { cause: error });
  });
}

/** Every round of `rounds` of the event loop: what had nothing to wait for has happened. */
export async function settled(rounds = 20): Promise<void> {
  for (let i = 0; i < rounds; i++) await new Promise(setImmediate);
}

/** A connection of its own, for locks that a test holds. */
export async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on('error', () => {});
  await client.connect();
  return client;
}
