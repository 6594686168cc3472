// What each learner wrote within the day's limit, `limit:msg:{user_id}`: a copy in Redis for whoever looks from outside; the session's count decides.
import type { Redis } from '../store/redis.ts';

/** The limit's day: 24 hours from its first message on. */
export const limitMs = 24 * 3_600_000;

const keyOf = (userId: string) => `limit:msg:${userId}`;

// One call for all learners of a batch.
const writeAll = `
  for i, key in ipairs(KEYS) do redis.call('SET', key, ARGV[2 * i - 1], 'PXAT', ARGV[2 * i]) end`;

interface WithCounts extends Redis {
  writeCounts(count: number, ...keysThenCountsAndEnds: (string | number)[]): Promise<null>;
}

export interface MessageCounts {
  /** Writes counts as they were committed; `since`: when the first message came, ms since the epoch. Never rejects. */
  write(counted: readonly { userId: string; messages: number; since: number }[]): Promise<void>;
}

/** @param onError told when Redis could not be reached; nobody's limit depends on it */
export function openMessageCounts(redis: Redis, onError: (error: Error) => void): MessageCounts {
  redis.defineCommand('writeCounts', { lua: writeAll });
  const counting = redis as WithCounts;
  return {
    async write(counted) {
      if (counted.length === 0) return;
      await counting.writeCounts(counted.length, ...counted.map(({ userId }) => keyOf(userId)), ...counted.flatMap(({ messages, since }) => [messages, since + limitMs])).catch(onError);
    },
  };
}
