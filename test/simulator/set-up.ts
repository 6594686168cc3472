// A simulator with a clock and timers that the test moves, and an app that records what reaches its webhook.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveSimulator, type ServedSimulator } from '../../src/simulator/serve.ts';
import type { SimulatorOptions } from '../../src/simulator/settings.ts';

export const SECRET = 'app-secret';
export const TOKEN = 'access-token';
export const PHONE_NUMBER_ID = '106540352242922';
export const START = Date.UTC(2026, 10, 22, 9, 0, 0);

/** Timers that fire only when the test says so. */
export function handTimers() {
  let now = START;
  let serial = 0;
  const due: { at: number; serial: number; run: () => void }[] = [];
  let wakers: { count: number; wake: () => void }[] = [];
  return {
    now: () => now,
    after: (ms: number, run: () => void) => {
      const timer = { at: now + ms, serial: (serial += 1), run };
      due.push(timer);
      for (const waker of wakers) if (due.length >= waker.count) waker.wake();
      wakers = wakers.filter((waker) => due.length < waker.count);
      return () => void (due.includes(timer) && due.splice(due.indexOf(timer), 1));
    },
    /** Moves time on and fires what comes due, in order. */
    tick: (ms: number) => {
      const end = now + ms;
      for (;;) {
        const next = due.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at || a.serial - b.serial)[0];
        if (next === undefined) break;
        due.splice(due.indexOf(next), 1);
        now = Math.max(now, next.at);
        next.run();
      }
      now = end;
    },
    waiting: () => due.length,
    /** Resolves once `count` timers are set. */
    set: (count: number) => (due.length >= count ? Promise.resolve() : new Promise<void>((wake) => wakers.push({ count, wake }))),
  };
}

export type Received = { raw: Buffer; signature: string; value: Record<string, any> };

/** A webhook receiver on a free port. `answer` decides the status of each POST; default 200. */
export async function recordingApp() {
  const received: Received[] = [];
  let open = 0;
  const waiters: { count: number; wake: () => void }[] = [];
  const app = {
    received,
    answer: (_one: Received): number => 200,
    challenge: (asked: URL): string => asked.searchParams.get('hub.challenge') ?? '',
    url: '',
    /** Waited for before each answer. */
    hold: async (): Promise<void> => undefined,
    /** The most POSTs that were open at once. */
    most: 0,
    /** Resolves when `count` POSTs have come in altogether. */
    arrived: (count: number) => (received.length >= count ? Promise.resolve() : new Promise<void>((wake) => waiters.push({ count, wake }))),
    /** Message ids and statuses in the order of arrival, for short comparisons. */
    statuses: () => received.flatMap((one) => (one.value['statuses'] ?? []).map((status: { status: string }) => status.status)) as string[],
    texts: () => received.flatMap((one) => (one.value['messages'] ?? []).map((message: any) => message.text?.body)) as string[],
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://app');
    if (request.method === 'GET') return void response.end(app.challenge(url));
    open += 1;
    app.most = Math.max(app.most, open);
    response.on('finish', () => (open -= 1));
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const raw = Buffer.concat(parts);
    const one: Received = { raw, signature: String(request.headers['x-hub-signature-256']), value: JSON.parse(raw.toString()).entry[0].changes[0].value };
    received.push(one);
    const status = app.answer(one);
    for (const waiter of waiters) if (received.length >= waiter.count) waiter.wake();
    await app.hold();
    response.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  app.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/whatsapp`;
  return app;
}

/** What the Graph API answers: the messages it took, or why it took none; neither when it fell silent or said something else. */
export type GraphAnswer = { messages?: [{ id: string }]; contacts?: object[]; error?: { code: number; error_subcode?: number; message: string } };

/** Calls the Graph API as the app would. */
export async function send(simulator: ServedSimulator, body: unknown, given: { token?: string; version?: string; id?: string; raw?: string } = {}) {
  const base = simulator.graphUrl.replace('v25.0', given.version ?? 'v25.0');
  const response = await fetch(`${base}/${given.id ?? PHONE_NUMBER_ID}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${given.token ?? TOKEN}` },
    body: given.raw ?? JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: (text.startsWith('{') ? JSON.parse(text) : {}) as GraphAnswer };
}

export const text = (to: string, body = 'Hola') => ({ messaging_product: 'whatsapp', to, type: 'text', text: { body } });

/** Everything together; `stop` ends it all. */
export async function world(more: Partial<SimulatorOptions> = {}) {
  const timers = handTimers();
  const app = await recordingApp();
  let serial = 0;
  const simulator = await serveSimulator({
    webhookUrl: () => app.url,
    appSecret: SECRET,
    verifyToken: 'verify-token',
    accessToken: TOKEN,
    phoneNumberId: PHONE_NUMBER_ID,
    now: timers.now,
    random: () => 0.5,
    id: () => `id-${(serial += 1)}`,
    after: timers.after,
    ...more,
  });
  const ana = simulator.addPhone({ name: 'Ana Ñíguez', country: 'ES', number: '+34 600 111 222' });
  return {
    timers,
    app,
    simulator,
    ana,
    stop: async () => {
      await simulator.stop();
      await app.close();
    },
  };
}
