// What is known of a learner before the first turn: what WhatsApp told us.
import type { Store, Statement } from '../store/postgres.ts';

export interface NewLearner {
  userId: string;
  name: string | null;
  /** E.164 with +, or null when WhatsApp left the number out. */
  phone: string | null;
  /** Something they said before suggests that they are under 18. */
  minor: boolean;
}

const readLearners: Statement = { name: 'read-new-learners', text: `select id, display_name, phone_number, metadata ? 'minor_since' as minor from users where id = any($1::uuid[])` };

/** The learners of these ids by id. */
export async function newLearners(store: Store, userIds: readonly string[]): Promise<Map<string, NewLearner>> {
  if (userIds.length === 0) return new Map();
  const rows = await store.run<{ id: string; display_name: string | null; phone_number: string | null; minor: boolean }>(readLearners, [userIds]);
  return new Map(rows.map((row) => [row.id, { userId: row.id, name: row.display_name, phone: row.phone_number, minor: row.minor }]));
}
