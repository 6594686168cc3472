// What a learner remembers of each exercise and when it is to come back, and the answers they want looked at again.
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // Written with every answer: the key, and one index for what is due. The exercise has no foreign key: the history has
  // one already, and each check is paid on the hot path. Memory is null for what was only skipped or could
  // not be settled. Low fillfactor: a row is written again whenever its exercise comes back.
  await knex.raw(`
    create table review_cards (
      user_id uuid not null references users (id) on delete cascade,
      exercise_id uuid not null,
      stability double precision,
      difficulty double precision,
      due timestamptz not null,
      state varchar(10) check (state in ('learning', 'review', 'relearning')),
      step smallint not null default 0,
      reps integer not null default 0,
      lapses integer not null default 0,
      reviewed_at timestamptz,
      asked_at timestamptz not null,
      verdict varchar(10) not null,
      primary key (user_id, exercise_id),
      constraint review_cards_memory check (num_nulls(stability, difficulty, state, reviewed_at) in (0, 4))
    ) with (fillfactor = 80)`);
  await knex.raw('create index review_cards_due on review_cards (user_id, due)');
  await knex.raw(`
    create table answer_reports (
      id bigint generated always as identity primary key,
      user_id uuid not null references users (id) on delete cascade,
      exercise_id uuid not null references exercises (id),
      answer text not null,
      verdict varchar(10) not null,
      note varchar(30),
      best text,
      reported_at timestamptz not null,
      settled_at timestamptz
    )`);
  await knex.raw('create index answer_reports_open on answer_reports (reported_at) where settled_at is null');
  await knex.raw('create index answer_reports_user_id on answer_reports (user_id)');
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['answer_reports', 'review_cards']) await knex.raw(`drop table ${table}`);
}
