// Proves that a webhook body was written by Meta, and signs bodies the same way for the simulator and tests.
import { createHmac, timingSafeEqual } from 'node:crypto';

const PREFIX = 'sha256=';
const HEADER_LENGTH = PREFIX.length + 64;

/**
 * Whether `header` (the value of `X-Hub-Signature-256`) is the HMAC-SHA256 of the raw body under the app secret,
 * as Meta's webhook documentation defines it: `sha256=` and 64 lower-case hex digits.
 * `raw` must be the bytes as received: JSON that was parsed and written again has another signature.
 * An empty secret never verifies, so that a missing setting cannot open the door.
 */
export function verifySignature(raw: Buffer, header: string | undefined, secret: string): boolean {
  if (typeof header !== 'string' || header.length !== HEADER_LENGTH || !header.startsWith(PREFIX) || secret === '') {
    return false;
  }
  const expected = Buffer.from(signBody(raw, secret), 'latin1');
  // latin1 keeps one byte per character, so both sides have 71 bytes and timingSafeEqual cannot throw.
  return timingSafeEqual(expected, Buffer.from(header, 'latin1'));
}

/** The value of `X-Hub-Signature-256` for a body: `sha256=` and the lower-case hex HMAC-SHA256 of its (UTF-8) bytes. */
export function signBody(raw: Buffer | string, secret: string): string {
  return PREFIX + createHmac('sha256', secret).update(raw).digest('hex');
}
