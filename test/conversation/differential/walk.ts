// Wanders through the museum at random, live and frozen side by side, and compares all there is to see after each letter.
import type { Chart } from '../../../src/conversation/chart.ts';
import type { Letter } from '../../../src/conversation/step.ts';
import { goFrozen, type Step } from './frozen.ts';
import { goLive, type Seen } from './live.ts';
import { chanceOf, type Chance } from './random.ts';
import { answers } from './visit.ts';

export interface Walk {
  steps: number;
  dropped: number;
  longest: number;
  /** The first difference of each visit that had one. */
  differences: string[];
  /** Leaf states that were rested in, actors that were started, visits that came to an end. */
  rested: Set<string>;
  started: Set<string>;
  ended: number;
}

const lettersPerVisit = 250;
// Delays are whole seconds and each pause is a millisecond more, so no two timers of a visit are due at once: XState's
// simulated clock leaves open which of those would run first.
const pauses = [1_001, 6_001, 16_001, 46_001, 61_001, 3_600_001, 86_400_001];
const taps = ['yes', 'yes', 'yes', 'no', 'tour', 'tour', 'shop', 'club', 'workshop', 'resume', 'rest'];

/** @param least how many letters to hand over at least; a walk ends early at `enough` differences */
export async function walk(seed: number, least: number, chart: Chart, step: Step, enough = 1): Promise<Walk> {
  const chance = chanceOf(seed);
  const walked: Walk = { steps: 0, dropped: 0, longest: 0, differences: [], rested: new Set(), started: new Set(), ended: 0 };
  while (walked.steps < least && walked.differences.length < enough) await visit(walked, chance, chart, step);
  return walked;
}

async function visit(walked: Walk, chance: Chance, chart: Chart, step: Step): Promise<void> {
  const live = goLive('ana');
  const frozen = goFrozen('ana', chart, step);
  const likely = (share: number) => chance.next() < share;
  let told = 'the start';
  for (let i = 0; i <= lettersPerVisit; i++) {
    try {
      if (i > 0) told = await one(i);
    } catch (error) {
      walked.differences.push(`${told}, then it threw: ${String(error)}`);
      break;
    }
    const [real, ours] = [live.look(), frozen.look()];
    const difference = differenceOf(real, ours);
    if (difference) {
      walked.differences.push(`letter ${i}, after ${told}: ${difference}`);
      break;
    }
    leaves(real.value).forEach((leaf) => walked.rested.add(leaf));
    for (const [, src] of real.starts as [string, string][]) walked.started.add(src);
    if (real.status !== 'active') {
      walked.ended++;
      break;
    }
  }
  const { dropped, longest } = frozen.counts();
  walked.dropped += dropped;
  walked.longest = Math.max(walked.longest, longest);
  live.stop();

  async function one(i: number): Promise<string> {
    walked.steps++;
    const { running, over } = frozen.jobs();
    // A queue's answer to something long over: live XState has no place to put it, so nothing may come of it here.
    if (over.length > 0 && likely(0.2)) {
      const { id, gen, nth } = chance.pick(over.slice(-6));
      await live.answer(nth, { error: 'late' });
      frozen.take(likely(0.5) ? { kind: 'failed', id, gen, error: 'late' } : { kind: 'done', id, gen, output: { yes: true, price: 1 } });
    }
    if (running.length > 0 && likely(0.5)) {
      const { id, src, gen, nth } = chance.pick(running);
      const result: { output: unknown } | { error: unknown } = likely(0.1) ? { error: 'boom' } : { output: chance.pick(answers[src]!) };
      await live.answer(nth, result);
      const letter: Letter = 'output' in result ? { kind: 'done', id, gen, output: result.output } : { kind: 'failed', id, gen, error: result.error };
      frozen.take(letter);
      if (likely(0.3)) frozen.take(letter);
      return `${letter.kind} ${id}`;
    }
    if (likely(0.25)) {
      const ms = chance.pick(likely(0.8) ? pauses.slice(0, 5) : pauses);
      await live.wind(ms);
      frozen.wind(ms, () => likely(0.3));
      return `${ms} ms`;
    }
    const event = draw(i);
    await live.tell(event);
    frozen.take({ kind: 'event', event });
    return JSON.stringify(event);
  }

  function draw(i: number): { type: string } & Record<string, unknown> {
    const dice = chance.next();
    if (dice < 0.4) return { type: 'text', text: `words ${i}` };
    if (dice < 0.8) return { type: 'tap', id: likely(0.1) ? 'bye' : chance.pick(taps) };
    if (dice < 0.88) return { type: 'photo', id: `photo ${i}` };
    if (dice < 0.91) return { type: 'bell' };
    if (dice < 0.94) return { type: 'paid', ok: likely(0.7) };
    if (dice < 0.96) return { type: 'home' };
    return { type: dice < 0.98 ? 'released' : 'nobody.knows.this' };
  }
}

function differenceOf(real: Seen, ours: Seen): string | null {
  for (const key of Object.keys(real) as (keyof Seen)[]) {
    if (key === 'timers' && real.status !== 'active') continue;
    const [a, b] = [JSON.stringify(real[key]), JSON.stringify(ours[key])];
    if (a !== b) return `${key} is ${b} and should be ${a}`;
  }
  return null;
}

/** The paths of the leaf states of a value. */
export function leaves(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return [path ? `${path}.${value}` : value];
  return Object.entries(value as object).flatMap(([name, inner]) => leaves(inner, path ? `${path}.${name}` : name));
}
