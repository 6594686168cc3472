// The data contract, row by row: every table of §2 to §7 with its columns, enums, keys and indexes.

/** Column: name, Postgres type, whether null is allowed, default as Postgres prints it. */
export type Column = [name: string, type: string, nullable: 'null' | 'not null', defaultText: string | null];

export const enums: Record<string, string[]> = {
  cefr_level: ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'],
  persona_style: ['funny', 'strict', 'flirty'],
  topic_category: ['travel', 'business', 'social', 'grammar'],
  exercise_type: [
    'multiple_choice', 'fill_blank', 'roleplay', 'open_response', 'translation', 'error_identification',
  ],
  message_role: ['user', 'assistant', 'system'],
  message_type: ['text', 'audio', 'image', 'template'],
  plan_type: ['free', 'monthly_pro', 'annual_pro'],
  subscription_status: ['active', 'past_due', 'canceled', 'trialing'],
  experiment_status: ['active', 'paused'],
};

const timestamp = 'timestamp with time zone';
const varchar = (length: number) => `character varying(${length})`;

export const tables: Record<string, Column[]> = {
  // §2.1
  users: [
    ['id', 'uuid', 'not null', 'gen_random_uuid()'],
    ['whatsapp_id', varchar(50), 'null', null],
    ['display_name', varchar(100), 'null', null],
    ['phone_number', varchar(20), 'null', null],
    ['created_at', timestamp, 'not null', 'now()'],
    ['last_active_at', timestamp, 'not null', 'now()'],
    ['timezone', varchar(50), 'null', null],
    ['metadata', 'jsonb', 'not null', "'{}'::jsonb"],
  ],
  // §2.2
  user_settings: [
    ['user_id', 'uuid', 'not null', null],
    ['native_language', varchar(2), 'null', null],
    ['target_language', varchar(2), 'null', null],
    ['cefr_level', 'cefr_level', 'null', null],
    ['daily_notification_time', 'time without time zone', 'null', "'09:00:00'::time without time zone"],
    ['persona_style', 'persona_style', 'not null', "'funny'::persona_style"],
  ],
  // §3.1
  curriculum_topics: [
    ['id', 'uuid', 'not null', 'gen_random_uuid()'],
    ['slug', varchar(100), 'not null', null],
    ['name_en', varchar(100), 'not null', null],
    ['name_es', varchar(100), 'not null', null],
    ['category', 'topic_category', 'not null', null],
  ],
  // §3.2, with "Required: Yes" of §3.3
  exercises: [
    ['id', 'uuid', 'not null', 'gen_random_uuid()'],
    ['topic_id', 'uuid', 'not null', null],
    ['source_lang', varchar(2), 'not null', null],
    ['target_lang', varchar(2), 'not null', null],
    ['difficulty_level', 'cefr_level', 'not null', null],
    ['exercise_type', 'exercise_type', 'not null', null],
    ['theory', 'text', 'not null', null],
    ['exercise_introduction', 'text', 'not null', null],
    ['exercise_input', 'text', 'not null', null],
    ['expected_output', 'text', 'not null', null],
    ['media_url', varchar(255), 'null', null],
    ['verification_hash', varchar(64), 'not null', null],
  ],
  // §4.1
  conversation_logs: [
    ['id', 'bigint', 'not null', 'identity'],
    ['user_id', 'uuid', 'not null', null],
    ['role', 'message_role', 'not null', null],
    ['content', 'text', 'not null', null],
    ['message_type', 'message_type', 'not null', "'text'::message_type"],
    ['created_at', timestamp, 'not null', 'now()'],
    ['whatsapp_message_id', varchar(100), 'null', null],
  ],
  // §5.1
  user_exercise_history: [
    ['id', 'uuid', 'not null', 'gen_random_uuid()'],
    ['user_id', 'uuid', 'not null', null],
    ['exercise_id', 'uuid', 'not null', null],
    ['user_input', 'text', 'null', null],
    ['is_correct', 'boolean', 'not null', null],
    ['judge_feedback', 'text', 'null', null],
    ['response_time_ms', 'integer', 'null', null],
    ['created_at', timestamp, 'not null', 'now()'],
  ],
  // §5.2
  user_mastery: [
    ['user_id', 'uuid', 'not null', null],
    ['topic_id', 'uuid', 'not null', null],
    ['mastery_score', 'double precision', 'not null', '0'],
    ['last_practiced_at', timestamp, 'null', null],
  ],
  // §5.3
  daily_stats: [
    ['user_id', 'uuid', 'not null', null],
    ['date', 'date', 'not null', null],
    ['messages_sent', 'integer', 'not null', '0'],
    ['lessons_completed', 'integer', 'not null', '0'],
    ['streak_active', 'boolean', 'not null', 'false'],
  ],
  // §6.1
  subscriptions: [
    ['user_id', 'uuid', 'not null', null],
    ['stripe_customer_id', varchar(100), 'null', null],
    ['stripe_subscription_id', varchar(100), 'null', null],
    ['plan_type', 'plan_type', 'not null', "'free'::plan_type"],
    ['status', 'subscription_status', 'not null', "'active'::subscription_status"],
    ['current_period_end', timestamp, 'null', null],
    ['cancel_at_period_end', 'boolean', 'not null', 'false'],
  ],
  // §7.1
  experiments: [
    ['id', varchar(50), 'not null', null],
    ['description', 'text', 'null', null],
    ['status', 'experiment_status', 'not null', "'paused'::experiment_status"],
  ],
  // §7.2
  experiment_assignments: [
    ['user_id', 'uuid', 'not null', null],
    ['experiment_id', varchar(50), 'not null', null],
    ['variant', varchar(10), 'not null', null],
    ['assigned_at', timestamp, 'not null', 'now()'],
  ],
};

