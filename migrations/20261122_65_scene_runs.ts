// Role-plays that came to an end: which scene, what came of it, and what there was to correct.
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table scene_runs (
      id uuid primary key,
      user_id uuid not null references users (id) on delete cascade,
      scene varchar(40) not null,
      outcome varchar(20) not null,
      turns integer not null,
      beats integer not null,
      understood integer not null,
      corrections jsonb not null,
      begun_at timestamptz not null,
      ended_at timestamptz not null
    )`);
  await knex.raw('create index scene_runs_user_id on scene_runs (user_id, scene)');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table scene_runs');
}
