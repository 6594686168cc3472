// WhatsApp's webhook: checks the signature on the raw bytes, puts every message on disk, and only then says 200.
import { timingSafeEqual } from 'node:crypto';
import type { Request, Response, Router } from 'express';
import express from 'express';
import { readWebhook, type Inbound } from '../channels/whatsapp/inbound.ts';
import { verifySignature } from '../channels/whatsapp/signature.ts';
import { isStopWord } from '../learners/stop-words.ts';
import { errors, type ErrorCode } from '../errors.ts';
import type { Logger } from '../log.ts';
import { keyOf, lanes, type Posted } from '../mailbox/letter.ts';
import type { Post } from '../mailbox/post.ts';
import type { Metrics } from '../metrics.ts';
import { readRawBody } from './raw-body.ts';

export interface WebhookOptions {
  appSecret: string;
  verifyToken: string;
  /** Our number; items for others are skipped. */
  phoneNumberId: string;
  learnerOf: { (writer: Inbound['from']): Promise<string> | string; forget(value: string): void };
  post: Post;
  /** Takes what else a webhook brings; rejects when it could not be stored. */
  take(rest: Omit<ReturnType<typeof readWebhook>, 'messages' | 'skipped'>): Promise<void>;
  metrics: Metrics;
  log: Logger;
}

const largestBody = 3 * 1024 * 1024;

/** `GET` answers Meta's handshake, `POST` takes messages and statuses. */
export function whatsappWebhook(options: WebhookOptions): Router {
  const router = express.Router();
  router.get('/webhooks/whatsapp', (request, response) => handshake(options, request, response));
  router.post('/webhooks/whatsapp', async (request, response) => {
    const begun = performance.now();
    const status = await receive(options, request).catch((error: unknown) => {
      options.log.error({ error }, 'a webhook could not be stored');
      return refuse('webhook:not-stored');
    });
    options.metrics.webhooks.inc({ status: status.status });
    options.metrics.webhookSeconds.observe((performance.now() - begun) / 1000);
    response.statusCode = status.status;
    response.setHeader('content-type', 'text/plain');
    response.end(status.says);
  });
  return router;
}

function handshake({ verifyToken }: WebhookOptions, request: Request, response: Response): void {
  const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = request.query;
  const given = Buffer.from(typeof token === 'string' ? token : '');
  const wanted = Buffer.from(verifyToken);
  if (mode === 'subscribe' && typeof challenge === 'string' && given.length === wanted.length && timingSafeEqual(given, wanted)) {
    response.type('text/plain').send(challenge);
  } else {
    const { status, says } = refuse('webhook:wrong-token');
    response.status(status).type('text/plain').send(says);
  }
}

const refuse = (code: ErrorCode): { status: number; says: string } => errors[code];

async function receive(options: WebhookOptions, request: Request): Promise<{ status: number; says: string }> {
  const raw = await readRawBody(request, largestBody);
  if (raw === 'too-large') return refuse('webhook:too-large');
  if (!verifySignature(raw, request.get('x-hub-signature-256'), options.appSecret)) return refuse('webhook:unsigned');
  let body: unknown;
  try {
    body = JSON.parse(raw.toString('utf8'));
  } catch {
    return refuse('webhook:not-json');
  }
  const { messages, skipped, ...rest } = readWebhook(body, options.phoneNumberId);
  for (const { reason, count } of skipped) {
    options.metrics.skipped.inc({ reason }, count);
    options.log.info({ reason, count }, 'webhook items skipped');
  }
  for (const message of messages) options.metrics.messages.inc({ kind: message.content.kind });
  await Promise.all([
    messages.length > 0 && postMessages(options, messages),
    (rest.statuses.length > 0 || rest.identityChanges.length > 0 || rest.preferences.length > 0 || rest.templates.length > 0) && options.take(rest),
  ]);
  return { status: 200, says: 'ok' };
}

async function postMessages(options: WebhookOptions, messages: readonly Inbound[]): Promise<void> {
  try {
    await options.post(await lettersOf(options, messages));
  } catch (error) {
    if ((error as { code?: string }).code !== learnerIsGone) throw error;
    for (const { from } of messages) for (const value of [from.phone, from.bsuid]) if (value !== null) options.learnerOf.forget(value);
    await options.post(await lettersOf(options, messages));
  }
}

// PostgreSQL's code for a foreign key that leads nowhere: the learner was erased while this process still knew them.
const learnerIsGone = '23503';

async function lettersOf({ learnerOf }: WebhookOptions, messages: readonly Inbound[]): Promise<Posted[]> {
  const learners = await Promise.all(messages.map((message) => learnerOf(message.from)));
  return messages.map(({ providerId, sentAt, content }, i) => ({
    userId: learners[i]!,
    // STOP overtakes everything.
    lane: content.kind === 'text' && isStopWord(content.text) ? lanes.urgent : lanes.mail,
    key: keyOf('message', providerId),
    mail: { kind: 'message', id: providerId, sentAt, content },
  }));
}
