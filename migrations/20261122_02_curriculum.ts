// What is taught (PRD §3): topics, exercises, and beside them the notes shown after a wrong answer.
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.raw(`
    create type topic_category as enum ('travel', 'business', 'social', 'grammar');
    create type exercise_type as enum
      ('multiple_choice', 'fill_blank', 'roleplay', 'open_response', 'translation', 'error_identification');
  `);
  await knex.schema.raw(`
    create table curriculum_topics (
      id uuid primary key default gen_random_uuid(),
      slug varchar(100) not null constraint curriculum_topics_slug_unique unique,
      name_en varchar(100) not null,
      name_es varchar(100) not null,
      category topic_category not null
    );
  `);
  // Only the length limits that hold for every exercise type are checked here; those that differ by type are in
  // src/exercises, one file per type, because the product's own examples ("1", "es") are shorter than a common limit.
  await knex.schema.raw(`
    create table exercises (
      id uuid primary key default gen_random_uuid(),
      topic_id uuid not null references curriculum_topics,
      source_lang varchar(2) not null,
      target_lang varchar(2) not null,
      difficulty_level cefr_level not null,
      exercise_type exercise_type not null,
      theory text not null
        constraint exercises_theory_length check (char_length(theory) between 500 and 2000),
      exercise_introduction text not null
        constraint exercises_introduction_length check (char_length(exercise_introduction) between 50 and 500),
      exercise_input text not null
        constraint exercises_input_length check (char_length(exercise_input) between 1 and 1000),
      expected_output text not null
        constraint exercises_expected_length check (char_length(expected_output) between 1 and 500),
      media_url varchar(255),
      verification_hash varchar(64) not null constraint exercises_verification_hash_unique unique
    );
  `);
  // A lesson picks by language pair and level, sometimes within one topic: the topic comes last.
  await knex.schema.raw(`
    create index exercises_pick_index on exercises (source_lang, target_lang, difficulty_level, topic_id);
  `);
  await knex.schema.raw(`
    create table exercise_notes (
      exercise_id uuid primary key references exercises on delete cascade,
      why text not null,
      accepted text[] not null default '{}'
    );
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.raw(`
    drop table exercise_notes;
    drop table exercises;
    drop table curriculum_topics;
    drop type exercise_type;
    drop type topic_category;
  `);
}
