// Where a learner is reached: the number WhatsApp gave us, as it gave it, or the business-scoped user id.
import { LRUCache } from 'lru-cache';
import { gather } from '../store/gather.ts';
import type { Store, Statement } from '../store/postgres.ts';

export interface Address {
  /** E.164 with +, or null for a learner whose number WhatsApp keeps to itself. */
  phone: string | null;
  bsuid: string | null;
}

/** The columns of an {@link Address}; `users` is named u. */
export const addressColumns = `'+' || u.whatsapp_id as phone, (select value from identities i where i.user_id = u.id and i.kind = 'bsuid' order by created_at desc limit 1) as bsuid`;

const readAddresses: Statement = { name: 'read-addresses', text: `select u.id, ${addressColumns} from users u where u.id = any($1::uuid[])` };

// A changed number is noticed by other processes after this long.
const freshForMs = 60_000;

export interface Addresses {
  /** Calls made at about the same time share a statement. Null for a learner who is gone; rejects when the database cannot be reached. */
  of(userId: string): Promise<Address | null> | Address;
  /** Somebody else has just read it. */
  learn(userId: string, address: Address): void;
}

/** Opens what finds addresses and keeps them at hand for a while. */
export function openAddresses(store: Store): Addresses {
  const known = new LRUCache<string, Address>({ max: 50_000, ttl: freshForMs });
  const lookUp = gather<Address>(async (ids) => {
    const rows = await store.run<Address & { id: string }>(readAddresses, [ids]);
    for (const { id, phone, bsuid } of rows) known.set(id, { phone, bsuid });
    return new Map(rows.map(({ id, phone, bsuid }) => [id, { phone, bsuid }]));
  });

  return {
    of: (userId) => known.get(userId) ?? lookUp(userId).then((address) => address ?? null),
    learn: (userId, address) => void known.set(userId, address),
  };
}
