// Processor time per part, from Linux's /proc: tells where the time of a message goes.
import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second for its users, whatever the kernel's own tick. */
const ticksPerSecond = 100;

interface Times {
  parent: number;
  /** Ticks of the process, and of those of its children that have ended. */
  own: number;
  buried: number;
}

function timesOf(pid: number | string): Times | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name stands in brackets and may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ').map(Number);
    return { parent: fields[1]!, own: fields[11]! + fields[12]!, buried: fields[13]! + fields[14]! };
  } catch {
    return null;
  }
}

/** Seconds that a process has used, with its children, living or ended. Null where there is no /proc. */
export function secondsOf(pid: number): number | null {
  const times = timesOf(pid);
  if (!times) return null;
  let ticks = times.own + times.buried;
  for (const name of readdirSync('/proc')) {
    if (!/^\d/.test(name)) continue;
    const child = timesOf(name);
    if (child?.parent === pid) ticks += child.own + child.buried;
  }
  return ticks / ticksPerSecond;
}

/** Seconds that all processors of the machine were busy. Null where there is no /proc. */
export function machineSeconds(): number | null {
  try {
    const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = readFileSync('/proc/stat', 'utf8').split('\n')[0]!.trim().split(/\s+/).slice(1).map(Number);
    return (user + nice + system + irq + softirq) / ticksPerSecond;
  } catch {
    return null;
  }
}

export type Part = 'engine' | 'postgres' | 'redis' | 'driver' | 'machine';
export type Usage = Record<Part, number | null>;

/** Reads all parts' counters now; the pids are of this moment, so a process that was killed in between counts from its start. */
export function usage(pids: { engine: readonly number[]; postgres: number; redis: number }): Usage {
  const engine = pids.engine.map(secondsOf);
  const { user, system } = process.cpuUsage();
  return {
    engine: engine.includes(null) ? null : engine.reduce<number>((sum, seconds) => sum + seconds!, 0),
    postgres: secondsOf(pids.postgres), redis: secondsOf(pids.redis), driver: (user + system) / 1e6, machine: machineSeconds(),
  };
}

/** The difference of two readings, part by part. */
export function spent(before: Usage, after: Usage): Usage {
  const part = (name: Part) => (before[name] === null || after[name] === null ? null : Math.max(after[name] - before[name], 0));
  return { engine: part('engine'), postgres: part('postgres'), redis: part('redis'), driver: part('driver'), machine: part('machine') };
}
