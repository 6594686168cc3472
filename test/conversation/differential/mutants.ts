// The engine with one of its safeguards taken out, each in its own way; the differential test must notice all of them.
import type { Chart } from '../../../src/conversation/chart.ts';
import { step } from '../../../src/conversation/step.ts';
import type { Step } from './frozen.ts';

export interface Mutant {
  what: string;
  step: Step;
  chart(chart: Chart): Chart;
}

const same = (chart: Chart) => chart;

// A letter that is given the generation of the present visit passes the fence whenever anything of its name is running.
const noTimerGeneration: Step = (session, letter, now, chart) =>
  step(session, letter.kind === 'timer' ? { ...letter, gen: session.timers[letter.id]?.gen ?? letter.gen } : letter, now, chart);

const noJobGeneration: Step = (session, letter, now, chart) =>
  step(session, letter.kind === 'done' || letter.kind === 'failed' ? { ...letter, gen: session.jobs[letter.id]?.gen ?? letter.gen } : letter, now, chart);

const resolvedInstead = (chart: Chart): Chart => {
  const machine = Object.create(chart.machine, {
    restoreSnapshot: { value: ({ value, context, status }: never) => chart.machine.resolveState({ value, context, status } as never) },
  }) as Chart['machine'];
  return { ...chart, machine };
};

export const mutants: Mutant[] = [
  { what: 'no timer generation', step: noTimerGeneration, chart: same },
  { what: 'no job generation', step: noJobGeneration, chart: same },
  { what: 'resolveState in place of restoreSnapshot', step, chart: resolvedInstead },
];
