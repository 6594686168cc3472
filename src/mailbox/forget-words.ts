// Takes a learner's own words out of sessions that nobody has touched for long: the last answers, and what was corrected in a scene.
import type { Statement, Store } from '../store/postgres.ts';

// Their copies in Redis ran out long ago.
const readOld: Statement = {
  name: 'read-old-sessions',
  text: `
    select user_id, seq, state from sessions
    where user_id > $2 and updated_at < $1 and (state like '%"last":{%' or state like '%"said":"%') order by user_id limit $3`,
};
const write: Statement = { name: 'forget-words-of-session', text: 'update sessions set state = $3 where user_id = $1 and seq = $2 and updated_at < $4 returning 1' };

/** The session's JSON without anybody's words, its keys in the order they were in; the same text when there are none, null when it cannot be read. */
export function withoutWords(state: string): string | null {
  const session = read(state);
  if (!session) return null;
  const { lesson, placement, scene } = session.temp_data ?? {};
  if (!lesson?.last && !placement?.last && !scene?.corrections.length) return state;
  for (const inHand of [lesson, placement]) if (inHand) inHand.last = null;
  if (scene) scene.corrections = [];
  return JSON.stringify(session);
}

interface WithLast {
  last: unknown;
}
interface WithWords {
  temp_data?: { lesson?: WithLast | null; placement?: WithLast | null; scene?: { corrections: unknown[] } | null };
}

function read(state: string): WithWords | null {
  try {
    return JSON.parse(state) as WithWords;
  } catch {
    return null;
  }
}

/** Does so for all sessions that were last written before `before` (ISO), a batch at a time. @returns how many had words in them @throws after all others are done, when some could not be read */
export async function forgetWords(store: Pick<Store, 'run'>, before: string, batch = 1_000): Promise<number> {
  let forgot = 0;
  let unreadable = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const old = await store.run<{ user_id: string; seq: number; state: string }>(readOld, [before, after, batch]);
    for (const { user_id: userId, seq, state } of old) {
      const without = withoutWords(state);
      if (without === null) unreadable += 1;
      // Who is back has another number now.
      else if (without !== state) forgot += (await store.run(write, [userId, seq, without, before])).length;
    }
    if (old.length < batch) break;
    after = old.at(-1)!.user_id;
  }
  if (unreadable > 0) throw new Error(`sessions that cannot be read, so that words may still be in them: ${unreadable}`);
  return forgot;
}
