// Reads sessions from PostgreSQL, for when their copy in Redis is missing or old.
import type { Store, Statement } from '../store/postgres.ts';
import { readSession, type Session } from '../conversation/session.ts';

const readSessions: Statement = { name: 'read-sessions', text: 'select user_id, state from sessions where user_id = any($1::uuid[])' };

/** The sessions of these learners as they were last committed; one that cannot be read is left out. */
export async function loadSessions(store: Store, userIds: readonly string[]): Promise<Map<string, Session>> {
  const rows = await store.run<{ user_id: string; state: string }>(readSessions, [userIds]);
  return new Map(rows.flatMap((row) => {
    const session = readSession(row.state);
    return session ? [[row.user_id, session]] : [];
  }));
}
