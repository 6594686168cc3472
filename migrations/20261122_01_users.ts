// Who a learner is (PRD §2): identity and the settings of the learning experience.
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.raw(`
    create type cefr_level as enum ('A1', 'A2', 'B1', 'B2', 'C1', 'C2');
    create type persona_style as enum ('funny', 'strict', 'flirty');
  `);
  // whatsapp_id may be null: WhatsApp can leave the phone id out and name a learner by another id alone.
  // last_active_at has no index on purpose: it changes with every message, and an unindexed change stays in its page.
  await knex.schema.raw(`
    create table users (
      id uuid primary key default gen_random_uuid(),
      whatsapp_id varchar(50) constraint users_whatsapp_id_unique unique,
      display_name varchar(100),
      phone_number varchar(20),
      created_at timestamptz not null default now(),
      last_active_at timestamptz not null default now(),
      timezone varchar(50),
      metadata jsonb not null default '{}'
    );
  `);
  // Languages and level stay null until onboarding has asked for them.
  await knex.schema.raw(`
    create table user_settings (
      user_id uuid primary key references users on delete cascade,
      native_language varchar(2),
      target_language varchar(2),
      cefr_level cefr_level,
      daily_notification_time time default '09:00',
      persona_style persona_style not null default 'funny'
    );
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.raw(`
    drop table user_settings;
    drop table users;
    drop type persona_style;
    drop type cefr_level;
  `);
}
