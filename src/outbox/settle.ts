// What delivery statuses tell: an outcome that was unknown is settled, a failure is written down.
import { decide } from '../channels/whatsapp/failures.ts';
import type { DeliveryStatus } from '../channels/whatsapp/inbound.ts';
import { pauseRefused } from '../learners/templates.ts';
import type { Statement, Store } from '../store/postgres.ts';
import { codeOf } from './finish.ts';
import { contentOf, readTag, type Said } from './say.ts';

// As a rule the row is long gone and this touches nothing. Rows are locked in the order of their names, as in finish.ts.
const takeSettled: Statement = {
  name: 'take-settled',
  text: `
    with mine as materialized (
      select o.user_id, o.seq, o.i, v.provider_id
      from outbox o join unnest($1::uuid[], $2::bigint[], $3::smallint[], $4::text[]) as v(user_id, seq, i, provider_id) using (user_id, seq, i)
      where o.kind = 'say' order by o.user_id, o.seq, o.i for update of o
    )
    delete from outbox o using mine v where o.user_id = v.user_id and o.seq = v.seq and o.i = v.i
    returning o.user_id, o.body, v.provider_id`,
};

const logSettled: Statement = {
  name: 'log-settled',
  text: `
    insert into conversation_logs (user_id, role, content, message_type, whatsapp_message_id)
    select user_id, 'assistant', content, type::message_type, id from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as v(user_id, content, type, id)
    on conflict do nothing`,
};

const noteFailures: Statement = {
  name: 'note-delivery-failures',
  text: `
    with v as (
      select * from unnest($1::uuid[], $2::bigint[], $3::smallint[], $4::text[], $5::int[], $6::text[], $7::text[])
        as v(user_id, seq, i, provider_id, code, action, detail)
    ), mine as materialized (
      select o.user_id, o.seq, o.i from outbox o join v using (user_id, seq, i) order by o.user_id, o.seq, o.i for update of o
    ), gone as (
      delete from outbox o using mine v where o.user_id = v.user_id and o.seq = v.seq and o.i = v.i returning 1
    )
    insert into delivery_failures (user_id, provider_id, code, action, detail)
    select user_id, provider_id, code, action, detail from v where (select count(*) from gone) >= 0 order by provider_id
    on conflict do nothing`,
};

export interface Settled {
  /** Failures that ask for a person's attention. */
  alerts: string[];
}

/** Applies a batch of statuses, in any order and any number of times. Rejects when the database cannot be reached. */
export async function settle(store: Store, statuses: readonly DeliveryStatus[]): Promise<Settled> {
  const named = statuses.map((status) => ({ status, row: status.tag === null ? null : readTag(status.tag) }));
  // A message has several statuses and one row.
  const arrived = [...new Map(named.flatMap(({ status, row }) => (row && status.status !== 'failed' ? [[status.tag, { ...row, id: status.providerId.slice(0, 100) }] as const] : []))).values()];
  if (arrived.length > 0) await settleArrived(store, arrived);
  const failed = named.filter(({ status }) => status.status === 'failed').map(({ status, row }) => ({
    row, status,
    failure: decide({ httpStatus: null, code: status.errorCode, subcode: null, retryAfterMs: null, attempt: 0, random: 0, detail: status.errorText ?? '' }),
  }));
  if (failed.length > 0) {
    await store.run(noteFailures, [
      failed.map((f) => f.row?.userId ?? null), failed.map((f) => f.row?.seq ?? null), failed.map((f) => f.row?.i ?? null),
      failed.map((f) => f.status.providerId.slice(0, 200)), failed.map((f) => codeOf(f.failure.code)), failed.map((f) => f.failure.action),
      failed.map((f) => f.failure.detail.replaceAll('\0', '').slice(0, 500)),
    ]);
    await pauseRefused(store, failed.flatMap(({ row, failure }) => (row && failure.action === 'template-off' ? [{ userId: row.userId, code: codeOf(failure.code) }] : [])));
  }
  return { alerts: failed.filter((f) => f.failure.alert).map((f) => `delivery failed with code ${f.failure.code}`) };
}

async function settleArrived(store: Store, arrived: readonly { userId: string; seq: number; i: number; id: string }[]): Promise<void> {
  const of = <T>(value: (a: (typeof arrived)[number]) => T) => arrived.map(value);
  const values = [of((a) => a.userId), of((a) => a.seq), of((a) => a.i), of((a) => a.id)];
  await store.transaction(async ({ run }) => {
    const rows = await run<{ user_id: string; body: string; provider_id: string }>(takeSettled, values);
    if (rows.length === 0) return;
    const bubbles = rows.map((row) => (JSON.parse(row.body) as Said).bubble);
    await run(logSettled, [rows.map((r) => r.user_id), bubbles.map(contentOf), bubbles.map((b) => (b.template ? 'template' : 'text')), rows.map((r) => r.provider_id)]);
  });
}
