// The effect `recordMinor`: what a learner said suggests that they are under 18; kept with the person, so that it outlives any session.
import type { Statement } from '../store/postgres.ts';
import type { RecordEffect } from './records.ts';

const markUsers: Statement = {
  name: 'mark-minors',
  text: `
    update users u set metadata = jsonb_build_object('minor_since', v.at) || u.metadata
    from unnest($1::uuid[], $2::varchar[]) as v(user_id, at) where u.id = v.user_id`,
};

const changeVoice: Statement = {
  name: 'unflirt-minors',
  text: `update user_settings set persona_style = 'funny' where user_id = any($1::uuid[]) and persona_style = 'flirty'`,
};

/** Sets `users.metadata.minor_since` (ISO instant); the first time stays. No chat takes it back: whoever put it wrong asks a person. */
export const recordMinor: RecordEffect = async (run, asked) => {
  const first = [...new Map(asked.toReversed().map((a) => [a.userId, new Date(a.at).toISOString()])).entries()];
  await run(markUsers, [first.map(([userId]) => userId), first.map(([, at]) => at)]);
  await run(changeVoice, [first.map(([userId]) => userId)]);
};
