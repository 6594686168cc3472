// What the calendar needs: who wants to be reminded when, which zone they lived by since when, and which reminders may go out as templates.
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // Only who wants a reminder has a row, so the index on the time holds nobody else.
  // `local_date` is the date the next one is for: with it the due instant can be computed again when a country changes its clocks.
  await knex.raw(`
    create table reminders (
      user_id uuid not null references users (id) on delete cascade,
      kind varchar(20) not null,
      zone varchar(50) not null,
      local_time time not null,
      follows_lesson boolean not null default false,
      due_at timestamptz not null,
      local_date date not null,
      primary key (user_id, kind)
    ) with (fillfactor = 80)`);
  await knex.raw('create index reminders_due on reminders (due_at)');
  await knex.raw(`
    create table zone_stays (
      user_id uuid not null references users (id) on delete cascade,
      effective_from timestamptz not null,
      zone varchar(50) not null,
      primary key (user_id, effective_from)
    )`);
  // Outside WhatsApp's window of 24 hours only an approved template is heard.
  await knex.raw(`
    create table templates (
      name varchar(100) not null,
      language varchar(10) not null,
      state varchar(10) not null default 'pending' check (state in ('pending', 'approved', 'paused', 'disabled', 'rejected')),
      parameters smallint not null,
      changed_at timestamptz not null default now(),
      primary key (name, language)
    )`);
  // Meta counts how many different people hear from a number outside their window in any 24 hours.
  await knex.raw(`
    create table template_posts (
      id bigint generated always as identity primary key,
      user_id uuid not null references users (id) on delete cascade,
      posted_at timestamptz not null
    )`);
  await knex.raw('create index template_posts_at on template_posts (posted_at)');
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['template_posts', 'templates', 'zone_stays', 'reminders']) await knex.raw(`drop table ${table}`);
}
