// Where a learner is reached: the number WhatsApp gave us, as it gave it, or the business-scoped user id.
import { LRUCache } from 'lru-cache';
import { gather } from '../store/gather.ts';
import type { Store, Statement } from '../store/postgres.ts';

export interface Address {
  /** E.164 with +, or null for a learner whose number WhatsApp keeps to itself. */
  phone: string | null;
  bsuid: string | null;
}

const readAddresses: Statement = {
  name: 'read-addresses',
  text: `
    select u.id, '+' || u.whatsapp_id as phone, (select value from identities i where i.user_id = u.id and i.kind = 'bsuid' order by created_at desc limit 1) as bsuid
    from users u where u.id = any($1::uuid[])`,
};

// A changed number is noticed by other processes after this long.
const freshForMs = 60_000;

/** Makes the function that finds addresses; calls made at about the same time share a statement. Null for a learner who is gone; rejects when the database cannot be reached. */
export function createAddresses(store: Store): (userId: string) => Promise<Address | null> | Address {
  const known = new LRUCache<string, Address>({ max: 50_000, ttl: freshForMs });
  const lookUp = gather<Address>(async (ids) => {
    const rows = await store.run<Address & { id: string }>(readAddresses, [ids]);
    for (const { id, phone, bsuid } of rows) known.set(id, { phone, bsuid });
    return new Map(rows.map(({ id, phone, bsuid }) => [id, { phone, bsuid }]));
  });

  return (userId) => known.get(userId) ?? lookUp(userId).then((address) => address ?? null);
}
