// Plays Meta's side of the webhook: signed envelopes over kept-alive connections, repeated until they are taken.
import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';

/** A message of a learner as Meta writes it. */
export type Message =
  | { type: 'text'; text: { body: string } }
  | { type: 'interactive'; interactive: { type: 'button_reply' | 'list_reply'; button_reply?: Option; list_reply?: Option } };
export interface Option {
  id: string;
  title: string;
}

export interface Webhooks {
  /** Delivers one envelope once. Resolves with the HTTP status, 0 when there was no answer. */
  post(body: string): Promise<number>;
  /** Delivers until the answer is 200. Resolves with how many more tries than one it took. */
  deliver(body: string): Promise<number>;
  close(): void;
}

const sockets = 256;
const timeoutMs = 15_000;
const againMs = 250;

/** Opens the connections to one engine. @param secret signs the bodies */
export function openWebhooks(port: number, secret: string): Webhooks {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  let closed = false;
  const post = (body: string) => new Promise<number>((resolve) => {
    const sent = request({
      agent, host: '127.0.0.1', port, path: '/webhooks/whatsapp', method: 'POST',
      headers: {
        'content-type': 'application/json', 'content-length': Buffer.byteLength(body),
        'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
      },
    }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.on('error', () => resolve(0));
    });
    sent.on('error', () => resolve(0));
    sent.setTimeout(timeoutMs, () => sent.destroy());
    sent.end(body);
  });
  return {
    post,
    async deliver(body) {
      for (let retries = 0; ; retries++) {
        if ((await post(body)) === 200 || closed) return retries;
        await new Promise((resolve) => setTimeout(resolve, againMs));
      }
    },
    close() {
      closed = true;
      agent.destroy();
    },
  };
}

const seconds = () => String(Math.floor(Date.now() / 1000));

function envelope(value: object): string {
  const metadata = { display_phone_number: '15550001111', phone_number_id: '1111' };
  return JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: 'waba', changes: [{ field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } }] }] });
}

/** The envelope of one message. @param phone digits @param id Meta's, the same each time it is delivered */
export function messageEnvelope(phone: string, id: string, message: Message): string {
  return envelope({ contacts: [{ profile: { name: 'U' }, wa_id: phone }], messages: [{ from: phone, id, timestamp: seconds(), ...message }] });
}

/** The envelope that tells that Meta took a message of ours. */
export function sentEnvelope(phone: string, providerId: string, tag: string): string {
  return envelope({ statuses: [{ id: providerId, status: 'sent', timestamp: seconds(), recipient_id: phone, biz_opaque_callback_data: tag }] });
}

/** Opens the sockets and warms both ends with envelopes that hold no message. */
export async function warm(webhooks: Webhooks): Promise<void> {
  const empty = envelope({ messages: [] });
  for (let i = 0; i < 3; i++) await Promise.all(Array.from({ length: sockets }, () => webhooks.post(empty)));
}
