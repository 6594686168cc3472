// The effect `recordConsent`: what the learner agreed to, in which language it was put, and when.
import type { Context } from '../../machines/vocabulary.ts';
import type { Statement } from '../store/postgres.ts';
import type { RecordEffect } from './records.ts';

const insertConsents: Statement = {
  name: 'insert-consents',
  text: `
    insert into consents (user_id, kind, version, language, given_at)
    select * from unnest($1::uuid[], $2::varchar[], $3::int[], $4::varchar[], $5::timestamptz[]) on conflict do nothing`,
};

/** `params`: `kind` and `version` of the text that was shown. A second consent to the same text changes nothing. */
export const recordConsent: RecordEffect = async (run, asked) => {
  const contexts = asked.map((a) => a.context as unknown as Context);
  await run(insertConsents, [
    asked.map((a) => a.userId),
    asked.map((a) => String(a.params.kind ?? 'start')),
    asked.map((a) => Number(a.params.version ?? 1)),
    contexts.map((c) => c.profile.nativeLanguage),
    asked.map((a) => new Date(a.at).toISOString()),
  ]);
};