/** Keys, uniqueness and foreign keys, as Postgres prints them. */
export const constraints: Record<string, string[]> = {
  users: ['PRIMARY KEY (id)', 'UNIQUE (whatsapp_id)'],
  user_settings: ['PRIMARY KEY (user_id)', 'FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE'],
  curriculum_topics: ['PRIMARY KEY (id)', 'UNIQUE (slug)'],
  exercises: [
    'PRIMARY KEY (id)',
    'UNIQUE (verification_hash)',
    'FOREIGN KEY (topic_id) REFERENCES curriculum_topics(id)',
  ],
  conversation_logs: [
    'PRIMARY KEY (id)',
    'UNIQUE (user_id, whatsapp_message_id)',
    'FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE',
  ],
  user_exercise_history: [
    'PRIMARY KEY (id)',
    'FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE',
    'FOREIGN KEY (exercise_id) REFERENCES exercises(id)',
  ],
  user_mastery: [
    'PRIMARY KEY (user_id, topic_id)',
    'FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE',
    'FOREIGN KEY (topic_id) REFERENCES curriculum_topics(id) ON DELETE CASCADE',
  ],
  daily_stats: ['PRIMARY KEY (user_id, date)', 'FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE'],
  subscriptions: [
    'PRIMARY KEY (user_id)',
    'UNIQUE (stripe_customer_id)',
    'UNIQUE (stripe_subscription_id)',
    'FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE',
  ],
  experiments: ['PRIMARY KEY (id)'],
  experiment_assignments: [
    'PRIMARY KEY (user_id, experiment_id)',
    'FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE',
    'FOREIGN KEY (experiment_id) REFERENCES experiments(id) ON DELETE CASCADE',
  ],
};

/** Indexes beside those of the keys above: what they cover, in order. */
export const indexes: Record<string, string[]> = {
  exercises: ['(source_lang, target_lang, difficulty_level, topic_id)'],
  // "Index this for fast retrieval of last 10 messages".
  conversation_logs: ['(user_id, created_at DESC, id DESC)'],
  user_exercise_history: ['(user_id, created_at)'],
  experiment_assignments: ['(experiment_id, variant)'],
};
