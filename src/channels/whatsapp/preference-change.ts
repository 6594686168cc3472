// Reads an item of the field `user_preferences`: a person stops or resumes marketing messages.
import { z } from 'zod';
import { isKnown, readBsuid, readPhone } from './person.ts';
import type { Person } from './person.ts';
import { isRecord } from './record.ts';
import { Timestamp } from './stamp.ts';

/** `stop` puts the person on the suppression list for marketing templates; `resume` and `signup` take them off it. `at` is milliseconds. */
export type PreferenceChange = { person: Person; category: 'marketing'; value: 'stop' | 'resume' | 'signup'; at: number };

const Preference = z.object({ category: z.literal('marketing_messages'), value: z.enum(['stop', 'resume', 'signup']), timestamp: Timestamp });

/** Reads a preference, or says why it cannot be used. */
export function readPreference(raw: unknown): PreferenceChange | 'broken-item' | 'no-sender' {
  const parsed = Preference.safeParse(raw);
  if (!parsed.success || !isRecord(raw)) return 'broken-item';
  const person: Person = { phone: readPhone(raw.wa_id), bsuid: readBsuid(raw.user_id) };
  if (!isKnown(person)) return 'no-sender';
  return { person, category: 'marketing', value: parsed.data.value, at: parsed.data.timestamp };
}
