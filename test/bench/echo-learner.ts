// A learner of the echo dialogue: says m1, m2, … and expects to hear all of it back.
import type { Learner } from './drive.ts';

/** @param phone digits */
export function echoLearner(phone: string): Learner {
  const expected = (n: number) => `r${n}|${Array.from({ length: n }, (_, i) => `m${i + 1}`).join(',')}`;
  return {
    phone,
    message: (n) => ({ type: 'text', text: { body: `m${n}` } }),
    fault: (n, { text }) => (text === expected(n) ? null : `"${text.slice(0, 80)}" instead of "${expected(n)}"`),
  };
}
