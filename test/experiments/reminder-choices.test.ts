// Wordings are chosen for many at once, credited for a lesson within two hours of being shown, and learned from once.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { chooseWordings, creditLessons, eligibleWordings, noteShown, readBasis, reminderWording, tallyChoices } from '../../src/experiments/reminder-choices.ts'
import { rotateWordings, wordings } from '../../src/learning/reminder-wording.ts'
import { openWorld, type World } from '../world.ts'
import { seeded } from './simulate-wordings.ts'

const HOUR = 3_600_000
const now = Date.parse('2026-11-24T09:00:00Z')
let world: World
beforeAll(async () => { world = await openWorld('wordings') })
beforeEach(async () => {
  await world.empty()
  await world.rows('delete from wording_tallies')
  await world.rows(`update experiments set status = 'active'`)
})
afterAll(() => world.close())

const ask = (userIds: readonly string[], at = now, random = seeded(1)) =>
  world.store.transaction(async ({ run }) => chooseWordings(run, userIds.map((userId) => ({ userId, kind: 'daily', localDate: '2026-11-24' })), { now: at, random, basis: await readBasis(run) }))
const learners = async (count: number, variant = 'A') => {
  const ids: string[] = []
  for (let i = 0; i < count; i++) ids.push((await world.learner()).id)
  await world.store.knex.raw('insert into experiment_assignments (user_id, experiment_id, variant, assigned_at) select id, ?, ?, now() from unnest(?::uuid[]) as v(id)', [reminderWording, variant, ids])
  return ids
}
const shown = (userId: string, at: number) => world.store.transaction(({ run }) => noteShown(run, [{ userId, at }]))
const lesson = (userId: string, at: number) => world.store.transaction(({ run }) => creditLessons(run, [{ userId, at }]))
const streak = (userId: string, days: number, breaksAt: string) =>
  world.rows(`insert into streaks (user_id, days, best, freezes, counted, breaks_at) values ($1, $2, $3, 0, $4, $5)`, [userId, days, days, days, breaksAt])
const tallied = () => world.rows<{ wording: string; shown: number; rewards: number }>('select wording, shown, rewards from wording_tallies order by wording')

test('a wording about the streak needs three days of one that still stands', async () => {
  expect([eligibleWordings(2).includes('streak'), eligibleWordings(3).includes('streak')]).toEqual([false, true])
  const [none, short, long, broken] = await learners(4)
  await streak(short!, 2, '2026-11-26T00:00:00Z')
  await streak(long!, 3, '2026-11-26T00:00:00Z')
  await streak(broken!, 30, '2026-11-24T08:59:59Z')
  await ask([none!, short!, long!, broken!])
  const rows = await world.rows<{ user_id: string; eligible: string[] }>('select user_id, eligible from reminder_choices')
  expect(rows.filter(({ eligible }) => eligible.includes('streak')).map((row) => row.user_id)).toEqual([long])
})

test('nobody without a streak is ever told of one, however well those words do', async () => {
  const ids = await learners(40)
  await world.rows(`insert into wording_tallies (eligible, wording, shown, rewards, penalties) select $1::varchar[], w, 1000, case w when 'streak' then 900 else 100 end, 0 from unnest($2::varchar[]) as w`, [wordings.toSorted(), wordings.toSorted()])
  expect((await ask(ids)).filter((wording) => wording === 'streak')).toEqual([])
  await streak(ids[0]!, 9, '2026-11-26T00:00:00Z')
  expect(await ask([ids[0]!], now + HOUR)).toEqual(['streak'])
})

test('what was shown lately is logged with its penalty and chosen less', async () => {
  const [id] = await learners(1)
  const [first] = await ask([id!])
  await shown(id!, now + 60_000)
  const later = await world.rows<{ n: number }>(`select extract(epoch from seen_at)::float8 * 1000 as n from wordings_seen where user_id = $1 and wording = $2`, [id, first])
  expect(later).toEqual([{ n: now + 60_000 }])
  for (let day = 1; day <= 40; day++) await ask([id!], now + day * 24 * HOUR, seeded(day))
  const rows = await world.rows<{ wording: string; penalty: number; days: number }>(`select wording, penalty, extract(epoch from chosen_at - $1::timestamptz)::float8 / 86400 as days from reminder_choices where chosen_at > $2::timestamptz`, [new Date(now + 60_000).toISOString(), new Date(now + 60_000).toISOString()])
  for (const { wording, penalty, days } of rows) expect(penalty).toBeCloseTo(wording === first ? 0.017 * 0.5 ** (days / 15) : 0, 6)
  expect(rows.some(({ wording }) => wording === first)).toBe(true)
})

