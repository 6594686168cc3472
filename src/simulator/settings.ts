// What the simulator is told from outside, and what holds when it is not told.
import type { Schedule } from './clock.ts';
import type { Template } from './entries.ts';

export type SimulatorOptions = {
  /** Where webhooks go; asked anew for each, because the app's port may be known only later. */
  webhookUrl: () => string;
  appSecret: string;
  verifyToken: string;
  accessToken: string;
  phoneNumberId: string;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** In [0, 1). */
  random?: () => number;
  /** A new unique string each time. */
  id?: () => string;
  /** Timers; the tests' own, or Node's. */
  after?: Schedule;
  /** Milliseconds from acceptance to `sent`, from there to `delivered`, from there to `read`. */
  pace?: Pace;
  /** Milliseconds before try number `attempt` (2 and up) of a webhook that was not answered 200. */
  retryDelay?: (attempt: number) => number;
  /** The approved templates by name. Without it every template name passes as a utility template. */
  templates?: Readonly<Record<string, Template>>;
  /** Called after "24 h later", so that the app's own clock can move along. */
  onAdvance?: (ms: number) => void;
  /** A file that keeps phones and conversations over a restart. Without it they live in memory only. */
  stateFile?: string;
  log?: (line: string, facts?: object) => void;
};

export type Pace = { sent: number; delivered: number; read: number };

export const DEFAULT_PACE: Pace = { sent: 20, delivered: 80, read: 400 };

/** The business's own number as webhooks show it: a fictional one of the 555 range. */
export const DISPLAY_NUMBER = '15550100200';

/** The business account's id in `entry[].id`. */
export const ACCOUNT_ID = '102290129340398';

/** Immediately, then 1, 2, 4 … s, at most 10 min apart: decreasing frequency as Meta's retries have. */
export function metaRetryDelay(attempt: number): number {
  return attempt <= 2 ? 0 : Math.min(1000 * 2 ** (attempt - 3), 600_000);
}
