// The job `recompute-due-times`: when this runtime knows newer clock rules than those that due times were computed with, computes them again.
import { fireOn } from '../src/learners/calendar.ts';
import { tzdb } from '../src/learners/offsets.ts';
import { beforeAllIds, pagesOf } from '../src/store/pages.ts';
import type { Statement, Store } from '../src/store/postgres.ts';
import type { Job } from './job.ts';

const newest: Statement = { name: 'newest-tz-version', text: 'select max(version) as version from tz_versions' };
const noteVersion: Statement = { name: 'note-tz-version', text: 'insert into tz_versions (version, recomputed_at) values ($1, $2) on conflict do nothing' };
const page: Statement = {
  name: 'reminders-page',
  text: `
    select user_id, kind, zone, to_char(local_time, 'HH24:MI') as time, local_date::text as date, due_at from reminders
    where (user_id, kind) > ($1::uuid, $2) order by user_id, kind limit $3`,
};
// A row that was moved on meanwhile was computed by the new rules already.
const setDue: Statement = {
  name: 'recompute-reminders',
  text: `
    update reminders r set due_at = v.due
    from unnest($1::uuid[], $2::varchar[], $3::date[], $4::timestamptz[], $5::timestamptz[]) as v(user_id, kind, date, before, due)
    where r.user_id = v.user_id and r.kind = v.kind and r.local_date = v.date and r.due_at = v.before`,
};

interface Row {
  user_id: string;
  kind: string;
  zone: string;
  time: string;
  date: string;
  due_at: Date;
}

const pageSize = 1_000;

/**
 * Recomputes every due time from its zone, hour and local date, unless these or newer rules have done so before. Of two
 * releases side by side the one with the newer rules wins.
 * @param version the runtime's tz database, such as “2026c”
 * @returns how many due times changed, or null when there was nothing to do
 */
export async function recompute(store: Store, version: string, now: number, fire: (zone: string, time: string, date: string) => string = fireOn): Promise<number | null> {
  const [known] = await store.run<{ version: string | null }>(newest, []);
  if (known?.version && known.version >= version) return null;
  let changed = 0;
  for await (const rows of pagesOf<Row>(store, page, pageSize, [beforeAllIds, ''], (row) => [row.user_id, row.kind])) {
    const moved = rows.flatMap((row) => {
      const due = safely(() => fire(row.zone, row.time, row.date));
      // A reminder that follows a lesson is due within its minute.
      return due !== null && Math.abs(Date.parse(due) - row.due_at.getTime()) >= 60_000 ? [{ ...row, due }] : [];
    });
    if (moved.length > 0) await store.run(setDue, [moved.map((m) => m.user_id), moved.map((m) => m.kind), moved.map((m) => m.date), moved.map((m) => m.due_at.toISOString()), moved.map((m) => m.due)]);
    changed += moved.length;
  }
  await store.run(noteVersion, [version, new Date(now).toISOString()]);
  return changed;
}

// A zone that these rules do not know keeps the due time it has.
function safely(compute: () => string): string | null {
  try {
    return compute();
  } catch {
    return null;
  }
}

export const recomputeDueTimesJob: Job = {
  name: 'recompute-due-times',
  cron: '10 3 * * *',
  about: 'computes due times again when the clock rules of a country have changed',
  atStart: true,
  async run({ store, now }) {
    const changed = await recompute(store, tzdb, now());
    return changed === null ? `nothing newer than ${tzdb}` : `${changed} moved by ${tzdb}`;
  },
};
