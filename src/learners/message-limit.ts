// The day's limit of messages, `limit:msg:{user_id}`: a counter in Redis that forgets after 24 hours.
import type { Redis } from '../store/redis.ts';

const day = 24 * 3600;

/**
 * Counts messages and says how many were left before them; negative when the limit had been passed.
 * Never rejects: when Redis is away nobody is limited.
 */
export async function countMessages(redis: Redis, counts: readonly { userId: string; messages: number }[], limit: number, onError: (error: Error) => void): Promise<number[]> {
  try {
    return await Promise.all(
      counts.map(async ({ userId, messages }) => {
        if (messages === 0) return limit;
        const key = `limit:msg:${userId}`;
        const [total] = await Promise.all([redis.incrby(key, messages), redis.expire(key, day, 'NX')]);
        return limit - (total - messages);
      }),
    );
  } catch (error) {
    onError(error as Error);
    return counts.map(() => limit);
  }
}
