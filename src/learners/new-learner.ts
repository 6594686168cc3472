// What is known of a learner before the first turn: what WhatsApp told us.
import { addressColumns, type Address } from './address.ts';
import type { Store, Statement } from '../store/postgres.ts';

export interface NewLearner {
  userId: string;
  name: string | null;
  /** E.164 with +, or null when WhatsApp left the number out. */
  phone: string | null;
  /** Something they said before suggests that they are under 18. */
  minor: boolean;
}

// Their first answer needs the address; it comes along, so that nothing is asked twice.
const readLearners: Statement = { name: 'read-new-learners', text: `select u.id, u.display_name, u.phone_number, u.metadata ? 'minor_since' as minor, ${addressColumns} from users u where u.id = any($1::uuid[])` };

interface Row extends Address {
  id: string;
  display_name: string | null;
  phone_number: string | null;
  minor: boolean;
}

/**
 * The learners of these ids by id.
 * @param learn told where each is reached
 */
export async function newLearners(store: Store, userIds: readonly string[], learn: (userId: string, address: Address) => void): Promise<Map<string, NewLearner>> {
  if (userIds.length === 0) return new Map();
  const rows = await store.run<Row>(readLearners, [userIds]);
  for (const { id, phone, bsuid } of rows) learn(id, { phone, bsuid });
  return new Map(rows.map((row) => [row.id, { userId: row.id, name: row.display_name, phone: row.phone_number, minor: row.minor }]));
}
