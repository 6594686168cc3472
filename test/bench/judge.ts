// Says of each learner whether exactly the right replies came, in order.
import type { Driven, Learner } from './drive.ts';
import type { Reply } from './stub-graph.ts';

/** Learners, each counted under everything that went wrong for them. */
export interface Verdict {
  right: number;
  /** Some message has no right reply, and fewer replies came than there were messages. */
  lost: number;
  /** More replies than messages, or one twice. */
  doubled: number;
  /** All the right replies, not in order. */
  outOfOrder: number;
  /** Some message has no right reply. */
  wrong: number;
  /** What went wrong, for the first few. */
  samples: string[];
}

const mostSamples = 5;

/** Judges a run of `messages` messages a learner. Pure. */
export function judge({ heard }: Pick<Driven, 'heard'>, messages: number): Verdict {
  const verdict: Verdict = { right: 0, lost: 0, doubled: 0, outOfOrder: 0, wrong: 0, samples: [] };
  for (const [learner, replies] of heard) {
    const fault = firstFault(learner, replies, messages);
    if (fault === null) {
      verdict.right += 1;
      continue;
    }
    const answered = Array.from({ length: messages }, (_, i) => replies.findIndex((reply) => faultOf(learner, i + 1, reply) === null));
    const doubled = replies.length > messages || new Set(replies.map(({ text }) => text)).size < replies.length;
    if (doubled) verdict.doubled += 1;
    if (answered.includes(-1)) {
      verdict.wrong += 1;
      if (replies.length < messages) verdict.lost += 1;
    } else if (answered.some((place, i) => i > 0 && place < answered[i - 1]!)) {
      verdict.outOfOrder += 1;
    }
    if (verdict.samples.length < mostSamples) verdict.samples.push(`${learner.phone} ${replies.length} of ${messages}: ${fault}`);
  }
  return verdict;
}

function firstFault(learner: Learner, replies: readonly Reply[], messages: number): string | null {
  for (let n = 1; n <= messages; n++) {
    const reply = replies[n - 1];
    const fault = reply ? faultOf(learner, n, reply) : 'no reply';
    if (fault !== null) return `message ${n}: ${fault}`;
  }
  return replies.length > messages ? `one more: "${replies[messages]!.text.slice(0, 80)}"` : null;
}

const faultOf = (learner: Learner, n: number, reply: Reply): string | null => learner.fault(n, reply);
