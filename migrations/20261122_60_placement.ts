// What placement tests leave behind: one row a test, and the difficulties that all of them together speak for.
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // The answers in the order given; how long each took and what was typed is in user_exercise_history.
  await knex.raw(`
    create table placements (
      id bigint generated always as identity primary key,
      user_id uuid not null references users (id) on delete cascade,
      source_lang varchar(2) not null,
      target_lang varchar(2) not null,
      level cefr_level not null,
      theta double precision not null,
      se double precision not null,
      exercise_ids uuid[] not null,
      correct boolean[] not null,
      begun_at timestamptz not null,
      finished_at timestamptz not null,
      constraint placements_answers check (cardinality(exercise_ids) = cardinality(correct))
    )`);
  await knex.raw('create index placements_pair on placements (source_lang, target_lang, finished_at)');
  await knex.raw('create index placements_user_id on placements (user_id)');
  await knex.raw(`
    create table item_parameters (
      exercise_id uuid primary key references exercises (id) on delete cascade,
      difficulty double precision not null,
      answers integer not null,
      estimated_at timestamptz not null
    )`);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['item_parameters', 'placements']) await knex.raw(`drop table ${table}`);
}
