// Runs one scenario on a freshly started engine and a fresh database, and measures it.
import { spent, usage, type Usage } from './cpu.ts';
import { drive, type Learner } from './drive.ts';
import { echoLearner } from './echo-learner.ts';
import { rolesOf, startEngineProcesses, type EngineProcess } from './engine-processes.ts';
import type { Ground } from './ground.ts';
import { judge, type Verdict } from './judge.ts';
import { lessonLearner, readQuestions } from './lesson-learner.ts';
import type { Scenario } from './scenarios.ts';
import { striker } from './strike.ts';
import { openStubGraph } from './stub-graph.ts';
import { openWebhooks, warm } from './webhook.ts';

interface Spread {
  p50: number | null;
  p99: number | null;
}

/** What one run showed. Times in ms unless said otherwise. */
export interface Measured {
  scenario: Scenario;
  users: number;
  acked: number;
  retries: number;
  replies: number;
  wallSeconds: number;
  perSecond: number;
  ack: Spread;
  reply: Spread;
  verdict: Verdict;
  kills: number;
  /** Processor time of each part, µs per message; null where it cannot be told. */
  cpu: Usage;
  /** Processors that other programs on this machine used meanwhile. */
  othersCpus: number | null;
}

export interface RunSetting {
  ground: Ground;
  /** File descriptor for the engine's log. */
  log: number;
  statuses: boolean;
}

/** Runs it once. Rejects when the engine does not start. */
export async function run(scenario: Scenario, { ground, log, statuses }: RunSetting): Promise<Measured> {
  const { users, messages, victim } = scenario;
  const urls = await ground.fresh();
  const stub = await openStubGraph();
  let engines: EngineProcess[] = [];
  let webhooks: ReturnType<typeof openWebhooks> | undefined;
  try {
    engines = await startEngineProcesses({ machine: scenario.machine, modelMs: scenario.modelMs, port: 0, ...urls, apiUrl: stub.apiUrl, log }, rolesOf[scenario.layout]);
    webhooks = openWebhooks(engines[0]!.port, process.env['WHATSAPP_APP_SECRET'] ?? 'app-secret');
    await warm(webhooks);
    const learners = learnersOf(scenario);
    const read = () => usage({ engine: engines.map(({ pid }) => pid), postgres: ground.postgres.pid, redis: ground.redis.pid });
    const strikes = victim === null ? null : striker(victim, users * messages, engines, ground);
    const before = read();
    let after = before;
    const driven = await drive({
      mode: scenario.mode, learners, messages, active: scenario.active, gapMs: scenario.gapMs,
      statuses: statuses || victim !== null,
      patienceMs: victim === null ? 20_000 : 60_000,
      // A reply in doubt is tried again when its lease and the wait for its status are over.
      quietMs: victim !== null ? 12_000 : scenario.mode === 'closed' ? 300 : 1_500,
      ...(strikes && { onReply: strikes.onReply }),
    }, webhooks, stub, () => { after = read(); });
    await strikes?.over();

    const cpu = spent(before, after);
    const perMessage = (seconds: number | null) => (victim !== null || seconds === null || driven.replies === 0 ? null : (seconds * 1e6) / driven.replies);
    const ours = [cpu.engine, cpu.postgres, cpu.redis, cpu.driver];
    const wallSeconds = driven.wallMs / 1000;
    return {
      scenario, users, acked: driven.acked, retries: driven.retries, replies: driven.replies, wallSeconds,
      perSecond: driven.replies / wallSeconds,
      ack: spreadOf(driven.ackMs), reply: spreadOf(driven.replyMs),
      verdict: judge(driven, messages), kills: strikes?.count() ?? 0,
      cpu: { engine: perMessage(cpu.engine), postgres: perMessage(cpu.postgres), redis: perMessage(cpu.redis), driver: perMessage(cpu.driver), machine: perMessage(cpu.machine) },
      othersCpus: victim !== null || cpu.machine === null || ours.includes(null) ? null : Math.max(0, (cpu.machine - ours.reduce<number>((a, b) => a + b!, 0)) / wallSeconds),
    };
  } finally {
    webhooks?.close();
    await Promise.all(engines.map((engine) => engine.stop()));
    await stub.close();
  }
}

function learnersOf({ machine, users }: Scenario): Learner[] {
  const phone = (i: number) => String(34_600_000_000 + i);
  if (machine !== 'lesson') return Array.from({ length: users }, (_, i) => echoLearner(phone(i)));
  const questions = readQuestions();
  return Array.from({ length: users }, (_, i) => lessonLearner(phone(i), questions));
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
  return { p50: at(0.5), p99: at(0.99) };
}
