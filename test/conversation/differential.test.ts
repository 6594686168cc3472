// The engine against XState itself: whatever a learner, a queue and a clock do, both end up with the same machine and the same effects.
import { describe, expect, it } from 'vitest';
import { createChart } from '../../src/conversation/chart.ts';
import { step } from '../../src/conversation/step.ts';
import { museum } from './differential/museum.ts';
import { mutants } from './differential/mutants.ts';
import { answers } from './differential/visit.ts';
import { walk, type Walk } from './differential/walk.ts';

interface Node { type: string; after: unknown[]; invoke: unknown[]; always?: unknown[]; states: Record<string, Node>; path: string[] }

const seeds = [1, 2, 3, 4, 5, 6];
const stepsPerSeed = 5_500;
// Left again in the step that enters it, by an event it raises itself.
const neverRested = 'arrival.rules';
const chart = createChart(museum, 1);
const nodes = ((): Node[] => {
  const below = (node: Node): Node[] => [node, ...Object.values(node.states).flatMap(below)];
  return below(museum.root as unknown as Node);
})();
const resting = nodes.filter(({ type, always, path }) => type === 'atomic' && !always && path.length > 0).map(({ path }) => path.join('.')).filter((leaf) => leaf !== neverRested);

describe('the engine against live XState', () => {
  it('is tried on a machine that uses all it carries out', () => {
    expect(nodes.length).toBeGreaterThanOrEqual(50);
    expect(nodes.reduce((n, node) => n + node.after.length, 0)).toBeGreaterThanOrEqual(12);
    expect(Object.keys(answers).length).toBeGreaterThanOrEqual(10);
    expect(nodes.filter(({ type }) => type === 'history')).toHaveLength(1);
    expect(nodes.filter(({ type }) => type === 'parallel')).toHaveLength(1);
  });

  it('does the same in at least 30,000 random steps with every session thawed from JSON', { timeout: 120_000 }, async () => {
    const walks: Walk[] = [];
    for (const seed of seeds) walks.push(await walk(seed, stepsPerSeed, chart, step));
    expect(walks.flatMap(({ differences }, i) => differences.map((difference) => `seed ${seeds[i]}, ${difference}`))).toEqual([]);
    const total = (of: (walked: Walk) => number) => walks.reduce((sum, walked) => sum + of(walked), 0);
    expect(total(({ steps }) => steps)).toBeGreaterThanOrEqual(30_000);
    // Nothing is proved of what the walks did not meet.
    const rested = new Set(walks.flatMap((walked) => [...walked.rested]));
    const started = new Set(walks.flatMap((walked) => [...walked.started]));
    expect(resting.filter((leaf) => !rested.has(leaf))).toEqual([]);
    expect(Object.keys(answers).filter((src) => !started.has(src))).toEqual([]);
    expect(total(({ dropped }) => dropped)).toBeGreaterThan(5_000);
    expect(total(({ ended }) => ended)).toBeGreaterThan(3);
  });

  it.each(mutants)('would notice $what', { timeout: 60_000 }, async (mutant) => {
    const walked = await walk(1, stepsPerSeed, mutant.chart(chart), mutant.step);
    expect(walked.differences).not.toEqual([]);
  });
});
