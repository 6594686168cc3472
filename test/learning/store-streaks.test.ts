// The stored streak is the lazy one: over ten thousand random lives, whatever sweeps came in between.
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { noStreak } from '../../machines/streak.logic.ts'
import type { StreakState } from '../../machines/vocabulary.ts'
import type { ZoneStay } from '../../src/learners/zone-history.ts'
import { loadStreaks, rollOverStreaks, saveStreaks } from '../../src/learning/store-streaks.ts'
import { countLesson, LATE_FINISH_MS, repairStreak, rollOver, streakAt, viewStreak } from '../../src/learning/streaks.ts'
import { keepStreakSavers } from '../../src/learning/streak-saver.ts'
import { openWorld, type World } from '../world.ts'
import { life, start, type Life } from './lives.ts'

const HOUR = 3_600_000
const iso = (at: number) => new Date(at).toISOString().replace('.000Z', 'Z')
const utc: ZoneStay[] = [{ zone: 'UTC', effectiveFrom: '1970-01-01T00:00:00Z' }]

let world: World
beforeAll(async () => { world = await openWorld('streaks') })
beforeEach(() => world.empty())
afterAll(() => world.close())

const people = async (zones: string[]): Promise<string[]> => {
  const ids = zones.map(() => randomUUID())
  await world.store.knex.raw('insert into users (id, timezone) select * from unnest(?::uuid[], ?::varchar[])', [ids, zones])
  return ids
}
const save = (userId: string, state: StreakState, zones = utc) => world.store.transaction(({ run }) => saveStreaks(run, [{ userId, state, zones }]))
const daily = (count: number, from = start) => Array.from({ length: count }, (_, i) => ({ begunAt: iso(from + i * 24 * HOUR), finishedAt: iso(from + i * 24 * HOUR + 60_000) }))
const lived = (count: number) => daily(count).reduce((state, lesson) => countLesson(state, lesson, utc), noStreak)
const sweep = async (now: number, limit = 4_000) => {
  let looked = 0
  for (let n = limit; n === limit; looked += n) n = await rollOverStreaks(world.store, now, limit)
  return looked
}

test('what is written is what is read', async () => {
  const states = [noStreak, lived(3), rollOver(lived(9), iso(start + 30 * 24 * HOUR), utc), repairStreak(lived(5), iso(start + 8 * 24 * HOUR + HOUR), utc)]
  expect(states[2]!.lost).not.toBeNull()
  expect(states[3]!.repairedAt).not.toBeNull()
  const ids = await people(states.map(() => 'UTC'))
  await world.store.transaction(({ run }) => saveStreaks(run, states.map((state, i) => ({ userId: ids[i]!, state, zones: utc }))))
  const read = new Map((await loadStreaks(world.store.run, ids)).map((kept) => [kept.userId, kept]))
  expect(ids.map((id) => read.get(id))).toEqual(ids.map((userId, i) => ({ userId, state: states[i], zones: utc })))
})

test('a break is settled an hour after it happened and not before, once, whatever the sweep’s limit', async () => {
  const ids = await people(['UTC', 'UTC', 'UTC'])
  for (const id of ids) await save(id, lived(3))
  await world.store.transaction(({ run }) => keepStreakSavers(run, ids.map((userId) => ({ userId, state: lived(3), zones: utc, dailyTime: '09:00', at: start + 60 * HOUR }))))
  expect(await world.rows(`select 1 from reminders where kind = 'streak-saver'`)).toHaveLength(3)
  // Two freezes carry it over two dates, so it breaks as the fourth date after the last lesson's begins.
  const brokenAt = Date.UTC(2026, 1, 26)
  expect(await sweep(brokenAt + LATE_FINISH_MS)).toBe(0)
  expect(await sweep(brokenAt + LATE_FINISH_MS + 1, 2)).toBe(3)
  expect(await world.rows('select distinct days, best, lost_days, lost_at, breaks_at from streaks')).toEqual([{ days: 0, best: 3, lost_days: 3, lost_at: new Date(brokenAt), breaks_at: null }])
  expect(await world.rows('select 1 from reminders')).toEqual([])
  expect(await sweep(brokenAt + 90 * 24 * HOUR)).toBe(0)
})

test('two sweeps at once settle each streak once', async () => {
  const ids = await people(Array.from({ length: 60 }, () => 'UTC'))
  await world.store.transaction(({ run }) => saveStreaks(run, ids.map((userId) => ({ userId, state: lived(3), zones: utc }))))
  const looked = await Promise.all([sweep(start + 30 * 24 * HOUR, 7), sweep(start + 30 * 24 * HOUR, 7)])
  expect(looked[0] + looked[1]).toBe(60)
})

