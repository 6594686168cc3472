// Lets what was learned of wordings fade: sums become fractions, with the time to which they have faded.
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // A handful of rows: one a wording and set of choices.
  await knex.raw(`
    alter table wording_tallies alter column shown type double precision, alter column rewards type double precision,
      add column faded_at timestamptz not null default now()`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table wording_tallies alter column shown type bigint, alter column rewards type bigint, drop column faded_at');
}
