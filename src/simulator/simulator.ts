// The WhatsApp simulator put together: Graph API, control API and phone page as one router, and phones for tests.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import express, { type Response, type Router } from 'express';
import { createClock } from './clock.ts';
import { createControl } from './control.ts';
import type { Entry } from './entries.ts';
import { createGraph } from './graph.ts';
import { verifyWebhook } from './handshake.ts';
import { act, type LearnerAction, postUnacknowledged } from './learner-actions.ts';
import { createLive } from './live.ts';
import { createMediaStore } from './media.ts';
import { readMemory, writeMemory } from './memory-file.ts';
import { createMishapBoard, type Mishaps } from './mishaps.ts';
import { createPhones, type Phone, type PhoneRequest } from './phones.ts';
import { loadSchemaCheck } from './send-schema.ts';
import { DEFAULT_PACE, metaRetryDelay, type SimulatorOptions } from './settings.ts';
import { climb, windowOpen } from './status-ladder.ts';
import { createWebhookDelivery } from './webhook-delivery.ts';
import { showPhone, type World } from './world.ts';

/** A learner's phone in the hands of a test. */
export type PhoneInHand = {
  readonly waId: string;
  readonly userId: string;
  /** Does one thing as the learner and returns its line. Throws RangeError when there is nothing such to tap. */
  act(action: LearnerAction): Entry;
  say(text: string): Entry;
  /** Taps a button or row by id or title, on the newest message that offers it or on the one named. */
  tap(choice: string, messageId?: string): Entry;
  /** Every line so far, oldest first. */
  conversation(): readonly Entry[];
  windowOpen(): boolean;
  mishaps(change: Partial<Mishaps>): void;
};

export type Simulator = {
  /** To be mounted at `/simulator`. */
  router: Router;
  /** Makes a phone, or finds the one with that number. */
  addPhone(request: PhoneRequest): PhoneInHand;
  /** The phone of a number. Throws RangeError when there is none. */
  phone(waId: string): PhoneInHand;
  mishaps(change: Partial<Mishaps>): void;
  /** Moves simulated time on by `ms`. */
  advance(ms: number): void;
  now(): number;
  /** Forgets phones, conversations and mishaps. */
  reset(): void;
  /** Meta's GET handshake against the webhook; false when it fails. */
  handshake(): Promise<boolean>;
  /** Resolves when every webhook so far was answered 200 or given up. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};

const SAVE_EVERY_MS = 1_000;

const PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

function createWorld(options: SimulatorOptions): World {
  const clock = createClock(options.now, options.after);
  const mishaps = createMishapBoard();
  return {
    phoneNumberId: options.phoneNumberId,
    accessToken: options.accessToken,
    pace: options.pace ?? DEFAULT_PACE,
    templates: options.templates,
    clock,
    phones: createPhones(options.random ?? Math.random),
    mishaps,
    media: createMediaStore(),
    live: createLive(),
    delivery: createWebhookDelivery({
      webhookUrl: options.webhookUrl,
      appSecret: options.appSecret,
      clock,
      mishaps,
      retryDelay: options.retryDelay ?? metaRetryDelay,
      log: options.log ?? (() => undefined),
    }),
    newId: options.id ?? randomUUID,
  };
}

/** Restores the file's memory, and writes it again at each change, every second and when the returned function is called. */
function remember(world: World, path: string): () => void {
  const memory = readMemory(path);
  if (memory.offset > 0) world.clock.advance(memory.offset);
  for (const phone of memory.phones) {
    world.phones.restore(phone);
    for (const entry of phone.entries) {
      if (entry.from === 'tutor') climb(world, phone, entry);
      else postUnacknowledged(world, phone, entry);
    }
  }
  let written: string | undefined;
  const save = (): void => {
    written = writeMemory(path, { offset: world.clock.offset(), phones: world.phones.all() }, written);
  };
  const again = (): void => {
    save();
    world.clock.after(SAVE_EVERY_MS, again);
  };
  world.clock.after(SAVE_EVERY_MS, again);
  // In the step that changed it: what a page or a sender has been told is then remembered, also over a kill.
  let due = false;
  world.live.watch(() => {
    if (due) return;
    due = true;
    queueMicrotask(() => {
      due = false;
      save();
    });
  });
  return save;
}

/** Starts a simulator. Nothing listens until its router is mounted; nothing is sent until somebody writes. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const world = createWorld(options);
  const silent = new Set<Response>();
  const save = options.stateFile === undefined ? () => undefined : remember(world, options.stateFile);

  const advance = (ms: number): void => {
    world.clock.advance(ms);
    world.live.tell('clock', { now: world.clock.now(), offset: world.clock.offset() });
    options.onAdvance?.(ms);
  };
  const reset = (): void => {
    world.phones.clear();
    world.mishaps.clear();
    world.media.clear();
    world.live.tell('reset', {});
  };
  const handshake = (): Promise<boolean> => {
    const challenge = String(Math.floor((options.random ?? Math.random)() * 1e9));
    return verifyWebhook(options.webhookUrl(), options.verifyToken, challenge);
  };

  const router = express.Router();
  router.use('/graph', createGraph(world, loadSchemaCheck(), silent));
  router.use('/api', createControl(world, { advance, reset, handshake }));
  router.use((_request, response, next) => {
    response.set({ 'content-security-policy': PAGE_POLICY, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' });
    next();
  });
  // The page's links are relative to `/simulator/`, hence the redirect that static serving makes for a folder.
  router.get('/', (request, response, next) => {
    if (request.originalUrl.split('?')[0]!.endsWith('/')) return next();
    response.redirect(301, `${request.baseUrl}/`);
  });
  router.use(express.static(join(import.meta.dirname, 'page')));

  const inHand = (phone: Phone): PhoneInHand => ({
    waId: phone.waId,
    userId: phone.userId,
    act: (action) => act(world, phone, action),
    say: (text) => act(world, phone, { type: 'text', text }),
    tap: (choice, messageId) => act(world, phone, { type: 'tap', choice, ...(messageId === undefined ? {} : { messageId }) }),
    conversation: () => phone.entries,
    windowOpen: () => windowOpen(world, phone),
    mishaps: (change) => world.mishaps.set(change, phone.waId),
  });

  return {
    router,
    addPhone: (request) => {
      const phone = world.phones.add(request);
      showPhone(world, phone);
      return inHand(phone);
    },
    phone: (waId) => {
      const phone = world.phones.byNumber(waId);
      if (phone === undefined) throw new RangeError(`no phone has the number ${waId}`);
      return inHand(phone);
    },
    mishaps: (change) => world.mishaps.set(change),
    advance,
    now: world.clock.now,
    reset,
    handshake,
    idle: world.delivery.idle,
    stop: async () => {
      world.clock.stop();
      save();
      for (const response of silent) response.destroy();
      world.live.stop();
      await world.delivery.stop();
    },
  };
}
