// Gives each learner a variant of an experiment, once and for good, and says whether it runs.
import { createHash } from 'node:crypto';
import type { Statement, Transaction } from '../store/postgres.ts';

type Run = Transaction['run'];
/** What the data contract knows: A is what is tried, B what it is held against. */
export type Variant = 'A' | 'B';

/** A learner's variant: the same for the same names, and B for so large a share of learners. Pure. @param shareOfB 0 to 1 */
export function variantFor(experiment: string, userId: string, shareOfB: number): Variant {
  const drawn = createHash('sha256').update(`${experiment}:${userId}`).digest().readUInt32BE(0) / 2 ** 32;
  return drawn < shareOfB ? 'B' : 'A';
}

const status: Statement = { name: 'experiment-status', text: 'select status::text from experiments where id = $1' };

/** Whether an experiment is there and not paused. */
export async function isRunning(run: Run, experiment: string): Promise<boolean> {
  const [row] = await run<{ status: string }>(status, [experiment]);
  return row?.status === 'active';
}

// What was given stays, whatever the share is now.
const give: Statement = {
  name: 'assign-variants',
  text: `
    with added as (
      insert into experiment_assignments (user_id, experiment_id, variant, assigned_at)
      select v.user_id, $1, v.variant, $4 from unnest($2::uuid[], $3::varchar[]) as v(user_id, variant) order by v.user_id
      on conflict (user_id, experiment_id) do nothing returning user_id, variant)
    select user_id, variant from added
    union all select user_id, variant from experiment_assignments where experiment_id = $1 and user_id = any($2::uuid[])`,
};

/** The variants of these learners; who has none yet is given one. @param at ms since the epoch */
export async function assign(run: Run, experiment: string, userIds: readonly string[], at: number, shareOfB: number): Promise<Map<string, Variant>> {
  const ids = [...new Set(userIds)];
  const rows = await run<{ user_id: string; variant: Variant }>(give, [experiment, ids, ids.map((id) => variantFor(experiment, id, shareOfB)), new Date(at).toISOString()]);
  return new Map(rows.map((row) => [row.user_id, row.variant]));
}
