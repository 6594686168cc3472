// The effect `saveProfile`: what a learner told about themselves, into the users and settings tables, with the reminder and the zone that follow from it.
import type { Context } from '../../machines/vocabulary.ts';
import { keepReminders } from '../learners/reminders.ts';
import { noteZones } from '../learners/zone-stays.ts';
import type { Statement } from '../store/postgres.ts';
import { recordStreak } from './record-streak.ts';
import type { RecordEffect } from './records.ts';

const updateUsers: Statement = {
  name: 'save-users',
  text: `
    update users u set display_name = coalesce(v.name, u.display_name), timezone = v.zone,
      metadata = u.metadata || v.metadata
    from unnest($1::uuid[], $2::varchar[], $3::varchar[], $4::jsonb[]) as v(user_id, name, zone, metadata) where u.id = v.user_id`,
};

const upsertSettings: Statement = {
  name: 'save-settings',
  text: `
    insert into user_settings (user_id, native_language, target_language, cefr_level, daily_notification_time, persona_style)
    select user_id, native, target, level::cefr_level, time::time, persona::persona_style
    from unnest($1::uuid[], $2::varchar[], $3::varchar[], $4::text[], $5::text[], $6::text[]) as v(user_id, native, target, level, time, persona)
    on conflict (user_id) do update set native_language = excluded.native_language, target_language = excluded.target_language,
      cefr_level = excluded.cefr_level, daily_notification_time = excluded.daily_notification_time, persona_style = excluded.persona_style`,
};

/** Writes the context's `profile`; the last one of a learner wins. */
export const saveProfile: RecordEffect = async (run, asked) => {
  const latest = [...new Map(asked.map((a) => [a.userId, { profile: (a.context as unknown as Context).profile, at: a.at }])).entries()];
  const of = <T>(value: (p: Context['profile']) => T) => latest.map(([, { profile }]) => value(profile));
  const ids = latest.map(([userId]) => userId);
  await run(updateUsers, [ids, of((p) => p.name), of((p) => p.zone), of((p) => JSON.stringify({ birth_year: p.birthYear, goal: p.goal }))]);
  await run(upsertSettings, [ids, of((p) => p.nativeLanguage), of((p) => p.targetLanguage), of((p) => p.level), of((p) => p.dailyTime), of((p) => p.persona)]);
  await noteZones(run, latest.map(([userId, { profile, at }]) => ({ userId, zone: profile.zone, at })));
  // Another zone is another midnight for a streak to break at.
  await recordStreak(run, asked.filter(({ context }) => (context as unknown as Context).streak.lastAt !== null));
  await keepReminders(run, latest.map(([userId, { profile, at }]) => ({ userId, zone: profile.zone, time: profile.dailyTime, followsLesson: profile.followsLesson, at })));
};
