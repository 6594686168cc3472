// Shows a learner that the tutor is typing while a slow job runs, at most once in 25 seconds: `typing:{user_id}` in Redis.
import type { Graph } from '../channels/whatsapp/graph.ts';
import type { OutboxRow } from '../mailbox/commit.ts';
import type { Redis } from '../store/redis.ts';

// WhatsApp shows the indicator for 25 seconds and may not show a second one meanwhile.
const throttleSeconds = 25;

/** Makes the function that shows it for a `start` row; a row that answers no message shows nothing. */
export function showTyping(redis: Redis, graph: Graph, onError: (error: Error) => void): (row: OutboxRow) => void {
  return (row) => {
    const { replyTo } = JSON.parse(row.body) as { replyTo?: string | null };
    if (!replyTo) return;
    redis.set(`typing:${row.userId}`, '1', 'EX', throttleSeconds, 'NX').then((fresh) => (fresh ? graph.typing(replyTo) : undefined)).catch(onError);
  };
}
