// The copy of each session in Redis, `session:{user_id}`: written after the commit, only ever forward, and never trusted without its number.
import type { Redis } from '../store/redis.ts';
import { readSession, type Session } from './session.ts';

const timeToLiveSeconds = 7 * 24 * 3600;
const keyOf = (userId: string) => `session:${userId}`;

/** Characters at the end of a copy that hold its number: 16 digits at most, and their key. */
const tail = 32;

// `seq` is the last key of a session's JSON, so it can be read off the end without parsing what a learner may have typed.
// One call for all sessions of a batch: in Redis a call costs more than what it does. Only ends are looked at, since to
// Lua a pattern costs more the longer its text is.
const writeForward = `
  for i, key in ipairs(KEYS) do
    local state = ARGV[i + 1]
    local seq = tonumber(string.match(string.sub(state, -${tail}), '"seq":(%d+)}$'))
    local newest = tonumber(string.match(redis.call('GETRANGE', key, -${tail}, -1), '"seq":(%d+)}$') or -1)
    if seq > newest then redis.call('SET', key, state, 'EX', ARGV[1]) end
  end`;

interface WithForward extends Redis {
  writeSessions(count: number, ...keysThenTtlThenStates: (string | number)[]): Promise<null>;
}

export interface SessionCopies {
  /** The copies that are exactly as new as asked for; null where there is none. Never rejects: a copy may be missing. */
  read(wanted: readonly { userId: string; seq: number }[]): Promise<(Session | null)[]>;
  /** Writes copies, each a session's JSON, unless a newer one is there. Never rejects. */
  write(sessions: readonly { userId: string; state: string }[]): Promise<void>;
}

/** @param onError told when Redis could not be reached; the sessions are safe in PostgreSQL */
export function openSessionCopies(redis: Redis, onError: (error: Error) => void): SessionCopies {
  redis.defineCommand('writeSessions', { lua: writeForward });
  const forward = redis as WithForward;
  return {
    async read(wanted) {
      if (wanted.length === 0) return [];
      const copies = await redis.mget(wanted.map(({ userId }) => keyOf(userId))).catch((error: Error) => (onError(error), [] as null[]));
      return wanted.map(({ seq }, i) => parse(copies[i], seq));
    },
    async write(sessions) {
      if (sessions.length === 0) return;
      const keys = sessions.map(({ userId }) => keyOf(userId));
      await forward.writeSessions(keys.length, ...keys, timeToLiveSeconds, ...sessions.map(({ state }) => state)).catch(onError);
    },
  };
}

function parse(copy: string | null | undefined, seq: number): Session | null {
  return copy?.endsWith(`"seq":${seq}}`) ? readSession(copy) : null;
}
