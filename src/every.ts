// Repeats something at an interval, never twice at once, until it is told to stop.

/**
 * Runs `work` every `ms` milliseconds, counted from the end of the run before.
 * @returns stops it, and resolves when a run in hand is over
 */
export function every(ms: number, work: () => Promise<void>, onError: (error: Error) => void): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout;
  let running = Promise.resolve();
  const next = () => {
    timer = setTimeout(() => {
      running = work().catch(onError).then(() => {
        if (!stopped) next();
      });
    }, ms);
  };
  next();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
