// Which wording each reminder had, what came of it, and what that adds up to: what the choice of wordings learns from.
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // A choice counts from when it was shown: a reminder that was not welcome is none.
  await knex.raw(`
    create table reminder_choices (
      user_id uuid not null references users (id) on delete cascade,
      chosen_at timestamptz not null,
      wording varchar(20) not null,
      eligible varchar(20)[] not null,
      penalty real not null,
      shown_at timestamptz,
      reward_at timestamptz,
      tallied boolean not null default false,
      primary key (user_id, chosen_at)
    ) with (fillfactor = 70)`);
  await knex.raw('create index reminder_choices_untallied on reminder_choices (shown_at) where not tallied and shown_at is not null');
  await knex.raw('create index reminder_choices_chosen_at on reminder_choices using brin (chosen_at)');
  await knex.raw(`
    create table wordings_seen (
      user_id uuid not null references users (id) on delete cascade,
      wording varchar(20) not null,
      seen_at timestamptz not null,
      primary key (user_id, wording)
    ) with (fillfactor = 70)`);
  await knex.raw(`
    create table wording_tallies (
      eligible varchar(20)[] not null,
      wording varchar(20) not null,
      shown bigint not null,
      rewards bigint not null,
      penalties double precision not null,
      primary key (eligible, wording)
    )`);
  await knex.raw(`
    insert into experiments (id, description, status)
    values ('reminder-wording', 'A: wordings of reminders are learned. B: they go round. Paused: they go round for everybody.', 'active')
    on conflict do nothing`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`delete from experiments where id = 'reminder-wording'`);
  for (const table of ['wording_tallies', 'wordings_seen', 'reminder_choices']) await knex.raw(`drop table ${table}`);
}
