// Finds what a learner last told WhatsApp about marketing: asked before a template is sent.
import type { Knex } from 'knex';

export const config = { transaction: false };

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`create index concurrently facts_preferences on facts (user_id, at desc) where type = 'whatsapp.preference'`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index concurrently facts_preferences');
}
