// Takes over effects whose lease has run out: retries that are due, and what a dead process left behind.
import type { Store, Statement } from '../store/postgres.ts';
import { leaseSeconds } from '../mailbox/claim.ts';
import type { OutboxRow } from '../mailbox/commit.ts';

/**
 * How much longer an effect of another process is left alone, seconds. Its outcome is unknown: WhatsApp may have taken it,
 * and then a status with its tag arrives within this time and settles it.
 */
export const settleSeconds = 3;

/** The owner of effects that were put back: whoever sweeps next may take them. */
export const nobody = 'nobody';

interface Row {
  user_id: string;
  seq: number;
  i: number;
  kind: string;
  body: string;
  attempts: number;
  window_until: Date | null;
}

// Replies to one learner leave in order: only the first of a learner's `say` rows may be taken.
const claimDue: Statement = {
  name: 'claim-outbox',
  text: `
    with due as (
      select user_id, seq, i from outbox o
      where o.lease_until < now() and o.lease_until < now() - case when o.owner in ($1, '${nobody}') then interval '0' else interval '${settleSeconds} seconds' end
        and (o.kind <> 'say' or not exists (select from outbox e where e.user_id = o.user_id and e.kind = 'say' and (e.seq, e.i) < (o.seq, o.i)))
      order by o.lease_until limit $2 for update skip locked
    )
    update outbox o set owner = $1, lease_until = now() + interval '${leaseSeconds} seconds', attempts = o.attempts + 1
    from due d where o.user_id = d.user_id and o.seq = d.seq and o.i = d.i
    returning o.user_id, o.seq, o.i, o.kind, o.body, o.attempts,
      (select last_message_at + interval '24 hours' from mailboxes m where m.user_id = o.user_id) as window_until`,
};

/** Claims up to `limit` effects that are due. The window is read afresh: the learner may have written since. */
export async function claimDueEffects(store: Store, owner: string, limit: number): Promise<OutboxRow[]> {
  const rows = await store.run<Row>(claimDue, [owner, limit]);
  return rows.map((r) => ({ userId: r.user_id, seq: r.seq, i: r.i, kind: r.kind, body: r.body, attempts: r.attempts, windowUntil: r.window_until?.getTime() ?? null }));
}

// Skips what is locked: that is being finished at this moment, and waiting for it could end in a deadlock.
const renewLeases: Statement = {
  name: 'renew-outbox-leases',
  text: `
    with mine as (
      select o.user_id, o.seq, o.i from outbox o join unnest($1::uuid[], $2::bigint[], $3::smallint[]) as v(user_id, seq, i) using (user_id, seq, i)
      where o.owner = $4 for update of o skip locked
    )
    update outbox o set lease_until = now() + interval '${leaseSeconds} seconds' from mine m
    where o.user_id = m.user_id and o.seq = m.seq and o.i = m.i`,
};

/** Keeps effects that take longer than a lease. */
export async function renewEffects(store: Store, owner: string, rows: readonly OutboxRow[]): Promise<void> {
  if (rows.length > 0) await store.run(renewLeases, [rows.map((r) => r.userId), rows.map((r) => r.seq), rows.map((r) => r.i), owner]);
}

// All that a learner is still to hear goes back with it: were some kept in hand, they would overtake it.
const putBack: Statement = {
  name: 'put-back-effect',
  text: `
    with mine as materialized (
      select o.user_id, o.seq, o.i from outbox o
      where o.user_id = $1 and o.owner = $5 and ((o.seq = $2 and o.i = $3) or ($6 and o.kind = 'say'))
      order by o.seq, o.i for update of o
    )
    update outbox o set owner = '${nobody}', lease_until = case when o.seq = $2 and o.i = $3 then now() + $4 * interval '1 millisecond' else now() end
    from mine m where o.user_id = m.user_id and o.seq = m.seq and o.i = m.i`,
};

/** Puts an effect off for `ms`; a `say` takes the rest of its learner's lane with it. */
export async function putBackEffect(store: Store, owner: string, row: OutboxRow, ms: number): Promise<void> {
  await store.run(putBack, [row.userId, row.seq, row.i, Math.round(ms), owner, row.kind === 'say']);
}

const place: Statement = {
  name: 'place-in-lane',
  text: `
    select exists (select from outbox o where o.user_id = $1 and o.seq = $2 and o.i = $3) as there,
      not exists (select from outbox e where e.user_id = $1 and e.kind = 'say' and (e.seq, e.i) < ($2, $3)) as first`,
};

/** `first`: nothing that the learner should hear earlier is still waiting. `there`: nobody took it back or settled it. */
export async function placeOf(store: Store, row: OutboxRow): Promise<{ there: boolean; first: boolean }> {
  return (await store.run<{ there: boolean; first: boolean }>(place, [row.userId, row.seq, row.i]))[0]!;
}
