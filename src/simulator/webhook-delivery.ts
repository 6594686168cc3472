// Carries webhooks to the app as Meta does, at least once with retries, and spoils them where a mishap says so.
import type { Clock } from './clock.ts';
import type { MishapBoard } from './mishaps.ts';
import { signatureOf, webhookBytes } from './webhook-bytes.ts';

export type Webhook = {
  /** The phone it is about: mishaps and order are per phone. */
  waId: string;
  /** Messages and statuses of a phone keep their order among themselves, not with each other. */
  lane: 'messages' | 'statuses';
  payload: object;
  /** Called once, at the first answer 200. */
  acknowledged?: () => void;
};

export type WebhookDelivery = {
  post(webhook: Webhook): void;
  /** Webhooks that have not been answered 200 yet. */
  waiting(): number;
  /** Resolves when nothing is waiting any more. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};

/** Meta gives up after seven days. */
const GIVE_UP_MS = 7 * 24 * 3_600_000;
const MAX_TRIES = 1_000;
const MAX_WAITING = 20_000;
const ANSWER_TIMEOUT_MS = 20_000;
const REORDER_GATHER_MS = 1_000;

type Parcel = Webhook & { bytes: Buffer; signature: string; since: number; tries: number; done: boolean };

type Setup = {
  webhookUrl: () => string;
  appSecret: string;
  clock: Clock;
  mishaps: MishapBoard;
  retryDelay: (attempt: number) => number;
  log: (line: string, facts?: object) => void;
};

/** Starts with nothing under way. */
export function createWebhookDelivery(setup: Setup): WebhookDelivery {
  const { clock, mishaps } = setup;
  const lanes = new Map<string, Promise<void>>();
  const gathered = new Map<string, Parcel[]>();
  const inFlight = new Set<Promise<boolean>>();
  const stopping = new AbortController();
  let waiting = 0;
  let idlers: (() => void)[] = [];

  const settle = (parcel: Parcel): void => {
    if (parcel.done) return;
    parcel.done = true;
    waiting -= 1;
    if (waiting > 0) return;
    for (const wake of idlers) wake();
    idlers = [];
  };

  const request = async (parcel: Parcel): Promise<boolean> => {
    try {
      const response = await fetch(setup.webhookUrl(), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-hub-signature-256': parcel.signature, 'user-agent': 'facebookexternalua' },
        body: new Uint8Array(parcel.bytes),
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]),
      });
      await response.arrayBuffer();
      return response.status === 200;
    } catch {
      return false;
    }
  };

  const send = (parcel: Parcel): Promise<boolean> => {
    const under = request(parcel);
    inFlight.add(under);
    void under.then(() => inFlight.delete(under));
    return under;
  };

  const attempt = async (parcel: Parcel): Promise<void> => {
    parcel.tries += 1;
    const lost = parcel.tries === 1 && mishaps.takeDrop(parcel.waId);
    if (!lost && (await send(parcel))) {
      if (!parcel.done) parcel.acknowledged?.();
      settle(parcel);
      return;
    }
    if (stopping.signal.aborted) return;
    if (parcel.tries >= MAX_TRIES || clock.now() - parcel.since > GIVE_UP_MS) {
      setup.log('webhook given up', { tries: parcel.tries });
      settle(parcel);
      return;
    }
    clock.after(setup.retryDelay(parcel.tries + 1), () => void attempt(parcel));
  };

  // The next one waits for the first try only: a failing webhook holds nobody up, its retry comes late.
  const queue = (parcel: Parcel): void => {
    const key = `${parcel.waId}/${parcel.lane}`;
    const before = lanes.get(key) ?? Promise.resolve();
    const turn = before.then(async () => {
      const copies = Array.from({ length: mishaps.of(parcel.waId).duplicates }, () => send(parcel));
      await Promise.all([attempt(parcel), ...copies]);
    });
    lanes.set(key, turn);
    void turn.then(() => {
      if (lanes.get(key) === turn) lanes.delete(key);
    });
  };

  const release = (waId: string): void => {
    const parcels = gathered.get(waId) ?? [];
    gathered.delete(waId);
    for (const parcel of parcels.reverse()) queue(parcel);
  };

  const gather = (parcel: Parcel, size: number): void => {
    const group = gathered.get(parcel.waId) ?? [];
    if (group.length === 0) clock.after(REORDER_GATHER_MS, () => release(parcel.waId));
    group.push(parcel);
    gathered.set(parcel.waId, group);
    if (group.length >= size) release(parcel.waId);
  };

  const depart = (parcel: Parcel): void => {
    const { reorder } = mishaps.of(parcel.waId);
    if (reorder >= 2) gather(parcel, reorder);
    else queue(parcel);
  };

  return {
    post: (webhook) => {
      if (waiting >= MAX_WAITING) {
        setup.log('webhook dropped, too many are waiting', { waiting });
        return;
      }
      waiting += 1;
      const bytes = webhookBytes(webhook.payload);
      const parcel: Parcel = { ...webhook, bytes, signature: signatureOf(bytes, setup.appSecret), since: clock.now(), tries: 0, done: false };
      const { delayMs } = mishaps.of(webhook.waId);
      if (delayMs > 0) clock.after(delayMs, () => depart(parcel));
      else depart(parcel);
    },
    waiting: () => waiting,
    idle: () => (waiting === 0 ? Promise.resolve() : new Promise((wake) => idlers.push(wake))),
    stop: async () => {
      stopping.abort();
      await Promise.allSettled(inFlight);
    },
  };
}
