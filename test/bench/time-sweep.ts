// Fills a database with learners who want to be reminded and measures the sweep that finds who is due, beside the traffic of others.
import createKnex from 'knex';
import { knexConfig } from '../../knexfile.ts';
import { createPost } from '../../src/mailbox/post.ts';
import { sendReminders, type Sent } from '../../jobs/send-reminders.ts';
import { chooseWordings, readBasis, reminderWording, type Basis } from '../../src/experiments/reminder-choices.ts';
import { openStore, type Store } from '../../src/store/postgres.ts';

export interface SweepBench {
  learners: number;
  /** Of them, how many are due at once. */
  due: number;
  /** How often that happens, to others each time: a percentile of a few seconds is chance. */
  rounds: number;
  /** Messages of others a second while it is measured. */
  otherPerSecond: number;
  /** How long the others are measured by themselves before each round, seconds. */
  quietSeconds: number;
}

export interface SweepMeasured {
  seedSeconds: number;
  /** To find who is due, in their order, ms: the longest of the rounds. */
  findMs: number;
  /** Two schedulers working through all who are due, ms, in all rounds. */
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

const idOf = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const at = new Date(now).toISOString();

/** Makes the learners. All have been reminded before, and are due again in the course of the next day. */
export async function seedLearners(databaseUrl: string, learners: number): Promise<void> {
  // Without the limits of time that a turn's statements have: each of these fills a table.
  const knex = createKnex(knexConfig(databaseUrl));
  await knex.raw(`insert into users (id, whatsapp_id) select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'bench-' || n from generate_series(1, ?) n`, [learners]);
  await knex.raw(`insert into mailboxes (user_id, last_message_at, mail_posted, mail_taken) select id, ?::timestamptz - interval '10 hours', 1, 1 from users`, [at]);
  // Everybody has written once: with a table that is empty when statements are planned, they would be planned for an empty one.
  await knex.raw(`insert into letters (user_id, lane, n, key, body, posted_at) select id, 0, 1, 'message:first', '{}', ?::timestamptz - interval '10 hours' from users`, [at]);
  await knex.raw(`insert into user_settings (user_id, native_language) select id, 'es' from users`);
  await knex.raw(`insert into streaks (user_id, days, best, freezes, counted, breaks_at) select id, 1 + n % 30, 30, 2, 30, ?::timestamptz + interval '1 day' from (select id, row_number() over () as n from users) u`, [at]);
  await knex.raw(`insert into experiment_assignments (user_id, experiment_id, variant) select id, ?, 'A' from users`, [reminderWording]);
  await knex.raw(`
    insert into reminders (user_id, kind, zone, local_time, due_at, local_date)
    select id, 'daily', (?::text[])[1 + n % ${zones.length}], '09:00', ?::timestamptz + (1 + n % 86400) * interval '1 second', ?::date
    from (select id, row_number() over () as n from users) u`, [zones, at, at.slice(0, 10)]);
  for (const table of ['users', 'mailboxes', 'user_settings', 'reminders', 'letters', 'streaks', 'experiment_assignments']) await knex.raw(`vacuum analyze ${table}`);
  // What the seeding has left to write is not the sweep's doing.
  await knex.raw('checkpoint');
  await knex.destroy();
}

/** Measures on a migrated database that nobody else uses. */
export async function measureSweep(databaseUrl: string, bench: SweepBench): Promise<SweepMeasured> {
  const stores = [openStore(databaseUrl, 2), openStore(databaseUrl, 2), openStore(databaseUrl, 4)] as const;
  try {
    const begun = performance.now();
    await seedLearners(databaseUrl, bench.learners);
    const measured: SweepMeasured = { seedSeconds: (performance.now() - begun) / 1000, findMs: 0, sweepMs: 0, perSecond: 0, sent: { posted: 0, late: 0, unheard: 0 }, before: [0, 0], during: [0, 0], duringCount: 0 };
    const traffic = openTraffic(stores[2], bench);
    const before: number[] = [];
    const during: number[] = [];
    const makeDue = (from: number, count: number) => stores[2].knex.raw('update reminders set due_at = ? where user_id between ? and ?', [at, idOf(from + 1), idOf(from + count)]);
    // A scheduler sweeps every minute: the first sweep of a process's life, on code that has never run, is another matter.
    await makeDue(bench.due * bench.rounds, Math.ceil(bench.due / 10));
    await Promise.all([sweep(stores[0], () => {}), sweep(stores[1], () => {})]);
    const found = (ms: number) => { measured.findMs = Math.max(measured.findMs, ms); };
    for (let round = 0; round < bench.rounds; round++) {
      await makeDue(round * bench.due, bench.due);
      before.push(...await traffic(new Promise((resolve) => setTimeout(resolve, bench.quietSeconds * 1000))));
      const sweptAt = performance.now();
      const sweeping = Promise.all([sweep(stores[0], found), sweep(stores[1], found)]).finally(() => { measured.sweepMs += performance.now() - sweptAt; });
      during.push(...await traffic(sweeping));
      for (const { posted, late, unheard } of await sweeping) measured.sent = { posted: measured.sent.posted + posted, late: measured.sent.late + late, unheard: measured.sent.unheard + unheard };
    }
    return { ...measured, perSecond: measured.sent.posted / (measured.sweepMs / 1000), before: spread(before), during: spread(during), duringCount: during.length };
  } finally {
    for (const store of stores) await store.close();
  }
}

/** One scheduler's sweep, wordings and all. */
function sweep(store: Store, found: (ms: number) => void): Promise<Sent> {
  let basis: Basis | undefined;
  const timed: Store = { ...store, transaction: (work) => store.transaction(({ run }) => work({ run: async (statement, values) => {
    const begun = performance.now();
    const rows = await run(statement, values);
    if (statement.name === 'read-due-reminders') found(performance.now() - begun);
    return rows as never;
  } })) };
  return sendReminders({ store: timed, now: () => now, perSecond: 1e9, reach: 0, choose: async (run, reminded) => chooseWordings(run, reminded, { now, random: Math.random, basis: basis ??= await readBasis(run) }) });
}

/** Stores messages of learners who are not due, at an even rate until `over`, and gives how long each took, ms. */
function openTraffic(store: Store, { learners, due, rounds, otherPerSecond }: SweepBench): (over: Promise<unknown>) => Promise<number[]> {
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
      const userId = idOf(due * rounds + 1 + (id * 7919) % Math.max(1, learners - due * rounds));
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
