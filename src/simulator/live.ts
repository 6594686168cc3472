// Live updates to open pages as server-sent events.
import type { Response } from 'express';

/** What changed. `entry`: one line was added or changed. */
export type LiveEvent = 'phone' | 'entry' | 'typing' | 'mishaps' | 'clock' | 'reset';

const MAX_PAGES = 50;

export type Live = {
  /** Keeps the response open and writes events to it until the page leaves. */
  join(response: Response): void;
  tell(event: LiveEvent, data: object): void;
  /** Calls `listener` at each change, pages or not. */
  watch(listener: () => void): void;
  stop(): void;
};

/** Nobody listening yet. */
export function createLive(): Live {
  const pages = new Set<Response>();
  const watching: (() => void)[] = [];
  return {
    join: (response) => {
      if (pages.size >= MAX_PAGES) {
        response.status(503).json({ error: 'too many open pages' });
        return;
      }
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
      response.write('retry: 1000\n\n');
      pages.add(response);
      response.on('close', () => pages.delete(response));
    },
    tell: (event, data) => {
      for (const listener of watching) listener();
      if (pages.size === 0) return;
      const frame = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
      for (const page of pages) page.write(frame);
    },
    watch: (listener) => void watching.push(listener),
    stop: () => {
      for (const page of pages) page.end();
      pages.clear();
    },
  };
}
