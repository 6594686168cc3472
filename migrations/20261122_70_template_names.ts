// Which template went to whom, so that a refusal that comes later tells which one to pause.
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table template_posts add column name varchar(100), add column language varchar(10)');
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table template_posts drop column name, drop column language');
}
