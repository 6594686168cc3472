// What delivery statuses tell: an outcome that was unknown is settled, a failure is written down.
import { decide } from '../channels/whatsapp/failures.ts';
import type { DeliveryStatus } from '../channels/whatsapp/inbound.ts';
import type { Statement, Store } from '../store/postgres.ts';
import { readTag } from './say.ts';

// As a rule the row is long gone and this touches nothing.
const settleSaid: Statement = {
  name: 'settle-said',
  text: `
    with v as (
      select * from unnest($1::uuid[], $2::bigint[], $3::smallint[], $4::text[]) as v(user_id, seq, i, provider_id)
    ), gone as (
      delete from outbox o using v where o.user_id = v.user_id and o.seq = v.seq and o.i = v.i and o.kind = 'say'
      returning o.user_id, o.seq, o.i, o.body, v.provider_id
    )
    insert into conversation_logs (user_id, role, content, message_type, whatsapp_message_id)
    select user_id, 'assistant', body::jsonb -> 'bubble' ->> 'text', 'text', provider_id from gone order by user_id, seq, i
    on conflict do nothing`,
};

const noteFailures: Statement = {
  name: 'note-delivery-failures',
  text: `
    with v as (
      select * from unnest($1::uuid[], $2::bigint[], $3::smallint[], $4::text[], $5::int[], $6::text[], $7::text[])
        as v(user_id, seq, i, provider_id, code, action, detail)
    ), gone as (
      delete from outbox o using v where o.user_id = v.user_id and o.seq = v.seq and o.i = v.i
    )
    insert into delivery_failures (user_id, provider_id, code, action, detail)
    select user_id, provider_id, code, action, detail from v on conflict do nothing`,
};

export interface Settled {
  /** Failures that ask for a person's attention. */
  alerts: string[];
}

/** Applies a batch of statuses, in any order and any number of times. Rejects when the database cannot be reached. */
export async function settle(store: Store, statuses: readonly DeliveryStatus[]): Promise<Settled> {
  const ours = statuses.flatMap((status) => {
    const row = status.tag === null ? null : readTag(status.tag);
    return row ? [{ ...row, status }] : [];
  });
  // A message has several statuses and one row.
  const arrived = [...new Map(ours.filter(({ status }) => status.status !== 'failed').map((o) => [o.status.tag, o])).values()];
  if (arrived.length > 0) {
    await store.run(settleSaid, [arrived.map((a) => a.userId), arrived.map((a) => a.seq), arrived.map((a) => a.i), arrived.map((a) => a.status.providerId.slice(0, 100))]);
  }
  const failed = statuses.filter((status) => status.status === 'failed').map((status) => {
    const row = status.tag === null ? null : readTag(status.tag);
    const failure = decide({ httpStatus: null, code: status.errorCode, subcode: null, retryAfterMs: null, attempt: 0, random: 0, detail: status.errorText ?? '' });
    return { row, status, failure };
  });
  if (failed.length > 0) {
    await store.run(noteFailures, [
      failed.map((f) => f.row?.userId ?? null), failed.map((f) => f.row?.seq ?? null), failed.map((f) => f.row?.i ?? null),
      failed.map((f) => f.status.providerId.slice(0, 200)), failed.map((f) => f.failure.code), failed.map((f) => f.failure.action), failed.map((f) => f.failure.detail),
    ]);
  }
  return { alerts: failed.filter((f) => f.failure.alert).map((f) => `delivery failed with code ${f.failure.code}`) };
}
