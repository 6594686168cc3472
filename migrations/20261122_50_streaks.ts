// Each learner's streak as of its last counted day, so that a sweep can settle breaks and the longest streaks come first.
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // `breaks_at` is when the streak would break if nothing more happened; null when none is running.
  await knex.raw(`
    create table streaks (
      user_id uuid primary key references users (id) on delete cascade,
      days integer not null,
      best integer not null,
      freezes smallint not null,
      counted integer not null,
      last_date date,
      last_at timestamptz,
      lost_days integer,
      lost_at timestamptz,
      repaired_at timestamptz,
      breaks_at timestamptz
    ) with (fillfactor = 70)`);
  await knex.raw('create index streaks_breaks_at on streaks (breaks_at) where breaks_at is not null');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table streaks');
}
