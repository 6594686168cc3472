// Wakes workers by BullMQ, a shard at a time; a wake-up is a hint, since the mail is in PostgreSQL and a sweep backs it.
import { Queue, Worker, type ConnectionOptions } from 'bullmq';

const queueName = 'wake';
/** After ringing, the bell rests this long; what is asked for meanwhile is rung for together. */
const restMs = 4;

export interface Alarm {
  /** Asks for somebody to empty these shards; never rejects, since the sweep will find what a lost wake-up left. */
  wake(shards: readonly number[]): void;
  close(): Promise<void>;
}

/** Opens the sending side. @param prefix BullMQ's key prefix @param onError told when Redis refused a wake-up */
export function openAlarm(redisUrl: string, prefix: string, onError: (error: Error) => void): Alarm {
  const queue = new Queue(queueName, {
    connection: connectionOf(redisUrl, false), prefix,
    defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
  });
  queue.on('error', onError);
  let asked = new Set<number>();
  let resting: NodeJS.Timeout | null = null;

  const ring = () => {
    resting = null;
    if (asked.size === 0) return;
    const shards = [...asked];
    asked = new Set();
    // `keepLastIfActive`: a wake-up that comes while its shard is being emptied is kept and run afterwards, never dropped.
    queue
      .addBulk(shards.map((shard) => ({ name: 'shard', data: { shard }, opts: { deduplication: { id: `shard-${shard}`, keepLastIfActive: true } } })))
      .catch(onError);
    resting = setTimeout(ring, restMs);
  };
  return {
    wake(shards) {
      for (const shard of shards) asked.add(shard);
      if (!resting) ring();
    },
    close: () => {
      if (resting) clearTimeout(resting);
      return queue.close();
    },
  };
}

/** Opens the receiving side: `empty` is called for each wake-up, `concurrency` at a time. */
export function answerAlarm(redisUrl: string, prefix: string, concurrency: number, empty: () => Promise<void>, onError: (error: Error) => void): { close(): Promise<void> } {
  const worker = new Worker(queueName, () => empty(), {
    connection: connectionOf(redisUrl, true), prefix, concurrency,
    lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 1_000,
  });
  worker.on('error', onError);
  return { close: () => worker.close() };
}

function connectionOf(redisUrl: string, blocking: boolean): ConnectionOptions {
  const url = new URL(redisUrl);
  return {
    host: url.hostname,
    port: Number(url.port || 6379),
    db: Number(url.pathname.slice(1) || 0),
    ...(url.username && { username: decodeURIComponent(url.username) }),
    ...(url.password && { password: decodeURIComponent(url.password) }),
    ...(url.protocol === 'rediss:' && { tls: {} }),
    // The sending side fails fast and leaves it to the sweep; the receiving side waits for Redis to come back.
    ...(blocking ? { maxRetriesPerRequest: null } : { maxRetriesPerRequest: 1, enableOfflineQueue: false }),
    retryStrategy: (times: number) => Math.min(50 * times, 1_000),
  };
}
