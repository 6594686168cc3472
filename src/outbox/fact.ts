// What machines `emit`: facts for analytics, without anybody's words.
import type { Statement, Transaction } from '../store/postgres.ts';

const insertFacts: Statement = {
  name: 'insert-facts',
  text: 'insert into facts (user_id, type, data, at) select * from unnest($1::uuid[], $2::varchar[], $3::jsonb[], $4::timestamptz[])',
};

/** Writes facts. `at` of the event, ms since the epoch, is when it happened; without it, now. */
export async function writeFacts(run: Transaction['run'], facts: readonly { userId: string; event: { type: string } & Record<string, unknown> }[]): Promise<void> {
  if (facts.length === 0) return;
  await run(insertFacts, [
    facts.map((f) => f.userId),
    facts.map((f) => f.event.type),
    facts.map(({ event: { type: _type, at: _at, ...data } }) => JSON.stringify(data)),
    facts.map(({ event }) => new Date(typeof event.at === 'number' ? event.at : Date.now()).toISOString()),
  ]);
}
