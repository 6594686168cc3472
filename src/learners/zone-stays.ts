// Keeps which zone each learner has lived by since when: what has happened keeps the date it was given.
import type { Statement, Transaction } from '../store/postgres.ts';

// One row a move. Before the first stay the first zone holds, so where a learner began needs no row from the beginning of time.
const addMoves: Statement = {
  name: 'add-zone-stays',
  text: `
    insert into zone_stays (user_id, effective_from, zone)
    select v.user_id, v.at, v.zone from unnest($1::uuid[], $2::varchar[], $3::timestamptz[]) as v(user_id, zone, at)
    where v.zone is distinct from (select z.zone from zone_stays z where z.user_id = v.user_id order by z.effective_from desc limit 1)
    on conflict (user_id, effective_from) do update set zone = excluded.zone`,
};

/** Notes the zone that each learner lives by from `at` (ms since the epoch) on; nothing when it is the one they had. At most one row a learner. */
export async function noteZones(run: Transaction['run'], moves: readonly { userId: string; zone: string; at: number }[]): Promise<void> {
  await run(addMoves, [moves.map((m) => m.userId), moves.map((m) => m.zone), moves.map((m) => new Date(m.at).toISOString())]);
}
