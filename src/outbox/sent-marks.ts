// A quick second memory of what WhatsApp took, in Redis: it knows of a send some milliseconds before PostgreSQL does, so that a process killed in between does not say it twice.
import type { Redis } from '../store/redis.ts';
import { tagOf } from './say.ts';
import type { OutboxRow } from '../mailbox/commit.ts';

type Row = Pick<OutboxRow, 'userId' | 'seq' | 'i'>;

export interface SentMarks {
  /** Notes that WhatsApp took this row as that message. Never throws: PostgreSQL is told too. */
  mark(row: Row, providerId: string): void;
  /** The message ids of those rows that were noted, by tag. Never rejects: what is not known here is settled by a status. */
  find(rows: readonly Row[]): Promise<Map<string, string>>;
}

const bucketMs = 10 * 60_000;
const keptSeconds = 30 * 60;
const keyOf = (bucket: number) => `sent:${bucket}`;

/** @param now ms since the epoch */
export function openSentMarks(redis: Redis, now: () => number, onError: (error: Error) => void): SentMarks {
  let waiting: string[] = [];
  let expires = -1;

  const write = () => {
    const marks = waiting;
    waiting = [];
    const bucket = Math.floor(now() / bucketMs);
    redis.hset(keyOf(bucket), ...marks).catch(onError);
    if (bucket !== expires) {
      expires = bucket;
      redis.expire(keyOf(bucket), keptSeconds).catch(onError);
    }
  };
  return {
    mark(row, providerId) {
      // All that was taken in one round of the event loop is noted by one call.
      if (waiting.length === 0) setImmediate(write);
      waiting.push(tagOf(row), providerId);
    },
    async find(rows) {
      const found = new Map<string, string>();
      if (rows.length === 0) return found;
      const tags = rows.map(tagOf);
      const bucket = Math.floor(now() / bucketMs);
      for (const key of [keyOf(bucket - 1), keyOf(bucket)]) {
        const ids = await redis.hmget(key, ...tags).catch((error: Error) => (onError(error), [] as null[]));
        tags.forEach((tag, i) => ids[i] && found.set(tag, ids[i]));
      }
      return found;
    },
  };
}
