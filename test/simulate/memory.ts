// What a simulated learner truly knows and forgets: ability for what was never seen, a half-life for each exercise that was.
import { slope, type Question } from './questions.ts';

export interface Mind {
  /** On the logit scale. */
  ability: number;
  /** Days after which half of what was seen once is forgotten. */
  halfLifeDays: number;
  /** By how much a half-life grows when something is recalled. */
  growth: number;
}

interface Trace {
  halfLifeDays: number;
  at: number;
}

const dayMs = 86_400_000;
const longestHalfLifeDays = 270;

export interface Memory {
  /** How likely this is known at an instant (ms since the epoch), without guessing. */
  recall(question: Question, at: number): number;
  hasSeen(id: string): boolean;
  /** It was answered and the comment was read. */
  learn(question: Question, knew: boolean, at: number): void;
}

/**
 * A memory. What was seen is forgotten by half-lives (2^(−t/h), half-life regression), down to what ability alone gives;
 * recalling lengthens the half-life, failing shortens it. On purpose not the curve that the product schedules by.
 */
export function memoryOf({ ability, halfLifeDays, growth }: Mind): Memory {
  const traces = new Map<string, Trace>();
  const unseen = ({ difficulty }: Question) => 1 / (1 + Math.exp(-slope * (ability - difficulty)));
  return {
    recall(question, at) {
      const trace = traces.get(question.id);
      const base = unseen(question);
      if (!trace) return base;
      return base + (1 - base) * 2 ** (-(at - trace.at) / dayMs / trace.halfLifeDays);
    },
    hasSeen: (id) => traces.has(id),
    learn(question, knew, at) {
      const before = traces.get(question.id);
      // A second look within the hour strengthens little.
      const gain = before && at - before.at < dayMs / 24 ? 1.1 : growth;
      const next = before === undefined ? halfLifeDays : knew ? before.halfLifeDays * gain : Math.max(halfLifeDays, before.halfLifeDays / 2);
      traces.set(question.id, { halfLifeDays: Math.min(next, longestHalfLifeDays), at });
    },
  };
}
