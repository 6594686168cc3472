// After a release: has every session that an earlier chart wrote looked at once, also those of learners who say nothing.
import { keyOf, lanes } from '../mailbox/letter.ts';
import type { Post } from '../mailbox/post.ts';
import type { Statement, Store } from '../store/postgres.ts';
import type { Chart } from './chart.ts';

const ofEarlierCharts: Statement = {
  name: 'sessions-of-earlier-charts',
  text: `
    select s.user_id, s.seq, m.urgent_taken from sessions s join mailboxes m using (user_id)
    where (s.chart < $1 or s.chart > $1) and s.version <= $2 limit $3`,
};

/**
 * Posts a letter to each of up to `limit` sessions of other charts. Resolves with how many; zero when all is adopted.
 * While a letter lies unread, posting it again changes nothing; one that a worker of the earlier release took is followed by another.
 */
export async function sweepDeployed(store: Store, post: Post, chart: Chart, limit = 500): Promise<number> {
  const rows = await store.run<{ user_id: string; seq: number; urgent_taken: number }>(ofEarlierCharts, [chart.fingerprint, chart.version, limit]);
  await post(rows.map(({ user_id, seq, urgent_taken }) => ({ userId: user_id, lane: lanes.urgent, key: keyOf('deployed', `${chart.fingerprint}:${seq}:${urgent_taken}`), mail: { kind: 'deployed' } })));
  return rows.length;
}
