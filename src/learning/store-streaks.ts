// Keeps streaks in their table: written with the turn that changed them, read back, and settled by a sweep when they broke.
import type { StreakState } from '../../machines/vocabulary.ts'
import { formatInstant } from '../learners/calendar.ts'
import { dropReminders } from '../learners/reminders.ts'
import type { ZoneStay } from '../learners/zone-history.ts'
import type { Statement, Store, Transaction } from '../store/postgres.ts'
import { breaksAt, LATE_FINISH_MS, rollOver } from './streaks.ts'

/** A learner's streak and the zones that decide when it breaks. */
export interface KeptStreak {
  userId: string
  state: StreakState
  zones: readonly ZoneStay[]
}

const upsert: Statement = {
  name: 'save-streaks',
  text: `
    insert into streaks as s (user_id, days, best, freezes, counted, last_date, last_at, lost_days, lost_at, repaired_at, breaks_at)
    select * from unnest($1::uuid[], $2::int[], $3::int[], $4::smallint[], $5::int[], $6::date[], $7::timestamptz[], $8::int[], $9::timestamptz[], $10::timestamptz[], $11::timestamptz[])
      as v(user_id, days, best, freezes, counted, last_date, last_at, lost_days, lost_at, repaired_at, breaks_at) order by user_id
    on conflict (user_id) do update set (days, best, freezes, counted, last_date, last_at, lost_days, lost_at, repaired_at, breaks_at)
      = (excluded.days, excluded.best, excluded.freezes, excluded.counted, excluded.last_date, excluded.last_at, excluded.lost_days, excluded.lost_at, excluded.repaired_at, excluded.breaks_at)`,
}

/** Writes streaks, one statement for all; of several of one learner the last is kept. */
export async function saveStreaks(run: Transaction['run'], kept: readonly KeptStreak[]): Promise<void> {
  if (kept.length === 0) return
  const latest = [...new Map(kept.map((one) => [one.userId, one])).values()]
  const of = <T>(value: (state: StreakState) => T) => latest.map(({ state }) => value(state))
  await run(upsert, [
    latest.map(({ userId }) => userId), of((s) => s.days), of((s) => s.best), of((s) => s.freezes), of((s) => s.counted), of((s) => s.lastDate), of((s) => s.lastAt),
    of((s) => s.lost?.days ?? null), of((s) => s.lost?.at ?? null), of((s) => s.repairedAt), latest.map(({ state, zones }) => breaksAt(state, zones)),
  ])
}

interface Row {
  user_id: string
  days: number
  best: number
  freezes: number
  counted: number
  last_date: string | null
  last_at: Date | null
  lost_days: number | null
  lost_at: Date | null
  repaired_at: Date | null
  zones: ZoneStay[]
}

const iso = (at: Date | null) => at && formatInstant(at.getTime())

function keptOf(row: Row): KeptStreak {
  const { user_id: userId, days, best, freezes, counted, last_date: lastDate, last_at, lost_days, lost_at, repaired_at, zones } = row
  const lost = lost_days === null || lost_at === null ? null : { days: lost_days, at: formatInstant(lost_at.getTime()) }
  return { userId, zones, state: { days, best, freezes, counted, lastDate, lastAt: iso(last_at), lost, repairedAt: iso(repaired_at) } }
}

// Who has told no zone lives by the one that the profile guesses.
const columns = `
  s.user_id, s.days, s.best, s.freezes, s.counted, s.last_date::text, s.last_at, s.lost_days, s.lost_at, s.repaired_at,
  coalesce(
    (select jsonb_agg(jsonb_build_object('zone', z.zone, 'effectiveFrom', z.effective_from) order by z.effective_from) from zone_stays z where z.user_id = s.user_id),
    (select jsonb_build_array(jsonb_build_object('zone', coalesce(u.timezone, 'UTC'), 'effectiveFrom', '1970-01-01T00:00:00Z')) from users u where u.id = s.user_id)) as zones`

const load: Statement = { name: 'load-streaks', text: `select ${columns} from streaks s where s.user_id = any($1::uuid[])` }

/** The streaks of these learners, as they were last written; who never finished a lesson has none. */
export async function loadStreaks(run: Transaction['run'], userIds: readonly string[]): Promise<KeptStreak[]> {
  return (await run<Row>(load, [userIds])).map(keptOf)
}

// Rows that a turn has in hand are its own to write; the next sweep finds what is left.
const broken: Statement = {
  name: 'broken-streaks',
  text: `
    select ${columns} from streaks s where s.breaks_at < $1::timestamptz
    order by s.breaks_at limit $2 for update of s skip locked`,
}

/**
 * Settles the streaks that have broken for good: `days` becomes 0 and the lost count is kept for a repair. Reading
 * gives the same streak before and after, so the sweep may be late, run twice, or beside another.
 * @param now ms since the epoch
 * @param limit rows in one transaction; call again while it returns as many
 * @returns how many rows it looked at
 */
export function rollOverStreaks(store: Pick<Store, 'transaction'>, now: number, limit = 1_000): Promise<number> {
  return store.transaction(async ({ run }) => {
    const rows = (await run<Row>(broken, [formatInstant(now - LATE_FINISH_MS), limit])).map(keptOf)
    // A change of zone may have moved the break: such a streak stays as it is and is looked at again when it is due.
    const settled = rows.map((row) => ({ ...row, state: rollOver(row.state, formatInstant(now), row.zones) }))
    await saveStreaks(run, settled)
    await dropReminders(run, 'streak-saver', settled.filter(({ state }) => state.days === 0).map(({ userId }) => userId))
    return rows.length
  })
}
