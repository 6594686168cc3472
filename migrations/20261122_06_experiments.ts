// What is being tried out (PRD §7): experiments and the variant each learner was given.
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.raw(`create type experiment_status as enum ('active', 'paused');`);
  // Paused until somebody starts it: a row that was merely written must not touch learners.
  await knex.schema.raw(`
    create table experiments (
      id varchar(50) primary key,
      description text,
      status experiment_status not null default 'paused'
    );
  `);
  await knex.schema.raw(`
    create table experiment_assignments (
      user_id uuid not null references users on delete cascade,
      experiment_id varchar(50) not null references experiments on delete cascade,
      variant varchar(10) not null
        constraint experiment_assignments_variant check (variant in ('A', 'B')),
      assigned_at timestamptz not null default now(),
      primary key (user_id, experiment_id)
    );
    create index experiment_assignments_variant_index on experiment_assignments (experiment_id, variant);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.raw(`
    drop table experiment_assignments;
    drop table experiments;
    drop type experiment_status;
  `);
}
