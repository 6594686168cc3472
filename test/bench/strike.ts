// Kills one process three times in a run, without warning, and has it started again.
import type { EngineProcess } from './engine-processes.ts';
import type { Ground } from './ground.ts';
import type { Victim } from './scenarios.ts';

/** When to kill: by the share of all replies that have come. */
const moments = [0.2, 0.45, 0.7];
const downMs = 1_000;

export interface Striker {
  onReply(replies: number): void;
  /** How many kills there were. */
  count(): number;
  /** Resolves when the last victim is up again. */
  over(): Promise<void>;
}

/** Plans the kills of a run that is to have `total` replies. PostgreSQL and Redis are started again by who keeps them up. */
export function striker(victim: Victim, total: number, engines: readonly EngineProcess[], ground: Ground): Striker {
  const left = moments.map((share) => Math.ceil(share * total));
  let count = 0;
  let under: Promise<void> | null = null;
  let failed: unknown = null;

  async function strike(): Promise<void> {
    count += 1;
    if (victim === 'postgres' || victim === 'redis') {
      process.kill(ground[victim].pid, 'SIGKILL');
      await pause();
      return;
    }
    const engine = engines.find(({ roles }) => roles.split(',').includes(victim))!;
    await engine.kill();
    await pause();
    await engine.restart();
  }

  return {
    onReply(replies) {
      if (under || replies < (left[0] ?? Infinity)) return;
      left.shift();
      under = strike().catch((error: unknown) => { failed = error; }).finally(() => { under = null; });
    },
    count: () => count,
    async over() {
      await under;
      if (failed) throw failed;
    },
  };
}

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, downMs));
