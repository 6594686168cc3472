// What is counted and timed, for Prometheus; labels never name a person.
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Makes the process's metrics on a registry of their own, so that two processes in one test do not meet. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    webhooks: new Counter({ name: 'charla_webhooks_total', help: 'Webhooks by HTTP status', labelNames: ['status'], registers }),
    webhookSeconds: new Histogram({ name: 'charla_webhook_seconds', help: 'From the webhook to its answer', buckets: seconds, registers }),
    messages: new Counter({ name: 'charla_messages_total', help: 'Messages stored, by kind', labelNames: ['kind'], registers }),
    skipped: new Counter({ name: 'charla_webhook_items_skipped_total', help: 'Items of webhooks that led to nothing, by reason', labelNames: ['reason'], registers }),
    statuses: new Counter({ name: 'charla_statuses_total', help: 'Delivery statuses, by status', labelNames: ['status'], registers }),
    turns: new Counter({ name: 'charla_turns_total', help: 'Letters taken', registers }),
    batchSeconds: new Histogram({ name: 'charla_batch_seconds', help: 'From claim to commit of a batch of learners', buckets: seconds, registers }),
    lostTurns: new Counter({ name: 'charla_turns_fenced_total', help: 'Turns not committed because another worker had taken over', registers }),
    deadLetters: new Counter({ name: 'charla_dead_letters_total', help: 'Letters a machine could not handle', registers }),
    sent: new Counter({ name: 'charla_effects_finished_total', help: 'Effects that left, by what became of them', labelNames: ['outcome'], registers }),
    errors: new Counter({ name: 'charla_errors_total', help: 'Errors, by where', labelNames: ['where'], registers }),
    alerts: new Counter({ name: 'charla_alerts_total', help: 'Things a person should look at, by error code', labelNames: ['code'], registers }),
    jobSeconds: new Histogram({ name: 'charla_job_seconds', help: 'How long a scheduled job took', labelNames: ['job'], buckets: seconds, registers }),
    jobRuns: new Counter({ name: 'charla_job_runs_total', help: 'Runs of scheduled jobs, by what became of them', labelNames: ['job', 'outcome'], registers }),
    swept: new Gauge({ name: 'charla_swept', help: 'What the last sweep found, by kind', labelNames: ['kind'], registers }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