test('the longest streaks come first by the table alone', async () => {
  const ids = await people(['UTC', 'UTC', 'UTC'])
  for (const [i, days] of [2, 9, 5].entries()) await save(ids[i]!, lived(days))
  expect((await world.rows<{ user_id: string }>('select user_id from streaks order by days desc')).map((row) => row.user_id)).toEqual([ids[1], ids[2], ids[0]])
})

test('after sweeps at any instants the table says what the whole history says, for 10,000 random lives', async () => {
  const lives: Life[] = fc.sample(life, { numRuns: 10_000, seed: 20261122 })
  const ids = await people(lives.map(({ zones }) => zones[0]!.zone))
  const known = (who: number, now: number) => lives[who]!.zones.filter(({ effectiveFrom }) => Date.parse(effectiveFrom) <= now)
  // Of two stays that begin at one instant the one named last holds.
  const moves = lives.flatMap(({ zones }, who) => [...new Map(zones.map(({ zone, effectiveFrom }) => [effectiveFrom, { who, zone, at: Date.parse(effectiveFrom) }])).values()])
  const events = lives.flatMap(({ lessons, repairs }, who) => [
    ...lessons.map((lesson) => ({ who, at: Date.parse(lesson.finishedAt), apply: (state: StreakState) => countLesson(state, lesson, known(who, Date.parse(lesson.finishedAt))) })),
    ...repairs.map((at) => ({ who, at: Date.parse(at), apply: (state: StreakState) => repairStreak(state, at, known(who, Date.parse(at))) })),
  ]).sort((a, b) => a.at - b.at)
  const states = new Map<number, StreakState>()
  const seen = { settled: 0, broken: 0, frozen: 0, alive: 0 }
  const whoIs = new Map(ids.map((id, who) => [id, who]))
  let next = 0
  for (let round = 1; round <= 8; round++) {
    const now = start + round * 107 * HOUR
    const changed = new Set<number>()
    for (; next < events.length && events[next]!.at <= now; next++) {
      const { who, apply } = events[next]!
      states.set(who, apply(states.get(who) ?? noStreak))
      changed.add(who)
    }
    // A move is saved with the zones and the streak, as a profile is.
    const moved = moves.filter(({ at }) => at <= now && at > now - 107 * HOUR - (round === 1 ? 31 * 24 * HOUR : 0))
    for (const { who } of moved) if (states.has(who)) changed.add(who)
    await world.store.knex.raw('insert into zone_stays (user_id, zone, effective_from) select * from unnest(?::uuid[], ?::varchar[], ?::timestamptz[]) on conflict (user_id, effective_from) do update set zone = excluded.zone', [moved.map(({ who }) => ids[who]!), moved.map(({ zone }) => zone), moved.map(({ at }) => iso(at))])
    await world.store.transaction(({ run }) => saveStreaks(run, [...changed].map((who) => ({ userId: ids[who]!, state: states.get(who)!, zones: known(who, now) }))))
    seen.settled += await sweep(now)
    // Every other learner goes on from what the sweep has left, the rest from what their own conversation remembers.
    const swept = await loadStreaks(world.store.run, [...states.keys()].filter((who) => who % 2 === 0).map((who) => ids[who]!))
    for (const { userId, state } of swept) states.set(whoIs.get(userId)!, state)
    if (round % 4 > 0) continue
    const stored = new Map((await loadStreaks(world.store.run, ids)).map((kept) => [kept.userId, kept]))
    for (const [who, one] of lives.entries()) {
      const kept = stored.get(ids[who]!) ?? { state: noStreak, zones: known(who, now) }
      const lazy = streakAt({ ...one, now: iso(now) })
      expect(viewStreak(kept.state, iso(now), kept.zones)).toEqual(lazy)
      // What SQL sorts by is the truth too, but for the hour in which a late lesson may still save it.
      if (lazy.brokenAt === null || now - Date.parse(lazy.brokenAt) > LATE_FINISH_MS) expect(kept.state.days).toBe(lazy.days)
      seen.broken += lazy.state === 'broken' ? 1 : 0
      seen.frozen += lazy.state === 'frozen' ? 1 : 0
      seen.alive += lazy.days > 0 ? 1 : 0
    }
  }
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(100)
}, 240_000)
