-- The schema that the migrations make, for reading: written by `npm run docs`, compared with a live database by test/docs.test.ts.

create type cefr_level as enum ('A1', 'A2', 'B1', 'B2', 'C1', 'C2');

create type exercise_type as enum ('multiple_choice', 'fill_blank', 'roleplay', 'open_response', 'translation', 'error_identification');

create type experiment_status as enum ('active', 'paused');

create type message_role as enum ('user', 'assistant', 'system');

create type message_type as enum ('text', 'audio', 'image', 'template');

create type persona_style as enum ('funny', 'strict', 'flirty');

create type plan_type as enum ('free', 'monthly_pro', 'annual_pro');

create type subscription_status as enum ('active', 'past_due', 'canceled', 'trialing');

create type topic_category as enum ('travel', 'business', 'social', 'grammar');

create table answer_reports (
  id bigint not null generated always as identity,
  user_id uuid not null,
  exercise_id uuid not null,
  answer text not null,
  verdict character varying(10) not null,
  note character varying(30),
  best text,
  reported_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint answer_reports_pkey PRIMARY KEY (id),
  constraint answer_reports_exercise_id_fkey FOREIGN KEY (exercise_id) REFERENCES exercises(id),
  constraint answer_reports_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX answer_reports_open ON answer_reports USING btree (reported_at) WHERE (settled_at IS NULL);
CREATE INDEX answer_reports_user_id ON answer_reports USING btree (user_id);

create table consents (
  user_id uuid not null,
  kind character varying(30) not null,
  shown character varying(60) not null,
  version integer not null,
  language character varying(2) not null,
  channel character varying(20) not null default 'whatsapp'::character varying,
  given_at timestamp with time zone not null,
  constraint consents_pkey PRIMARY KEY (user_id, kind, shown, version),
  constraint consents_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

create table conversation_logs (
  id bigint not null generated always as identity,
  user_id uuid not null,
  role message_role not null,
  content text not null,
  message_type message_type not null default 'text'::message_type,
  created_at timestamp with time zone not null default now(),
  whatsapp_message_id character varying(100),
  constraint conversation_logs_pkey PRIMARY KEY (id),
  constraint conversation_logs_message_unique UNIQUE (user_id, whatsapp_message_id),
  constraint conversation_logs_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX conversation_logs_recent_index ON conversation_logs USING btree (user_id, created_at DESC, id DESC);

create table curriculum_topics (
  id uuid not null default gen_random_uuid(),
  slug character varying(100) not null,
  name_en character varying(100) not null,
  name_es character varying(100) not null,
  category topic_category not null,
  constraint curriculum_topics_pkey PRIMARY KEY (id),
  constraint curriculum_topics_slug_unique UNIQUE (slug)
);

create table daily_stats (
  user_id uuid not null,
  date date not null,
  messages_sent integer not null default 0,
  lessons_completed integer not null default 0,
  streak_active boolean not null default false,
  constraint daily_stats_pkey PRIMARY KEY (user_id, date),
  constraint daily_stats_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

create table dead_letters (
  user_id uuid not null,
  lane smallint not null,
  n bigint not null,
  body text not null,
  error text not null,
  died_at timestamp with time zone not null default now(),
  constraint dead_letters_pkey PRIMARY KEY (user_id, lane, n)
);

create table delivery_failures (
  id bigint not null generated always as identity,
  user_id uuid,
  provider_id character varying(200),
  code integer,
  action character varying(40) not null,
  detail text,
  failed_at timestamp with time zone not null default now(),
  constraint delivery_failures_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX delivery_failures_once ON delivery_failures USING btree (provider_id);
CREATE INDEX delivery_failures_user_id ON delivery_failures USING btree (user_id, failed_at);

create table exercise_notes (
  exercise_id uuid not null,
  why text not null,
  accepted text[] not null default '{}'::text[],
  constraint exercise_notes_pkey PRIMARY KEY (exercise_id),
  constraint exercise_notes_exercise_id_fkey FOREIGN KEY (exercise_id) REFERENCES exercises(id) ON DELETE CASCADE
);

create table exercises (
  id uuid not null default gen_random_uuid(),
  topic_id uuid not null,
  source_lang character varying(2) not null,
  target_lang character varying(2) not null,
  difficulty_level cefr_level not null,
  exercise_type exercise_type not null,
  theory text not null,
  exercise_introduction text not null,
  exercise_input text not null,
  expected_output text not null,
  media_url character varying(255),
  verification_hash character varying(64) not null,
  constraint exercises_pkey PRIMARY KEY (id),
  constraint exercises_expected_length CHECK (((char_length(expected_output) >= 1) AND (char_length(expected_output) <= 500))),
  constraint exercises_input_length CHECK (((char_length(exercise_input) >= 1) AND (char_length(exercise_input) <= 1000))),
  constraint exercises_introduction_length CHECK (((char_length(exercise_introduction) >= 50) AND (char_length(exercise_introduction) <= 500))),
  constraint exercises_theory_length CHECK (((char_length(theory) >= 500) AND (char_length(theory) <= 2000))),
  constraint exercises_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES curriculum_topics(id),
  constraint exercises_verification_hash_unique UNIQUE (verification_hash)
);
CREATE INDEX exercises_pick_index ON exercises USING btree (source_lang, target_lang, difficulty_level, topic_id);

create table experiment_assignments (
  user_id uuid not null,
  experiment_id character varying(50) not null,
  variant character varying(10) not null,
  assigned_at timestamp with time zone not null default now(),
  constraint experiment_assignments_pkey PRIMARY KEY (user_id, experiment_id),
  constraint experiment_assignments_experiment_id_fkey FOREIGN KEY (experiment_id) REFERENCES experiments(id) ON DELETE CASCADE,
  constraint experiment_assignments_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE,
  constraint experiment_assignments_variant CHECK (((variant)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying])::text[])))
);
CREATE INDEX experiment_assignments_variant_index ON experiment_assignments USING btree (experiment_id, variant);

create table experiments (
  id character varying(50) not null,
  description text,
  status experiment_status not null default 'paused'::experiment_status,
  constraint experiments_pkey PRIMARY KEY (id)
);

create table facts (
  id bigint not null generated always as identity,
  user_id uuid not null,
  type character varying(50) not null,
  data jsonb not null,
  at timestamp with time zone not null,
  constraint facts_pkey PRIMARY KEY (id)
);
CREATE INDEX facts_preferences ON facts USING btree (user_id, at DESC) WHERE ((type)::text = 'whatsapp.preference'::text);
CREATE INDEX facts_type_at ON facts USING btree (type, at);

create table human_requests (
  id bigint not null generated always as identity,
  user_id uuid not null,
  reason character varying(30) not null,
  asked_at timestamp with time zone not null,
  released_at timestamp with time zone,
  constraint human_requests_pkey PRIMARY KEY (id),
  constraint human_requests_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX human_requests_open ON human_requests USING btree (user_id) WHERE (released_at IS NULL);

create table identities (
  value character varying(140) not null,
  kind character varying(5) not null,
  user_id uuid not null,
  created_at timestamp with time zone not null default now(),
  constraint identities_pkey PRIMARY KEY (value),
  constraint identities_kind_check CHECK (((kind)::text = ANY ((ARRAY['phone'::character varying, 'bsuid'::character varying])::text[]))),
  constraint identities_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX identities_user_id ON identities USING btree (user_id);

create table item_parameters (
  exercise_id uuid not null,
  difficulty double precision not null,
  answers integer not null,
  estimated_at timestamp with time zone not null,
  constraint item_parameters_pkey PRIMARY KEY (exercise_id),
  constraint item_parameters_exercise_id_fkey FOREIGN KEY (exercise_id) REFERENCES exercises(id) ON DELETE CASCADE
);

create table job_runs (
  name character varying(50) not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  outcome text,
  failed_at timestamp with time zone,
  error text,
  constraint job_runs_pkey PRIMARY KEY (name)
);

create table letters (
  user_id uuid not null,
  lane smallint not null,
  n bigint not null,
  key character varying(200) not null,
  body text not null,
  posted_at timestamp with time zone not null default now(),
  constraint letters_pkey PRIMARY KEY (user_id, lane, n)
);
CREATE UNIQUE INDEX letters_once ON letters USING btree (user_id, key);
CREATE INDEX letters_posted_at ON letters USING brin (posted_at);

create table mailboxes (
  user_id uuid not null,
  mail_posted bigint not null default 0,
  mail_taken bigint not null default 0,
  urgent_posted bigint not null default 0,
  urgent_taken bigint not null default 0,
  held boolean not null default false,
  stopped boolean not null default false,
  turn bigint not null default 0,
  epoch bigint not null default 0,
  lease_until timestamp with time zone not null default '-infinity'::timestamp with time zone,
  ready_at timestamp with time zone not null default now(),
  last_message_at timestamp with time zone,
  constraint mailboxes_pkey PRIMARY KEY (user_id),
  constraint mailboxes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
) with (fillfactor=40, autovacuum_vacuum_scale_factor=0.02);
CREATE INDEX mailboxes_waiting ON mailboxes USING btree (ready_at) WHERE (((mail_posted > mail_taken) AND (NOT held)) OR (urgent_posted > urgent_taken));

create table outbox (
  user_id uuid not null,
  seq bigint not null,
  i smallint not null,
  kind character varying(20) not null,
  body text not null,
  owner character varying(40) not null,
  lease_until timestamp with time zone not null,
  attempts smallint not null default 1,
  window_until timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint outbox_pkey PRIMARY KEY (user_id, seq, i)
);
CREATE INDEX outbox_lease_until ON outbox USING btree (lease_until);

create table placements (
  id bigint not null generated always as identity,
  user_id uuid not null,
  source_lang character varying(2) not null,
  target_lang character varying(2) not null,
  level cefr_level not null,
  theta double precision not null,
  se double precision not null,
  exercise_ids uuid[] not null,
  correct boolean[] not null,
  begun_at timestamp with time zone not null,
  finished_at timestamp with time zone not null,
  constraint placements_pkey PRIMARY KEY (id),
  constraint placements_answers CHECK ((cardinality(exercise_ids) = cardinality(correct))),
  constraint placements_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX placements_pair ON placements USING btree (source_lang, target_lang, finished_at);
CREATE INDEX placements_user_id ON placements USING btree (user_id);

create table reminder_choices (
  user_id uuid not null,
  chosen_at timestamp with time zone not null,
  wording character varying(20) not null,
  eligible character varying(20)[] not null,
  penalty real not null,
  shown_at timestamp with time zone,
  reward_at timestamp with time zone,
  tallied boolean not null default false,
  constraint reminder_choices_pkey PRIMARY KEY (user_id, chosen_at)
) with (fillfactor=70);
CREATE INDEX reminder_choices_chosen_at ON reminder_choices USING brin (chosen_at);
CREATE INDEX reminder_choices_untallied ON reminder_choices USING btree (shown_at) WHERE ((NOT tallied) AND (shown_at IS NOT NULL));

create table reminders (
  user_id uuid not null,
  kind character varying(20) not null,
  zone character varying(50) not null,
  local_time time without time zone not null,
  follows_lesson boolean not null default false,
  due_at timestamp with time zone not null,
  local_date date not null,
  constraint reminders_pkey PRIMARY KEY (user_id, kind),
  constraint reminders_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
) with (fillfactor=80);
CREATE INDEX reminders_due ON reminders USING btree (due_at);

create table review_cards (
  user_id uuid not null,
  exercise_id uuid not null,
  stability double precision,
  difficulty double precision,
  due timestamp with time zone not null,
  state character varying(10),
  step smallint not null default 0,
  reps integer not null default 0,
  lapses integer not null default 0,
  reviewed_at timestamp with time zone,
  asked_at timestamp with time zone not null,
  verdict character varying(10) not null,
  constraint review_cards_pkey PRIMARY KEY (user_id, exercise_id),
  constraint review_cards_memory CHECK ((num_nulls(stability, difficulty, state, reviewed_at) = ANY (ARRAY[0, 4]))),
  constraint review_cards_state_check CHECK (((state)::text = ANY ((ARRAY['learning'::character varying, 'review'::character varying, 'relearning'::character varying])::text[]))),
  constraint review_cards_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
) with (fillfactor=80);
CREATE INDEX review_cards_due ON review_cards USING btree (user_id, due);

create table scene_runs (
  id uuid not null,
  user_id uuid not null,
  scene character varying(40) not null,
  outcome character varying(20) not null,
  turns integer not null,
  beats integer not null,
  understood integer not null,
  corrections jsonb not null,
  begun_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  constraint scene_runs_pkey PRIMARY KEY (id),
  constraint scene_runs_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX scene_runs_user_id ON scene_runs USING btree (user_id, scene);

create table sessions (
  user_id uuid not null,
  seq bigint not null,
  version integer not null,
  chart character varying(16) not null,
  state text not null,
  next_timer_at timestamp with time zone,
  updated_at timestamp with time zone not null default now(),
  constraint sessions_pkey PRIMARY KEY (user_id)
) with (fillfactor=50);
CREATE INDEX sessions_chart ON sessions USING btree (chart);
CREATE INDEX sessions_next_timer_at ON sessions USING btree (next_timer_at) WHERE (next_timer_at IS NOT NULL);

create table streaks (
  user_id uuid not null,
  days integer not null,
  best integer not null,
  freezes smallint not null,
  counted integer not null,
  last_date date,
  last_at timestamp with time zone,
  lost_days integer,
  lost_at timestamp with time zone,
  repaired_at timestamp with time zone,
  breaks_at timestamp with time zone,
  constraint streaks_pkey PRIMARY KEY (user_id),
  constraint streaks_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
) with (fillfactor=70);
CREATE INDEX streaks_breaks_at ON streaks USING btree (breaks_at) WHERE (breaks_at IS NOT NULL);

create table subscriptions (
  user_id uuid not null,
  stripe_customer_id character varying(100),
  stripe_subscription_id character varying(100),
  plan_type plan_type not null default 'free'::plan_type,
  status subscription_status not null default 'active'::subscription_status,
  current_period_end timestamp with time zone,
  cancel_at_period_end boolean not null default false,
  constraint subscriptions_pkey PRIMARY KEY (user_id),
  constraint subscriptions_customer_unique UNIQUE (stripe_customer_id),
  constraint subscriptions_subscription_unique UNIQUE (stripe_subscription_id),
  constraint subscriptions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

create table template_posts (
  id bigint not null generated always as identity,
  user_id uuid not null,
  posted_at timestamp with time zone not null,
  name character varying(100),
  language character varying(10),
  constraint template_posts_pkey PRIMARY KEY (id),
  constraint template_posts_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX template_posts_at ON template_posts USING btree (posted_at);

create table templates (
  name character varying(100) not null,
  language character varying(10) not null,
  state character varying(10) not null default 'pending'::character varying,
  parameters smallint not null,
  changed_at timestamp with time zone not null default now(),
  constraint templates_pkey PRIMARY KEY (name, language),
  constraint templates_state_check CHECK (((state)::text = ANY ((ARRAY['pending'::character varying, 'approved'::character varying, 'paused'::character varying, 'disabled'::character varying, 'rejected'::character varying])::text[])))
);

create table tz_versions (
  version character varying(20) not null,
  recomputed_at timestamp with time zone not null default now(),
  constraint tz_versions_pkey PRIMARY KEY (version)
);

create table user_exercise_history (
  id uuid not null default gen_random_uuid(),
  user_id uuid not null,
  exercise_id uuid not null,
  user_input text,
  is_correct boolean not null,
  judge_feedback text,
  response_time_ms integer,
  created_at timestamp with time zone not null default now(),
  constraint user_exercise_history_pkey PRIMARY KEY (id),
  constraint user_exercise_history_exercise_id_fkey FOREIGN KEY (exercise_id) REFERENCES exercises(id),
  constraint user_exercise_history_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX user_exercise_history_recent_index ON user_exercise_history USING btree (user_id, created_at);

create table user_mastery (
  user_id uuid not null,
  topic_id uuid not null,
  mastery_score double precision not null default 0,
  last_practiced_at timestamp with time zone,
  constraint user_mastery_pkey PRIMARY KEY (user_id, topic_id),
  constraint user_mastery_score_range CHECK (((mastery_score >= (0)::double precision) AND (mastery_score <= (1)::double precision))),
  constraint user_mastery_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES curriculum_topics(id) ON DELETE CASCADE,
  constraint user_mastery_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

create table user_settings (
  user_id uuid not null,
  native_language character varying(2),
  target_language character varying(2),
  cefr_level cefr_level,
  daily_notification_time time without time zone default '09:00:00'::time without time zone,
  persona_style persona_style not null default 'funny'::persona_style,
  constraint user_settings_pkey PRIMARY KEY (user_id),
  constraint user_settings_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);

create table users (
  id uuid not null default gen_random_uuid(),
  whatsapp_id character varying(50),
  display_name character varying(100),
  phone_number character varying(20),
  created_at timestamp with time zone not null default now(),
  last_active_at timestamp with time zone not null default now(),
  timezone character varying(50),
  metadata jsonb not null default '{}'::jsonb,
  constraint users_pkey PRIMARY KEY (id),
  constraint users_whatsapp_id_unique UNIQUE (whatsapp_id)
);

create table wording_tallies (
  eligible character varying(20)[] not null,
  wording character varying(20) not null,
  shown double precision not null,
  rewards double precision not null,
  penalties double precision not null,
  faded_at timestamp with time zone not null default now(),
  constraint wording_tallies_pkey PRIMARY KEY (eligible, wording)
);

create table wordings_seen (
  user_id uuid not null,
  wording character varying(20) not null,
  seen_at timestamp with time zone not null,
  constraint wordings_seen_pkey PRIMARY KEY (user_id, wording),
  constraint wordings_seen_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
) with (fillfactor=70);

create table zone_stays (
  user_id uuid not null,
  effective_from timestamp with time zone not null,
  zone character varying(50) not null,
  constraint zone_stays_pkey PRIMARY KEY (user_id, effective_from),
  constraint zone_stays_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
