// The copy of each session in Redis, `session:{user_id}`: written after the commit, only ever forward, and never trusted without its number.
import type { Redis } from '../store/redis.ts';
import type { Session } from './session.ts';

const timeToLiveSeconds = 7 * 24 * 3600;
const keyOf = (userId: string) => `session:${userId}`;

// `seq` is the last key of a session's JSON, so it can be read off the end without parsing what a learner may have typed.
const writeForward = `
  local present = redis.call('GET', KEYS[1])
  if present then
    local seq = string.match(present, '"seq":(%d+)}$')
    if seq and tonumber(seq) >= tonumber(ARGV[2]) then return 0 end
  end
  redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[3])
  return 1`;

interface WithForward extends Redis {
  writeSession(key: string, state: string, seq: string, ttl: string): Promise<number>;
}

export interface SessionCopies {
  /** The copies that are exactly as new as asked for; null where there is none. Never rejects: a copy may be missing. */
  read(wanted: readonly { userId: string; seq: number }[]): Promise<(Session | null)[]>;
  /** Writes copies unless a newer one is there. Never rejects. */
  write(sessions: readonly { userId: string; session: Session }[]): Promise<void>;
}

/** @param onError told when Redis could not be reached; the sessions are safe in PostgreSQL */
export function openSessionCopies(redis: Redis, onError: (error: Error) => void): SessionCopies {
  redis.defineCommand('writeSession', { numberOfKeys: 1, lua: writeForward });
  const forward = redis as WithForward;
  return {
    async read(wanted) {
      if (wanted.length === 0) return [];
      const copies = await redis.mget(wanted.map(({ userId }) => keyOf(userId))).catch((error: Error) => (onError(error), [] as null[]));
      return wanted.map(({ seq }, i) => parse(copies[i], seq));
    },
    async write(sessions) {
      await Promise.all(sessions.map(({ userId, session }) => forward.writeSession(keyOf(userId), JSON.stringify(session), String(session.seq), String(timeToLiveSeconds)))).catch(onError);
    },
  };
}

function parse(copy: string | null | undefined, seq: number): Session | null {
  if (!copy?.endsWith(`"seq":${seq}}`)) return null;
  try {
    const session = JSON.parse(copy) as Session;
    return typeof session.current_flow === 'string' && session.value !== undefined && typeof session.temp_data === 'object' ? session : null;
  } catch {
    return null;
  }
}
