// Tells whether this process lives and whether it can do its work.
import type { Router } from 'express';
import express from 'express';

/** @param checks by name; each rejects when its part is out of reach. A part in `optional` may be away: work goes on more slowly. */
export function health(checks: Readonly<Record<string, () => Promise<unknown>>>, optional: readonly string[], stopping: () => boolean): Router {
  const router = express.Router();
  router.get('/health/live', (_request, response) => void response.json({ status: 'live' }));
  router.get('/health/ready', async (_request, response) => {
    const parts = await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await within(check()).then(() => 'up', () => 'down')] as const));
    const ready = !stopping() && parts.every(([name, state]) => state === 'up' || optional.includes(name));
    response.status(ready ? 200 : 503).json({ status: stopping() ? 'stopping' : ready ? 'ready' : 'not ready', ...Object.fromEntries(parts) });
  });
  return router;
}

const within = (work: Promise<unknown>): Promise<unknown> => Promise.race([work, new Promise((_, reject) => setTimeout(reject, 2_000).unref())]);
