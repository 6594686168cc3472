// The database and the Redis of a rehearsal: they know what the path of a message asks of them, and keep it for as long as it lasts.
import type { Statement, Store } from './store/postgres.ts';
import type { Redis } from './store/redis.ts';

interface Played {
  turn: number;
  /** By lane, how many letters were posted and how many of them are done with. */
  posted: [number, number];
  taken: [number, number];
  letters: { lane: 0 | 1; n: number; body: string }[];
}

export interface Stage {
  store: Store;
  redis: Redis;
  now(): number;
}

const at = 1_000_000_000_000;
/** No letter waits for company here. */
const later = at + 60_000;

/** Opens an empty stage. */
export function openStage(): Stage {
  const learners = new Map<string, Played>();
  const copies = new Map<string, string>();
  const rowsOf: Readonly<Record<string, (columns: unknown[][]) => unknown[]>> = {
    'meet-people': ([, , , , values]) => values!.map((value) => ({ value, user_id: userIdOf(String(value)), made: false })),
    'read-new-learners': ([ids]) => ids!.map((id) => ({ id, display_name: 'Ana', phone_number: '+34600000000' })),
    'post-letters': ([ids, inLane, , bodies]) => {
      for (const [i, id] of ids!.entries()) {
        const learner = learners.get(String(id)) ?? { turn: 0, posted: [0, 0], taken: [0, 0], letters: [] };
        const lane = inLane![i] as 0 | 1;
        learner.posted[lane] += 1;
        learner.letters.push({ lane, n: learner.posted[lane], body: String(bodies![i]) });
        learners.set(String(id), learner);
      }
      return [];
    },
    'claim-waiting': () => [...learners].flatMap(([user_id, { turn, posted, taken, letters }]) => letters.map((letter) => ({
      ...letter, user_id, epoch: 1, turn, stopped: false, last_message_at: new Date(at), posted_at: new Date(at),
      mail_taken: taken[0], mail_posted: posted[0], urgent_taken: taken[1], urgent_posted: posted[1],
    }))),
    'commit-turns': ([ids, , , turns, , , , mailTaken, urgentTaken]) => ids!.map((user_id, i) => {
      const learner = learners.get(String(user_id))!;
      learner.turn = Number(turns![i]);
      learner.taken = [Number(mailTaken![i]), Number(urgentTaken![i])];
      learner.letters = learner.letters.filter(({ lane, n }) => n > learner.taken[lane]);
      return { user_id, more: false, earlier: null };
    }),
  };
  const run = async <Row>({ name }: Statement, values: unknown[]): Promise<Row[]> => (rowsOf[name]?.(values as unknown[][]) ?? []) as Row[];
  const store = { run, transaction: (work: Parameters<Store['transaction']>[0]) => work({ run }) } as unknown as Store;
  const redis = {
    defineCommand: () => {},
    mget: async (keys: string[]) => keys.map((key) => copies.get(key) ?? null),
    writeSessions: async (count: number, ...rest: (string | number)[]) => {
      for (let i = 0; i < count; i += 1) copies.set(String(rest[i]), String(rest[count + 1 + i]));
    },
    writeCounts: async () => null,
  } as unknown as Redis;
  return { store, redis, now: () => later };
}

const userIdOf = (phone: string) => `00000000-0000-4000-8000-${phone.slice(1).padStart(12, '0')}`;
