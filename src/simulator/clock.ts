// The simulator's time: the outer clock plus what "24 h later" has added, and timers that stop with it.

export type Cancel = () => void;

/** Runs `run` once after `ms` milliseconds of real time; the result cancels it. */
export type Schedule = (ms: number, run: () => void) => Cancel;

export type Clock = {
  /** Milliseconds since 1970 in simulated time. */
  now(): number;
  /** Milliseconds added so far. */
  offset(): number;
  advance(ms: number): void;
  after: Schedule;
  stop(): void;
};

const realTimer: Schedule = (ms, run) => {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => clearTimeout(timer);
};

/** A clock over `now` whose timers come from `schedule`, by default Node's own, which keep no process alive. */
export function createClock(now: () => number = Date.now, schedule: Schedule = realTimer): Clock {
  let offset = 0;
  let stopped = false;
  const pending = new Set<Cancel>();
  return {
    now: () => now() + offset,
    offset: () => offset,
    advance: (ms) => {
      offset += ms;
    },
    after: (ms, run) => {
      if (stopped) return () => undefined;
      const cancel = schedule(ms, () => {
        pending.delete(cancel);
        run();
      });
      pending.add(cancel);
      return () => {
        pending.delete(cancel);
        cancel();
      };
    },
    stop: () => {
      stopped = true;
      for (const cancel of pending) cancel();
      pending.clear();
    },
  };
}
