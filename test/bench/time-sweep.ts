// Fills a database with learners who want to be reminded and measures the sweep that finds who is due, beside the traffic of others.
import createKnex from 'knex';
import { knexConfig } from '../../knexfile.ts';
import { createPost } from '../../src/mailbox/post.ts';
import { sendReminders, type Sent } from '../../jobs/send-reminders.ts';
import { openStore, type Store } from '../../src/store/postgres.ts';

export interface SweepBench {
  learners: number;
  /** Of them, how many are due at once. */
  due: number;
  /** Messages of others a second while it is measured. */
  otherPerSecond: number;
  /** How long the others are measured by themselves, seconds. */
  quietSeconds: number;
}

export interface SweepMeasured {
  seedSeconds: number;
  /** To count who is due, ms. */
  findMs: number;
  /** Two schedulers working through all who are due, ms. */
  sweepMs: number;
  perSecond: number;
  sent: Sent;
  /** p50 and p99 of storing a message of somebody else, ms: before, and during the sweep. */
  before: [p50: number, p99: number];
  during: [p50: number, p99: number];
  /** Messages of others that were stored while it was swept. */
  duringCount: number;
}

const zones = ['Europe/Madrid', 'America/Bogota', 'America/Sao_Paulo', 'America/Mexico_City', 'America/New_York', 'Europe/Paris'];
export const now = Date.parse('2026-11-24T12:00:00Z');

/** Makes the learners: the first `due` are due at `now`, the others in the course of the next day. */
export async function seedLearners(databaseUrl: string, { learners, due }: Pick<SweepBench, 'learners' | 'due'>): Promise<void> {
  // Without the limits of time that a turn's statements have: each of these fills a table.
  const knex = createKnex(knexConfig(databaseUrl));
  const at = new Date(now).toISOString();
  await knex.raw(`insert into users (id, whatsapp_id) select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'bench-' || n from generate_series(1, ?) n`, [learners]);
  await knex.raw(`insert into mailboxes (user_id, last_message_at, mail_posted, mail_taken) select id, ?::timestamptz - interval '10 hours', 1, 1 from users`, [at]);
  // Everybody has written once: with a table that is empty when statements are planned, they would be planned for an empty one.
  await knex.raw(`insert into letters (user_id, lane, n, key, body, posted_at) select id, 0, 1, 'message:first', '{}', ?::timestamptz - interval '10 hours' from users`, [at]);
  await knex.raw(`insert into user_settings (user_id, native_language) select id, 'es' from users`);
  await knex.raw(`
    insert into reminders (user_id, kind, zone, local_time, due_at, local_date)
    select id, 'daily', (?::text[])[1 + n % ${zones.length}], '09:00', case when n <= ? then ?::timestamptz else ?::timestamptz + (1 + n % 86400) * interval '1 second' end, ?::date
    from (select id, row_number() over () as n from users) u`, [zones, due, at, at, at.slice(0, 10)]);
  for (const table of ['users', 'mailboxes', 'user_settings', 'reminders', 'letters', 'streaks']) await knex.raw(`vacuum analyze ${table}`);
  await knex.destroy();
}

/** Measures on a migrated database that nobody else uses. */
export async function measureSweep(databaseUrl: string, bench: SweepBench): Promise<SweepMeasured> {
  const stores = [openStore(databaseUrl, 2), openStore(databaseUrl, 2), openStore(databaseUrl, 4)] as const;
  try {
    const [first, second, others] = stores;
    const begun = performance.now();
    await seedLearners(databaseUrl, bench);
    const seedSeconds = (performance.now() - begun) / 1000;
    const traffic = openTraffic(others, bench);
    const before = await traffic(new Promise((resolve) => setTimeout(resolve, bench.quietSeconds * 1000)));
    const foundAt = performance.now();
    await first.knex.raw('select count(*) from reminders where due_at <= ?', [new Date(now).toISOString()]);
    const findMs = performance.now() - foundAt;
    const sweep = (store: Store) => sendReminders({ store, now: () => now, perSecond: 1e9, reach: 0 });
    const sweptAt = performance.now();
    let sweepMs = 0;
    const sweeping = Promise.all([sweep(first), sweep(second)]).finally(() => { sweepMs = performance.now() - sweptAt; });
    const during = await traffic(sweeping);
    const [a, b] = await sweeping;
    const sent = { posted: a.posted + b.posted, late: a.late + b.late, unheard: a.unheard + b.unheard };
    return { seedSeconds, findMs, sweepMs, perSecond: sent.posted / (sweepMs / 1000), sent, before: spread(before), during: spread(during), duringCount: during.length };
  } finally {
    for (const store of stores) await store.close();
  }
}

/** Stores messages of learners who are not due, at an even rate until `over`, and gives how long each took, ms. */
function openTraffic(store: Store, { learners, due, otherPerSecond }: SweepBench): (over: Promise<unknown>) => Promise<number[]> {
  const post = createPost({ store, wake: () => {} });
  let n = 0;
  return async (over) => {
    let running = true;
    const ended = () => { running = false; };
    over.then(ended, ended);
    const took: number[] = [];
    const sends: Promise<void>[] = [];
    const begun = performance.now();
    for (let i = 0; running; i++) {
      const wait = begun + (i * 1000) / otherPerSecond - performance.now();
      await new Promise((resolve) => (wait > 0 ? setTimeout(resolve, wait) : setImmediate(resolve)));
      const id = (n += 1);
      const userId = `00000000-0000-4000-8000-${(due + 1 + (id * 7919) % Math.max(1, learners - due)).toString(16).padStart(12, '0')}`;
      const sentAt = performance.now();
      sends.push(post([{ userId, lane: 0, key: `message:bench.${id}`, mail: { kind: 'message', id: `bench.${id}`, sentAt: now, content: { kind: 'text', text: 'hola' } } }]).then(() => void took.push(performance.now() - sentAt)));
    }
    await Promise.all(sends);
    return took;
  };
}

function spread(values: readonly number[]): [number, number] {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return [at(0.5), at(0.99)];
}
