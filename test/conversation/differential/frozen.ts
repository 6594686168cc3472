// The museum as the engine runs it: between any two letters nothing is left of it but a line of JSON.
import type { Chart } from '../../../src/conversation/chart.ts';
import type { Session } from '../../../src/conversation/session.ts';
import { begin, step, type Letter, type Stepped } from '../../../src/conversation/step.ts';
import type { Seen } from './live.ts';

export type Step = typeof step;
export interface Running { id: string; src: string; gen: number; nth: number }
interface Ghost { id: string; gen: number; dueAt: number }

export function goFrozen(visitor: string, chart: Chart, stepWith: Step) {
  let json = '';
  let now = 0;
  let dropped = 0;
  let longest = 0;
  const acts: unknown[] = [];
  const facts: unknown[] = [];
  const starts: unknown[] = [];
  const everStarted: Running[] = [];
  // Every timer that was ever set, for queues that cannot take anything back.
  let ghosts: Ghost[] = [];

  const keep = (stepped: Stepped | null) => {
    if (!stepped) return void dropped++;
    for (const effect of stepped.effects) {
      if (effect.kind === 'act') acts.push([effect.type, effect.params, effect.context]);
      else if (effect.kind === 'fact') facts.push(effect.event);
      else {
        starts.push([effect.id, effect.src, effect.input]);
        everStarted.push({ id: effect.id, src: effect.src, gen: effect.gen, nth: everStarted.length });
      }
    }
    const known = new Set(ghosts.map(({ gen }) => gen));
    for (const [id, { gen, dueAt }] of Object.entries(stepped.session.timers)) if (!known.has(gen)) ghosts.push({ id, gen, dueAt });
    json = JSON.stringify(stepped.session);
    longest = Math.max(longest, json.length);
  };
  const session = () => JSON.parse(json) as Session;
  const take = (letter: Letter) => keep(stepWith(session(), JSON.parse(JSON.stringify(letter)) as Letter, now, chart));
  keep(begin(chart, { visitor }, now));

  return {
    take,
    session,
    /** Jobs under way, and those that have ended or were left. */
    jobs(): { running: Running[]; over: Running[] } {
      const { jobs } = session();
      const isRunning = ({ id, gen }: Running) => jobs[id]?.gen === gen;
      return { running: everStarted.filter(isRunning), over: everStarted.filter((job) => !isRunning(job)) };
    },
    /** Moves the clock and delivers each timer ever set that is due by then, cancelled or not, twice when `twice` says so. */
    wind(ms: number, twice: () => boolean) {
      now += ms;
      const due = ghosts.filter(({ dueAt }) => dueAt <= now).toSorted((a, b) => a.dueAt - b.dueAt || a.gen - b.gen);
      const gone = new Set(due);
      for (const { id, gen } of due) {
        take({ kind: 'timer', id, gen });
        if (twice()) take({ kind: 'timer', id, gen });
      }
      ghosts = ghosts.filter((ghost) => !gone.has(ghost));
    },
    look(): Seen {
      const { value, temp_data: context, status, children, timers } = session();
      return { value, context, status, children: Object.keys(children).toSorted(), timers: Object.keys(timers).toSorted(), acts: acts.splice(0), facts: facts.splice(0), starts: starts.splice(0) };
    },
    /** Late and repeated letters that were dropped, and the longest session, in characters. */
    counts: () => ({ dropped, longest }),
  };
}
