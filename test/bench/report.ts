// Says what was measured: a line of the table or of JSON for each scenario.
import type { Measured } from './run.ts';

const round = (value: number | null, digits = 1): number | null => (value === null ? null : Number(value.toFixed(digits)));

/** One run as one JSON line; names as drivers from outside use them. */
export function jsonLine(m: Measured): string {
  const { scenario: s, verdict: v } = m;
  return JSON.stringify({
    scenario: s.name, mode: s.victim ? 'kill' : s.mode, machine: s.machine, processes: s.layout, users: s.users, msgs: s.messages, active: Math.min(s.active, s.users), model_ms: s.modelMs,
    wall_s: round(m.wallSeconds, 2), inbound: m.acked, replies: m.replies, msgs_per_s: round(m.perSecond),
    ack_p50: round(m.ack.p50), ack_p99: round(m.ack.p99), reply_p50: round(m.reply.p50), reply_p99: round(m.reply.p99),
    users_perfect: v.right, users_missing_replies: v.lost, users_extra_replies: v.doubled, users_outgoing_out_of_order: v.outOfOrder, users_wrong_state: v.wrong,
    webhook_retries: m.retries, kills: m.kills,
    cpu_us_per_msg: { engine: round(m.cpu.engine, 0), postgres: round(m.cpu.postgres, 0), redis: round(m.cpu.redis, 0), driver: round(m.cpu.driver, 0) }, cpus_of_others: round(m.othersCpus, 2),
    bar: s.bar.says, met: s.bar.met(m), ...(v.samples.length > 0 && { samples: v.samples }),
  });
}

const columns = ['scenario', 'right', 'msgs/s', 'reply p50/p99', 'ack p50/p99', 'µs CPU/msg: engine pg redis driver', 'others', 'bar'] as const;
const widths = [15, 11, 13, 15, 15, 35, 7, 0];
const row = (cells: readonly string[]) => cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' ').trimEnd();
const pair = (a: number | null, b: number | null) => (a === null ? '–' : `${round(a, 0)}/${round(b, 0)} ms`);

export const tableHead = row(columns);

/** A scenario's runs as one row: the best, with the median of the speed beside it when there were several. */
export function tableRow(runs: readonly Measured[]): string {
  const sorted = runs.toSorted((a, b) => b.perSecond - a.perSecond);
  const [best] = sorted;
  const m = best!;
  const median = sorted[Math.floor(sorted.length / 2)]!;
  const right = runs.map(({ verdict }) => verdict.right);
  const parts = [m.cpu.engine, m.cpu.postgres, m.cpu.redis, m.cpu.driver].map((part) => (part === null ? '–' : String(round(part, 0))));
  const lines = [row([
    m.scenario.name, `${Math.min(...right)}/${m.users}`,
    `${round(m.perSecond, 0)}${runs.length > 1 ? ` (${round(median.perSecond, 0)})` : ''}`,
    pair(m.reply.p50, m.reply.p99), pair(m.ack.p50, m.ack.p99), parts.map((part) => part.padStart(6)).join(' '), m.othersCpus === null ? '–' : m.othersCpus.toFixed(1),
    `${m.scenario.bar.met(m) ? '✓' : '✗'} ${m.scenario.bar.says}`,
  ])];
  for (const { verdict: v, users } of runs) {
    if (v.right === users) continue;
    lines.push(`    of ${users}: ${v.lost} lost, ${v.doubled} doubled, ${v.outOfOrder} out of order, ${v.wrong} with a wrong or missing reply`, ...v.samples.map((sample) => `      ${sample}`));
  }
  return lines.join('\n');
}
