// What became of each scheduled job, and with which clock rules due times were computed.
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table job_runs (
      name varchar(50) primary key,
      started_at timestamptz not null,
      finished_at timestamptz,
      outcome text,
      failed_at timestamptz,
      error text
    )`);
  await knex.raw(`
    create table tz_versions (
      version varchar(20) primary key,
      recomputed_at timestamptz not null default now()
    )`);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['tz_versions', 'job_runs']) await knex.raw(`drop table ${table}`);
}
