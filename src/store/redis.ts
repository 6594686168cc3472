// The connection to Redis, and the one setting of it that must not be wrong.
import { Redis } from 'ioredis';

export type { Redis };

/**
 * Opens a connection that reconnects for ever; commands fail at once while it is down, since Redis only holds copies and hints.
 * @param onError called on each connection error, for the log
 */
export function openRedis(url: string, onError: (error: Error) => void): Redis {
  const redis = new Redis(url, {
    enableAutoPipelining: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    // One that accepts and does not answer is as good as away.
    commandTimeout: 1_000,
    lazyConnect: true,
    retryStrategy: (times) => Math.min(50 * times, 1_000),
  });
  redis.on('error', onError);
  return redis;
}

/** Redis may never throw keys away by itself: a queue that loses jobs silently is worse than one that refuses them. @throws when maxmemory-policy is not noeviction */
export async function assertNoEviction(redis: Redis): Promise<void> {
  const [, policy] = (await redis.config('GET', 'maxmemory-policy').catch(() => [])) as string[];
  if (policy !== undefined && policy !== 'noeviction') {
    throw new Error(`Redis runs with maxmemory-policy ${policy}; set it to noeviction, or queued work may vanish`);
  }
}
