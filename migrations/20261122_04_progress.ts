// How a learner is doing (PRD §5): every attempt, the strength per topic, and the day for limits and streaks.
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  // Written with every answer: one index beside the key. There is none on exercise_id, because statements of a turn
  // read one learner's rows and exercises are not deleted while anyone has answered them.
  await knex.schema.raw(`
    create table user_exercise_history (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      exercise_id uuid not null references exercises,
      user_input text,
      is_correct boolean not null,
      judge_feedback text,
      response_time_ms integer,
      created_at timestamptz not null default now()
    );
    create index user_exercise_history_recent_index on user_exercise_history (user_id, created_at);
  `);
  await knex.schema.raw(`
    create table user_mastery (
      user_id uuid not null references users on delete cascade,
      topic_id uuid not null references curriculum_topics on delete cascade,
      mastery_score double precision not null default 0
        constraint user_mastery_score_range check (mastery_score between 0 and 1),
      last_practiced_at timestamptz,
      primary key (user_id, topic_id)
    );
  `);
  // "date" is the learner's own calendar day, worked out before it gets here.
  await knex.schema.raw(`
    create table daily_stats (
      user_id uuid not null references users on delete cascade,
      date date not null,
      messages_sent integer not null default 0,
      lessons_completed integer not null default 0,
      streak_active boolean not null default false,
      primary key (user_id, date)
    );
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.raw(`
    drop table daily_stats;
    drop table user_mastery;
    drop table user_exercise_history;
  `);
}
