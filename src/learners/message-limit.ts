// The day's limit of messages, `limit:msg:{user_id}`: a counter in Redis that forgets after 24 hours.
import type { Redis } from '../store/redis.ts';

const day = 24 * 3600;
const keyOf = (userId: string) => `limit:msg:${userId}`;

// One call for all learners of a batch.
const countAll = `
  for i, key in ipairs(KEYS) do
    if redis.call('INCRBY', key, ARGV[i + 1]) == tonumber(ARGV[i + 1]) then redis.call('EXPIRE', key, ARGV[1]) end
  end`;

interface WithCount extends Redis {
  countMessages(count: number, ...keysThenTtlThenCounts: (string | number)[]): Promise<null>;
}

export interface MessageLimits {
  /** How many more messages each of these learners may send; negative when the limit was passed. */
  left(userIds: readonly string[]): Promise<number[]>;
  /** Counts messages that were taken. */
  count(taken: readonly { userId: string; messages: number }[]): Promise<void>;
}

/** Never rejects: when Redis is away nobody is limited. @param limit messages in 24 hours, counted from the first */
export function openMessageLimits(redis: Redis, limit: number, onError: (error: Error) => void): MessageLimits {
  redis.defineCommand('countMessages', { lua: countAll });
  const counting = redis as WithCount;
  return {
    async left(userIds) {
      if (userIds.length === 0) return [];
      const counts = await redis.mget(userIds.map(keyOf)).catch((error: Error) => (onError(error), [] as null[]));
      return userIds.map((_, i) => limit - Number(counts[i] ?? 0));
    },
    async count(taken) {
      const counted = taken.filter(({ messages }) => messages > 0);
      if (counted.length === 0) return;
      await counting.countMessages(counted.length, ...counted.map(({ userId }) => keyOf(userId)), day, ...counted.map(({ messages }) => messages)).catch(onError);
    },
  };
}
