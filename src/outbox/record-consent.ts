// The effect `recordConsent`: what the learner agreed to, in which language it was put, and when.
import { conversationVersion } from '../../machines/conversation.ts';
import type { Context } from '../../machines/vocabulary.ts';
import type { Statement } from '../store/postgres.ts';
import type { RecordEffect } from './records.ts';

const insertConsents: Statement = {
  name: 'insert-consents',
  text: `
    insert into consents (user_id, kind, shown, version, language, given_at)
    select * from unnest($1::uuid[], $2::varchar[], $3::varchar[], $4::int[], $5::varchar[], $6::timestamptz[]) on conflict do nothing`,
};

/** `params.to` is what was agreed to, `params.shown` the key of the copy that was shown. A second consent to the same text changes nothing. */
export const recordConsent: RecordEffect = async (run, asked) => {
  const contexts = asked.map((a) => a.context as unknown as Context);
  await run(insertConsents, [
    asked.map((a) => a.userId),
    asked.map((a) => String(a.params.to)),
    asked.map((a) => String(a.params.shown)),
    asked.map(() => conversationVersion),
    contexts.map((c) => c.profile.nativeLanguage),
    asked.map((a) => new Date(a.at).toISOString()),
  ]);
};
