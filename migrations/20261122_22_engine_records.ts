// What the engine remembers for people: consent, requests for a person, sends that failed, and facts for analytics.
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table consents (
      user_id uuid not null references users (id) on delete cascade,
      kind varchar(30) not null,
      shown varchar(60) not null,
      version integer not null,
      language varchar(2) not null,
      channel varchar(20) not null default 'whatsapp',
      given_at timestamptz not null,
      primary key (user_id, kind, shown, version)
    )`);
  await knex.raw(`
    create table human_requests (
      id bigint generated always as identity primary key,
      user_id uuid not null references users (id) on delete cascade,
      reason varchar(30) not null,
      asked_at timestamptz not null,
      released_at timestamptz
    )`);
  await knex.raw('create index human_requests_open on human_requests (user_id) where released_at is null');
  await knex.raw(`
    create table delivery_failures (
      id bigint generated always as identity primary key,
      user_id uuid,
      provider_id varchar(200),
      code integer,
      action varchar(40) not null,
      detail text,
      failed_at timestamptz not null default now()
    )`);
  await knex.raw('create unique index delivery_failures_once on delivery_failures (provider_id)');
  await knex.raw('create index delivery_failures_user_id on delivery_failures (user_id, failed_at)');
  await knex.raw(`
    create table facts (
      id bigint generated always as identity primary key,
      user_id uuid not null,
      type varchar(50) not null,
      data jsonb not null,
      at timestamptz not null
    )`);
  await knex.raw('create index facts_type_at on facts (type, at)');
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['facts', 'delivery_failures', 'human_requests', 'consents']) await knex.raw(`drop table ${table}`);
}
