// Where each learner's machine stands, and the effects that are committed but not yet done.
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // `state` is text: it is read and written whole, and jsonb would be taken apart and put together for nothing.
  // `next_timer_at` is never later than the earliest timer; it may be earlier, so that most turns leave its index alone.
  await knex.raw(`
    create table sessions (
      user_id uuid primary key,
      seq bigint not null,
      version integer not null,
      chart varchar(16) not null,
      state text not null,
      next_timer_at timestamptz,
      updated_at timestamptz not null default now()
    ) with (fillfactor = 50)`);
  await knex.raw('create index sessions_next_timer_at on sessions (next_timer_at) where next_timer_at is not null');
  await knex.raw('create index sessions_chart on sessions (chart)');

  await knex.raw(`
    create table outbox (
      user_id uuid not null,
      seq bigint not null,
      i smallint not null,
      kind varchar(20) not null,
      body text not null,
      owner varchar(40) not null,
      lease_until timestamptz not null,
      attempts smallint not null default 1,
      window_until timestamptz,
      created_at timestamptz not null default now(),
      primary key (user_id, seq, i)
    )`);
  await knex.raw('create index outbox_lease_until on outbox (lease_until)');
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['outbox', 'sessions']) await knex.raw(`drop table ${table}`);
}
