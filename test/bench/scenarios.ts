// The table of scenarios: what each one runs, and the number it has to reach.
import type { Layout } from './engine-processes.ts';
import type { Measured } from './run.ts';

/** A process that is killed, three times in a run. */
export type Victim = 'web' | 'worker' | 'scheduler' | 'postgres' | 'redis';

export interface Bar {
  says: string;
  met(measured: Measured): boolean;
}

export interface Scenario {
  name: string;
  about: string;
  /** `bare`: no engine at all, only what the driver costs. */
  machine: 'echo' | 'lesson' | 'bare';
  mode: 'closed' | 'burst' | 'dup';
  users: number;
  messages: number;
  active: number;
  gapMs: number;
  modelMs: number;
  layout: Layout;
  victim: Victim | null;
  bar: Bar;
}

const plain = { machine: 'echo', mode: 'closed', users: 1_000, messages: 5, active: 1_000, gapMs: 0, modelMs: 0, layout: 'whole', victim: null } as const;
const allRight: Bar = { says: 'all right', met: ({ verdict, users }) => verdict.right === users };
const fast = (least: number): Bar => ({
  says: `≥ ${least} msgs/s, ack p99 ≤ 120 ms`,
  met: (m) => m.perSecond >= least && m.ack.p99 !== null && m.ack.p99 <= 120 && allRight.met(m),
});
const kills = (victim: Victim): Scenario => ({
  ...plain, name: `kill-${victim}`, about: `kill -9 of ${victim} three times under load, and a restart a second later.`, users: 300, messages: 10, active: 300, layout: 'apart', victim,
  bar: { says: '0 lost, 0 doubled, in order', met: allRight.met },
});

export const scenarios: readonly Scenario[] = [
  { ...plain, name: 'echo', about: 'The echo dialogue, 1,000 learners × 5 messages, 1,000 at once.', bar: fast(2_500) },
  { ...plain, name: 'echo-split', about: 'The same with web and worker in two processes.', layout: 'split', bar: fast(2_500) },
  { ...plain, name: 'echo-50', about: 'The same in one process, 50 learners at once.', active: 50, bar: {
    says: 'reply p50 ≤ 25, p99 ≤ 90 ms',
    met: (m) => m.reply.p50 !== null && m.reply.p50 <= 25 && m.reply.p99! <= 90 && allRight.met(m),
  } },
  { ...plain, name: 'bare', about: 'For comparison: the echo dialogue by a bare server without promises, which shows what the driver leaves possible.', machine: 'bare', bar: allRight },
  { ...plain, name: 'bare-50', about: 'The same, 50 learners at once.', machine: 'bare', active: 50, bar: allRight },
  { ...plain, name: 'lesson', about: 'A real lesson: the start and eight answers of 1,000 learners.', machine: 'lesson', messages: 9, bar: fast(1_500) },
  { ...plain, name: 'lesson-split', about: 'The same with web and worker in two processes.', machine: 'lesson', messages: 9, layout: 'split', bar: fast(1_500) },
  { ...plain, name: 'burst', about: 'Five messages 100 ms apart while a simulated model takes 300 ms each.', mode: 'burst', users: 200, active: 200, gapMs: 100, modelMs: 300, bar: allRight },
  { ...plain, name: 'dup', about: 'Every message is delivered two or three times.', mode: 'dup', users: 300, active: 300, bar: allRight },
  kills('web'), kills('worker'), kills('scheduler'), kills('postgres'), kills('redis'),
];
