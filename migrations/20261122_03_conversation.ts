// What was said (PRD §4): the raw history, from which the last messages of one learner are read back.
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.raw(`
    create type message_role as enum ('user', 'assistant', 'system');
    create type message_type as enum ('text', 'audio', 'image', 'template');
  `);
  // Every message passes through here, so it carries two indexes beside its key and no more:
  // - "the last 10 messages" is always one learner's, so user_id leads; created_at orders them, and id breaks the
  //   tie between messages of one turn, which share a transaction and therefore the same now().
  // - a message id is unique per learner, not overall, so that the check touches one learner's rows only.
  //   Null stands for a message that has no id yet, and any number of those may exist.
  await knex.schema.raw(`
    create table conversation_logs (
      id bigint generated always as identity primary key,
      user_id uuid not null references users on delete cascade,
      role message_role not null,
      content text not null,
      message_type message_type not null default 'text',
      created_at timestamptz not null default now(),
      whatsapp_message_id varchar(100),
      constraint conversation_logs_message_unique unique (user_id, whatsapp_message_id)
    );
    create index conversation_logs_recent_index on conversation_logs (user_id, created_at desc, id desc);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.raw(`
    drop table conversation_logs;
    drop type message_type;
    drop type message_role;
  `);
}
