// What the promises need beside the data contract: who is who, the mailbox and its letters, and the letters that could not be handled.
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // A learner is known by a phone number, a business-scoped id, or both; either may change.
  await knex.raw(`
    create table identities (
      value varchar(140) primary key,
      kind varchar(5) not null check (kind in ('phone', 'bsuid')),
      user_id uuid not null references users (id) on delete cascade,
      created_at timestamptz not null default now()
    )`);
  await knex.raw('create index identities_user_id on identities (user_id)');

  // Two lanes: what the learner wrote, and what may overtake it (STOP, timers, jobs' answers).
  // The counter pair of a lane stands on one row, so that "there is mail" can never be read from two moments.
  // Low fillfactor: each message updates the row three times.
  await knex.raw(`
    create table mailboxes (
      user_id uuid primary key references users (id) on delete cascade,
      mail_posted bigint not null default 0,
      mail_taken bigint not null default 0,
      urgent_posted bigint not null default 0,
      urgent_taken bigint not null default 0,
      held boolean not null default false,
      stopped boolean not null default false,
      turn bigint not null default 0,
      epoch bigint not null default 0,
      lease_until timestamptz not null default '-infinity',
      ready_at timestamptz not null default now(),
      last_message_at timestamptz
    ) with (fillfactor = 40, autovacuum_vacuum_scale_factor = 0.02)`);
  // On the time alone, so that it is read in order and stops early: a bitmap of it would gather each entry that ever waited.
  await knex.raw(`
    create index mailboxes_waiting on mailboxes (ready_at)
      where (mail_posted > mail_taken and not held) or urgent_posted > urgent_taken`);

  // No foreign key: one check a letter is paid on the hot path, and the mailbox's own key already stands for it.
  await knex.raw(`
    create table letters (
      user_id uuid not null,
      lane smallint not null,
      n bigint not null,
      key varchar(200) not null,
      body text not null,
      posted_at timestamptz not null default now(),
      primary key (user_id, lane, n)
    )`);
  await knex.raw('create unique index letters_once on letters (user_id, key)');
  await knex.raw('create index letters_posted_at on letters using brin (posted_at)');

  await knex.raw(`
    create table dead_letters (
      user_id uuid not null,
      lane smallint not null,
      n bigint not null,
      body text not null,
      error text not null,
      died_at timestamptz not null default now(),
      primary key (user_id, lane, n)
    )`);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['dead_letters', 'letters', 'mailboxes', 'identities']) await knex.raw(`drop table ${table}`);
}
