// Keeps the letters a machine could not handle, so that nothing is lost and somebody can look.
import type { Statement, Transaction } from '../store/postgres.ts';
import type { Turned } from '../conversation/turn.ts';

const bury: Statement = {
  name: 'bury-letters',
  text: `
    insert into dead_letters (user_id, lane, n, body, error)
    select * from unnest($1::uuid[], $2::smallint[], $3::bigint[], $4::text[], $5::text[]) on conflict do nothing`,
};

/** Writes the dead letters of committed turns, in their transaction. */
export async function buryLetters(run: Transaction['run'], turns: readonly { userId: string; turned: Turned }[]): Promise<void> {
  const dead = turns.flatMap(({ userId, turned }) => turned.dead.map((d) => ({ userId, ...d })));
  if (dead.length === 0) return;
  await run(bury, [
    dead.map((d) => d.userId), dead.map((d) => d.letter.lane), dead.map((d) => d.letter.n),
    dead.map((d) => JSON.stringify(d.letter.mail)), dead.map((d) => d.error),
  ]);
}
