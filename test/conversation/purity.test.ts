// The step is a function of its arguments and nothing else, over a long random walk through the sample machine.
import { describe, expect, it } from 'vitest';
import { createChart } from '../../src/conversation/chart.ts';
import type { Session } from '../../src/conversation/session.ts';
import { begin, step, type Letter } from '../../src/conversation/step.ts';
import { museum } from './differential/museum.ts';
import { chanceOf } from './differential/random.ts';
import { answers } from './differential/visit.ts';
import { frozen } from './frozen.ts';

const chart = createChart(museum, 3);
const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

interface Moment { session: Session; letter: Letter; now: number }

/** A learner's walk: each letter with the session it met, thawed from JSON. */
function walk(seed: number, steps: number): Moment[] {
  const chance = chanceOf(seed);
  const moments: Moment[] = [];
  let now = 1_790_000_000_000;
  let session = begin(chart, { visitor: 'ana' }, now).session;
  for (let i = 0; i < steps; i++) {
    session = copyOf(session.status === 'active' ? session : begin(chart, { visitor: 'ana' }, now).session);
    const letter = drawLetter(session, i);
    moments.push({ session, letter, now });
    session = step(session, letter, now, chart)?.session ?? session;
    now += 1_000;
  }
  return moments;

  function drawLetter({ jobs, timers }: Session, i: number): Letter {
    const dice = chance.next();
    const running = Object.entries(jobs);
    if (running.length > 0 && dice < 0.5) {
      const [id, { gen, src }] = chance.pick(running);
      return dice < 0.05 ? { kind: 'failed', id, gen, error: 'boom' } : { kind: 'done', id, gen, output: chance.pick(answers[src]!) };
    }
    const ticking = Object.entries(timers);
    if (ticking.length > 0 && dice < 0.6) {
      const [id, { gen }] = chance.pick(ticking);
      return { kind: 'timer', id, gen: dice < 0.52 ? gen - 1 : gen };
    }
    if (dice < 0.75) return { kind: 'event', event: { type: 'text', text: `words ${i}` } };
    return { kind: 'event', event: { type: 'tap', id: chance.pick(['yes', 'yes', 'no', 'tour', 'shop', 'club', 'workshop', 'resume']) } };
  }
}
const moments = walk(11, 2_000);

describe('the step', () => {
  it('gives the same bytes for the same arguments, whatever was stepped in between', () => {
    const first = moments.map(({ session, letter, now }) => JSON.stringify(step(session, letter, now, chart)));
    const again = moments.toReversed().map(({ session, letter, now }) => JSON.stringify(step(session, letter, now, chart)));
    expect(again.toReversed()).toEqual(first);
  });

  it('gives the same bytes on a chart made anew, as another process would', () => {
    const elsewhere = createChart(museum, 3);
    for (const { session, letter, now } of moments) {
      expect(JSON.stringify(step(session, letter, now, elsewhere))).toBe(JSON.stringify(step(session, letter, now, chart)));
    }
  });

  it('changes neither the session nor the letter that it is given', () => {
    for (const { session, letter, now } of moments) {
      const before = JSON.stringify([session, letter]);
      step(frozen(copyOf(session)), frozen(copyOf(letter)), now, chart);
      step(session, letter, now, chart);
      expect(JSON.stringify([session, letter])).toBe(before);
    }
  });

  it('gives sessions that step alike whether or not they went through JSON', () => {
    moments.slice(1).forEach(({ letter: next, now }, i) => {
      const { session, letter } = moments[i]!;
      const stepped = step(session, letter, now, chart);
      if (!stepped) return;
      expect(copyOf(stepped)).toEqual(stepped);
      expect(JSON.stringify(step(stepped.session, next, now, chart))).toBe(JSON.stringify(step(copyOf(stepped.session), next, now, chart)));
    });
  });

  it('counts itself: seq grows by one with every letter that is taken', () => {
    const taken = moments.flatMap(({ session, letter, now }) => {
      const stepped = step(session, letter, now, chart);
      return stepped ? [stepped.session.seq - session.seq] : [];
    });
    expect(new Set(taken)).toEqual(new Set([1]));
    expect(taken.length).toBeGreaterThan(1_000);
    expect(taken.length).toBeLessThan(moments.length);
  });

  it('writes flow, step and what is remembered first, and seq last, where the store reads it off the end', () => {
    for (const { session, letter, now } of moments) {
      const stepped = step(session, letter, now, chart);
      if (!stepped) continue;
      const keys = Object.keys(stepped.session);
      expect(keys.slice(0, 3)).toEqual(['current_flow', 'step', 'temp_data']);
      expect(JSON.stringify(stepped.session)).toMatch(new RegExp(`"seq":${stepped.session.seq}\\}$`));
    }
  });

  it('never gives a timer or a job a generation that this session has seen before', () => {
    const seen = new Map<number, string>();
    let before: Session | null = null;
    for (const { session } of moments) {
      if (before && session.seq < before.seq) seen.clear();
      for (const [id, { gen }] of [...Object.entries(session.timers), ...Object.entries(session.jobs)]) {
        expect(seen.get(gen) ?? id).toBe(id);
        seen.set(gen, id);
      }
      before = session;
    }
    expect(seen.size).toBeGreaterThan(50);
  });

  it('counts timers from the time it is given', () => {
    const here = begin(chart, { visitor: 'ana' }, 1_000);
    const later = begin(chart, { visitor: 'ana' }, 51_000);
    const moved = { ...here.session, timers: Object.fromEntries(Object.entries(here.session.timers).map(([id, timer]) => [id, { ...timer, dueAt: timer.dueAt + 50_000 }])) };
    expect(later.session).toEqual(moved);
    expect(Object.keys(moved.timers)).not.toEqual([]);
  });
});
