// The log: JSON lines by pino, in which phone numbers, names and what anybody wrote cannot appear.
import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger };

const personal = ['phone', 'from', 'to', 'wa_id', 'displayName', 'text', 'body', 'content', 'caption', 'title', 'answer', 'bsuid', 'url', 'authorization'];

// Long digit runs are phone numbers until proven otherwise, also written with gaps; ids of learners are UUIDs and survive.
const digits = /(?<![0-9a-f-])\+?\d{8,15}(?![0-9a-f-])|\+\d[\d ().-]{7,18}\d/gi;
// PostgreSQL quotes the values that broke a rule; they may hold brackets themselves.
const quoted = /(key) \(([^)]*)\)=\(.*?\)(?= (?:already exists|is not present|is still referenced|conflicts)|[;,\n]|$)/gi;

/** Takes numbers, and the values PostgreSQL likes to quote, out of a message. */
export function redactText(text: string): string {
  return text.replace(quoted, '$1 ($2)=(…)').replace(digits, '…');
}

/** Opens the log at `level`. @param destination standard output unless given */
export function openLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    redact: { paths: [...personal, ...personal.map((key) => `*.${key}`), ...personal.map((key) => `*.*.${key}`)], censor: '…' },
    serializers: {
      error: (error: unknown) => (error instanceof Error ? { type: error.name, message: redactText(error.message), code: (error as { code?: unknown }).code, stack: redactText(error.stack ?? '') } : redactText(String(error))),
    },
    hooks: {
      logMethod(this: Logger, args: unknown[], method: (...args: unknown[]) => void) {
        method.apply(this, args.map((arg) => (typeof arg === 'string' ? redactText(arg) : arg)));
      },
    },
  };
  return destination ? pino(options as never, destination) : pino(options as never);
}