test('a lesson counts for the reminder shown up to two hours before it, once, and for no other', async () => {
  const [id] = await learners(1)
  const rewarded = () => world.rows<{ at: Date | null }>('select reward_at as at from reminder_choices order by chosen_at')
  await ask([id!], now)
  await lesson(id!, now + 60_000)
  expect(await rewarded()).toEqual([{ at: null }])
  await shown(id!, now + 120_000)
  await lesson(id!, now + 120_000 + 2 * HOUR + 1)
  expect(await rewarded()).toEqual([{ at: null }])
  await lesson(id!, now + 120_000 + 2 * HOUR)
  expect(await rewarded()).toEqual([{ at: new Date(now + 120_000 + 2 * HOUR) }])
  await lesson(id!, now + 180_000)
  expect(await rewarded()).toEqual([{ at: new Date(now + 120_000 + 2 * HOUR) }])
})

test('each choice is added once, three hours after it was shown, however many sum up at once; what was not shown never', async () => {
  const ids = await learners(30)
  const chosen = await ask(ids)
  for (const id of ids.slice(0, 20)) await shown(id, now)
  for (const id of ids.slice(0, 5)) await lesson(id, now + HOUR)
  expect(await tallyChoices(world.store, now + 3 * HOUR)).toBe(0)
  const added = await Promise.all([tallyChoices(world.store, now + 3 * HOUR + 1, 7), tallyChoices(world.store, now + 3 * HOUR + 1, 7)])
  expect(added[0] + added[1]).toBe(20)
  expect(await tallyChoices(world.store, now + 26 * HOUR)).toBe(0)
  const sums = await tallied()
  expect(sums.reduce((sum, row) => sum + row.shown, 0)).toBe(20)
  expect(sums.reduce((sum, row) => sum + row.rewards, 0)).toBe(5)
  expect(sums.map((row) => row.wording)).toEqual([...new Set(chosen.slice(0, 20))].toSorted())
  await tallyChoices(world.store, now + 91 * 24 * HOUR)
  expect(await world.rows('select 1 from reminder_choices')).toEqual([])
})

test('learners of variant B and everybody while the experiment is paused get wordings by turns', async () => {
  const byTurns = (ids: readonly string[]) => rotateWordings(ids.map((userId) => ({ userId, kind: 'daily', localDate: '2026-11-24' })))
  const others = await learners(12, 'B')
  expect(await ask(others)).toEqual(byTurns(others))
  expect(await world.rows('select count(*)::int as n from reminder_choices')).toEqual([{ n: 12 }])
  await world.rows(`update experiments set status = 'paused' where id = $1`, [reminderWording])
  const paused = await learners(12)
  expect(await ask(paused)).toEqual(byTurns(paused))
  expect(await world.rows('select count(*)::int as n from reminder_choices')).toEqual([{ n: 12 }])
})

test('learners without a variant are given one', async () => {
  const { id } = await world.learner()
  await ask([id])
  expect(await world.rows('select experiment_id, variant in (\'A\', \'B\') as known from experiment_assignments where user_id = $1', [id])).toEqual([{ experiment_id: reminderWording, known: true }])
})

test('a thousand learners take as many statements as one', async () => {
  const statements = async (count: number) => {
    const ids = await learners(count)
    let n = 0
    await world.store.transaction(async ({ run }) => chooseWordings((statement, values) => (n++, run(statement, values)), ids.map((userId) => ({ userId, kind: 'daily', localDate: '2026-11-24' })), { now, random: seeded(1), basis: await readBasis(run) }))
    return n
  }
  expect(await statements(200)).toBe(await statements(1))
})

test('what was learned fades by half in six weeks, once a day', async () => {
  await world.rows(`insert into wording_tallies (eligible, wording, shown, rewards, penalties, faded_at) values ('{a,b}', 'a', 100, 20, 4, $1)`, [new Date(now).toISOString()])
  const kept = () => world.rows('select shown, rewards, penalties from wording_tallies')
  await tallyChoices(world.store, now + 23 * HOUR)
  expect(await kept()).toEqual([{ shown: 100, rewards: 20, penalties: 4 }])
  await tallyChoices(world.store, now + 42 * 24 * HOUR)
  await tallyChoices(world.store, now + 42 * 24 * HOUR)
  expect(await kept()).toEqual([{ shown: 50, rewards: 10, penalties: 2 }])
})
