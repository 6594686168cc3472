// The exact bytes of a webhook and their signature, the way Meta makes them.
import { createHmac } from 'node:crypto';

/**
 * JSON as Meta writes it before signing: every non-ASCII UTF-16 unit as `\uXXXX` in lower-case hex, `/` as `\/`.
 * A receiver that parses and serialises again gets other bytes, so a wrong verification shows here already.
 */
export function webhookBytes(payload: unknown): Buffer {
  const json = JSON.stringify(payload)
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return Buffer.from(json, 'ascii');
}

/** Value of `X-Hub-Signature-256`: HMAC-SHA256 with the app secret over the raw body, in lower-case hex. */
export function signatureOf(bytes: Buffer, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(bytes).digest('hex')}`;
}
