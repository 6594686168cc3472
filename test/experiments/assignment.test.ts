// A learner's variant is given once and never changes.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { assign, isRunning, variantFor } from '../../src/experiments/assignment.ts'
import { openWorld, type World } from '../world.ts'

let world: World
beforeAll(async () => { world = await openWorld('assignment') })
beforeEach(() => world.empty())
afterAll(() => world.close())
const at = Date.parse('2026-11-24T09:00:00Z')

test('the same names give the same variant, and B its share', () => {
  const ids = Array.from({ length: 10_000 }, () => randomUUID())
  const bs = ids.filter((id) => variantFor('x', id, 0.1) === 'B')
  expect(bs.length).toBeGreaterThan(850)
  expect(bs.length).toBeLessThan(1_150)
  expect(bs.every((id) => variantFor('x', id, 0.1) === 'B')).toBe(true)
  expect(ids.every((id) => variantFor('x', id, 0) === 'A' && variantFor('x', id, 1) === 'B')).toBe(true)
})

test('what was given stays, whatever the share is now, also when two ask at once', async () => {
  await world.rows(`insert into experiments (id, status) values ('test-share', 'active') on conflict do nothing`)
  const ids = [(await world.learner()).id, (await world.learner()).id, (await world.learner()).id]
  const all = (shareOfB: number) => world.store.transaction(({ run }) => assign(run, 'test-share', ids, at, shareOfB))
  const first = new Map(ids.map((id) => [id, 'A']))
  expect(await all(0)).toEqual(first)
  expect(await Promise.all([all(1), all(1)])).toEqual([first, first])
  expect(await world.rows('select count(*)::int as n from experiment_assignments')).toEqual([{ n: 3 }])
})

test('an experiment runs while it is active; a paused one and one that nobody knows do not', async () => {
  await world.rows(`insert into experiments (id, status) values ('test-active', 'active'), ('test-paused', 'paused') on conflict do nothing`)
  expect(await Promise.all(['test-active', 'test-paused', 'test-unknown'].map((id) => isRunning(world.store.run, id)))).toEqual([true, false, false])
})
