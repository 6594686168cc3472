// The client of the WhatsApp Cloud API: sends bubbles and typing indicators over a pool of kept-alive connections.
import { Pool } from 'undici';
import type { Dispatcher } from 'undici';
import { decide } from './failures.ts';
import type { FailureFacts, SendFailure } from './failures.ts';
import { BubbleFault } from './limits.ts';
import { toGraphMessage } from './messages.ts';
import type { Bubble, NumberFormat } from './messages.ts';
import type { Person } from './person.ts';
import { isRecord, listOf } from './record.ts';

/** `apiUrl` carries the Graph version (`https://graph.facebook.com/v25.0`); `timeoutMs` bounds connecting, waiting for the head and each pause in the body (default 10 s). */
export type GraphOptions = {
  apiUrl: string
  phoneNumberId: string
  accessToken: string
  connections?: number
  timeoutMs?: number
  numbers?: NumberFormat
  /** In [0, 1), for the jitter of back-offs. */
  random?: () => number
};

/** `unknown`: the request may or may not have been accepted; wait for a status with its tag before sending again. `refused`: certainly not accepted. */
export type SendResult =
  | { outcome: 'accepted'; providerId: string; shortened: boolean }
  | { outcome: 'refused'; failure: SendFailure }
  | { outcome: 'unknown'; reason: string };

export type Graph = {
  /** Sends one bubble. `attempt` counts the tries before this one and decides the back-off. Never rejects. */
  send(bubble: Bubble, to: Person, tag: string | null, attempt?: number): Promise<SendResult>
  /** Marks an inbound message read and shows the typing indicator for up to 25 s. A courtesy: failures are ignored. */
  typing(messageId: string): Promise<void>
  /** Lets the requests in hand finish, then closes the connections. */
  close(): Promise<void>
};

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; text: string };
type Fault = { error: Error; written: boolean };

const MAX_ANSWER_BYTES = 1_048_576;
// Decided like a 503: nobody took the request.
const NOT_SENT: Partial<FailureFacts> = { httpStatus: 503 };

/** Opens a client for one phone number. Throws on an `apiUrl` that is not an http(s) URL. */
export function createGraph(options: GraphOptions): Graph {
  const { apiUrl, phoneNumberId, accessToken, connections = 32, timeoutMs = 10_000, numbers = 'plus', random = Math.random } = options;
  const url = new URL(apiUrl);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new TypeError(`apiUrl must be an http(s) URL, not ${url.protocol}`);
  const pool = new Pool(url.origin, {
    connections, pipelining: 1, headersTimeout: timeoutMs, bodyTimeout: timeoutMs, connect: { timeout: timeoutMs }, maxResponseSize: MAX_ANSWER_BYTES,
  });
  const request = {
    method: 'POST' as const,
    path: `${url.pathname.replace(/\/+$/, '')}/${encodeURIComponent(phoneNumberId)}/messages`,
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
  };

  async function send(bubble: Bubble, to: Person, tag: string | null, attempt = 0): Promise<SendResult> {
    const refuse = (httpStatus: number | null, facts: Partial<FailureFacts>, detail: string): SendResult => {
      const failure = decide({ httpStatus, code: null, subcode: null, retryAfterMs: null, attempt, random: random(), detail, ...facts });
      return { outcome: 'refused', failure: { ...failure, httpStatus } };
    };
    let shortened: boolean;
    let json: string;
    try {
      const message = toGraphMessage(bubble, to, tag, numbers);
      shortened = message.shortened;
      json = JSON.stringify(message.body);
    } catch (error) {
      if (error instanceof BubbleFault) return refuse(null, {}, error.message);
      throw error;
    }
    const answer = await post(pool, request, json);
    // A request that was never written cannot have been accepted: as safe to repeat as a 503.
    if ('error' in answer) return answer.written ? { outcome: 'unknown', reason: reasonOf(answer.error) } : refuse(null, NOT_SENT, `not sent: ${reasonOf(answer.error)}`);
    const body = parse(answer.text);
    if (answer.status >= 200 && answer.status < 300) {
      const first = isRecord(body) ? listOf(body.messages)[0] : undefined;
      return isRecord(first) && typeof first.id === 'string' && first.id !== ''
        ? { outcome: 'accepted', providerId: first.id, shortened }
        : { outcome: 'unknown', reason: `HTTP ${answer.status} without a message id` };
    }
    const error = isRecord(body) && isRecord(body.error) ? body.error : null;
    // A gateway that gave up waiting says nothing about what became of the request behind it.
    if (error === null && (answer.status === 502 || answer.status === 504)) return { outcome: 'unknown', reason: `HTTP ${answer.status} from a gateway` };
    return refuse(
      answer.status,
      { code: integer(error?.code), subcode: integer(error?.error_subcode), retryAfterMs: waitAskedFor(answer.headers) },
      detailOf(error, answer.status),
    );
  }

  async function typing(messageId: string): Promise<void> {
    await post(pool, request, JSON.stringify({ messaging_product: 'whatsapp', status: 'read', message_id: messageId, typing_indicator: { type: 'text' } }));
  }

  return { send, typing, close: () => pool.close() };
}

/**
 * One request, resolved with its answer or its fault. Written on the pool's dispatch interface: it tells whether a request
 * had begun to be written when it failed, which `request()` does not, and it makes no stream for a body of 200 bytes.
 */
function post(pool: Pool, request: Dispatcher.DispatchOptions, body: string): Promise<Answer | Fault> {
  return new Promise((resolve) => {
    let written = false;
    let status = 0;
    let headers: Answer['headers'] = {};
    const chunks: Buffer[] = [];
    pool.dispatch({ ...request, body }, {
      onRequestStart: () => { written = true; },
      onResponseStart: (_controller, statusCode, responseHeaders) => { status = statusCode; headers = responseHeaders; },
      onResponseData: (_controller, chunk) => { chunks.push(chunk); },
      onResponseEnd: () => resolve({ status, headers, text: chunks.length === 1 ? chunks[0]!.toString('utf8') : Buffer.concat(chunks).toString('utf8') }),
      onResponseError: (_controller, error) => resolve({ error, written }),
    });
  });
}

/** The wait that a rate-limited answer asks for, in ms: `Retry-After` in seconds, or `X-Business-Use-Case-Usage` in minutes. */
function waitAskedFor(headers: Answer['headers']): number | null {
  const seconds = Number(headers['retry-after']);
  if (headers['retry-after'] !== undefined && Number.isFinite(seconds) && seconds >= 0) return Math.min(seconds, 86_400) * 1000;
  const usage = headers['x-business-use-case-usage'];
  const parsed = typeof usage === 'string' ? parse(usage) : null;
  if (!isRecord(parsed)) return null;
  const minutes = Object.values(parsed).flatMap(listOf).map((use) => (isRecord(use) ? integer(use.estimated_time_to_regain_access) : null) ?? 0);
  const longest = minutes.reduce((a, b) => Math.max(a, b), 0);
  return longest > 0 ? Math.min(longest, 1440) * 60_000 : null;
}

function detailOf(error: Record<string, unknown> | null, status: number): string {
  const data = error !== null && isRecord(error.error_data) ? error.error_data.details : undefined;
  const detail = data ?? error?.message;
  return typeof detail === 'string' && detail !== '' ? detail.slice(0, 500) : `HTTP ${status}`;
}

function reasonOf(error: Error): string {
  return (error as NodeJS.ErrnoException).code ?? error.message;
}

function integer(value: unknown): number | null {
  return Number.isSafeInteger(value) ? (value as number) : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
