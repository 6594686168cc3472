// Writes down what became of effects that left, many at a time: the row goes, the conversation log gains what was said.
import { pauseRefused } from '../learners/templates.ts';
import { companyMs } from '../mailbox/company.ts';
import type { Store, Statement } from '../store/postgres.ts';
import type { OutboxRow } from '../mailbox/commit.ts';

/** An effect that is done with. `said`: it reached WhatsApp as this message. `failed`: it will never arrive, and why. */
export interface Finished {
  row: Pick<OutboxRow, 'userId' | 'seq' | 'i'>;
  said?: { content: string; type: 'text' | 'template'; providerId: string };
  failed?: { code: number | null; action: string; detail: string };
  /** Called when it is on disk. */
  written?: () => void;
}

// Rows are locked in the order of their names, here and wherever else they are taken away, and the log is written after
// that: a status for the same message may arrive at the same moment, and neither must wait for the other in a circle.
// The count is what makes PostgreSQL delete first. What was said is logged even when its row is gone: STOP may have taken it back while it was on its way. A status may
// have logged it already; the message's id keeps it to once.
const finishRows: Statement = {
  name: 'finish-outbox',
  text: `
    with v as (
      select * from unnest($1::uuid[], $2::bigint[], $3::smallint[], $4::text[], $5::text[], $6::text[], $7::int[], $8::text[], $9::text[])
        as v(user_id, seq, i, content, type, provider_id, code, action, detail)
    ), mine as materialized (
      select v.* from outbox o join v using (user_id, seq, i) order by user_id, seq, i for update of o
    ), gone as (
      delete from outbox o using mine v where o.user_id = v.user_id and o.seq = v.seq and o.i = v.i
      returning v.*
    ), failed as (
      insert into delivery_failures (user_id, provider_id, code, action, detail)
      select user_id, provider_id, code, action, detail from gone where action is not null
    )
    insert into conversation_logs (user_id, role, content, message_type, whatsapp_message_id)
    select user_id, 'assistant', content, type::message_type, provider_id from v where content is not null and (select count(*) from gone) >= 0 order by user_id, seq, i
    on conflict do nothing`,
};

const largestBatch = 300;
const longestWaitMs = 10;

export interface Finish {
  (finished: Finished): void;
  /** Resolves when all that was finished is on disk. */
  idle(): Promise<void>;
}

/** Makes the function that finishes effects. While the database is away they are kept and tried again. */
export function createFinish(store: Store, onError: (error: Error) => void): Finish {
  let waiting: Finished[] = [];
  let writing: Promise<void> | null = null;
  let lastSize = 0;

  const write = async () => {
    // What is finished in one round of the event loop goes together.
    const wait = companyMs(lastSize, longestWaitMs);
    await (wait === 0 ? new Promise(setImmediate) : new Promise((resolve) => setTimeout(resolve, wait)));
    while (waiting.length > 0) {
      lastSize = waiting.length;
      const batch = waiting.splice(0, largestBatch);
      try {
        await finish(store, batch);
        for (const { written } of batch) written?.();
      } catch (error) {
        onError(error as Error);
        if (isBadData(error)) await oneByOne(batch);
        else {
          waiting = [...batch, ...waiting];
          await new Promise((resolve) => setTimeout(resolve, 250));
        }
      }
    }
  };
  // A row that PostgreSQL refuses must not keep the others from being finished, or they would be sent again.
  const oneByOne = async (batch: readonly Finished[]) => {
    for (const one of batch) {
      await finish(store, [one])
        .catch(() => finish(store, [{ row: one.row }]))
        .then(() => one.written?.(), onError);
    }
  };
  const finishOne = (finished: Finished) => {
    waiting.push(finished);
    writing ??= write().finally(() => {
      writing = null;
    });
  };
  return Object.assign(finishOne, { idle: async () => { while (writing) await writing; } });
}

/** Writes one batch of finished effects. */
export async function finish(store: Store, batch: readonly Finished[]): Promise<void> {
  const of = <T>(value: (f: Finished) => T) => batch.map(value);
  await store.run(finishRows, [
    of((f) => f.row.userId), of((f) => f.row.seq), of((f) => f.row.i),
    of((f) => f.said?.content ?? null), of((f) => f.said?.type ?? null), of((f) => f.said?.providerId.slice(0, 100) ?? null),
    of((f) => codeOf(f.failed?.code ?? null)), of((f) => f.failed?.action ?? null), of((f) => f.failed?.detail.replaceAll('\0', '').slice(0, 500) ?? null),
  ]);
  await pauseRefused(store, batch.flatMap(({ row, failed }) => (failed?.action === 'template-off' ? [{ userId: row.userId, code: codeOf(failed.code) }] : [])));
}

const largestInteger = 2 ** 31 - 1;

/** An error code as the database can hold it; one that is no 32-bit integer becomes null. */
export const codeOf = (code: number | null): number | null => (code !== null && Math.abs(code) <= largestInteger ? code : null);

// Class 22 is data that does not fit, class 23 a constraint.
const isBadData = (error: unknown): boolean => /^2[23]/.test(String((error as { code?: unknown }).code ?? ''));
