// The table of effects that are written with their turn: it agrees with the machines and the folder, and a turn is never half done.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openingContext } from '../../machines/conversation.logic.ts';
import { noStreak } from '../../machines/streak.logic.ts';
import { effectNames, type Context } from '../../machines/vocabulary.ts';
import { records, writeRecords } from '../../src/outbox/records.ts';
import type { Turned } from '../../src/conversation/turn.ts';
import { openWorld, type World } from '../world.ts';
import { sayRow } from './rows.ts';

let world: World;
beforeAll(async () => { world = await openWorld('records'); });
beforeEach(() => world.empty());
afterAll(() => world.close());

const turned = (own: Partial<Turned>): Turned => ({
  session: null, taken: [0, 0], held: false, stopped: false, lookAgainAt: null, bubbles: [], until: null, starts: [], facts: [], records: [], heard: [], dead: [], ...own,
});
const record = (type: string, params: Record<string, unknown> = {}) => ({ type, params, context: {}, at: Date.parse('2030-01-01T12:00:00Z') });
const write = (...turns: { userId: string; turned: Turned }[]) => world.store.transaction(({ run }) => writeRecords(run, turns));

test('every effect that a machine may name is in the table, and nothing else is', () => {
  expect(Object.keys(records).toSorted()).toEqual(effectNames.filter((name) => name !== 'say').toSorted());
});

test('each effect has a file of its own name; unsilence shares its twin\'s', () => {
  const files = readdirSync(path.resolve(import.meta.dirname, '../../src/outbox'));
  for (const name of Object.keys(records)) if (name !== 'unsilence') expect(files).toContain(`${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`);
});

test('an effect nobody knows fails the transaction, and nothing beside it is written', async () => {
  const { id } = await world.learner();
  await expect(write({ userId: id, turned: turned({ records: [record('callHuman'), record('makeCoffee')] }) })).rejects.toThrow('makeCoffee');
  expect(await world.rows('select 1 from human_requests')).toEqual([]);
});

test('facts are written with their time and without their type twice', async () => {
  const { id } = await world.learner();
  await write({ userId: id, turned: turned({ facts: [{ type: 'lesson.finished', right: 4, at: Date.parse('2030-01-01T12:00:00Z') }] }) });
  expect(await world.rows('select user_id, type, data, at from facts')).toEqual([{ user_id: id, type: 'lesson.finished', data: { right: 4 }, at: new Date('2030-01-01T12:00:00Z') }]);
});

test('a person is asked for once per reason while nobody has answered', async () => {
  const { id } = await world.learner();
  for (const reason of ['asked', 'asked', 'erase']) await write({ userId: id, turned: turned({ records: [record('callHuman', { reason })] }) });
  expect(await world.rows('select reason from human_requests order by id')).toEqual([{ reason: 'asked' }, { reason: 'erase' }]);
});

test('who sounds like a minor is remembered with the person, the first time for good, and loses the flirty voice', async () => {
  const { id } = await world.learner();
  await world.rows(`insert into user_settings (user_id, persona_style) values ($1, 'flirty')`, [id]);
  await write({ userId: id, turned: turned({ records: [record('recordMinor')] }) });
  const since = await world.rows(`select metadata->>'minor_since' as since from users where id = $1`, [id]);
  expect(since[0]!.since).toMatch(/^\d{4}-\d\d-\d\dT/);
  await write({ userId: id, turned: turned({ records: [{ ...record('recordMinor'), at: Date.parse('2031-01-01T00:00:00Z') }] }) });
  expect(await world.rows(`select metadata->>'minor_since' as since from users where id = $1`, [id])).toEqual(since);
  expect(await world.rows('select persona_style from user_settings where user_id = $1', [id])).toEqual([{ persona_style: 'funny' }]);
});

test('silence takes back what was to be said before its turn; not its own reply, not jobs, not others\' replies', async () => {
  const [ana, ben] = await Promise.all([world.learner(), world.learner()]);
  await world.rows('insert into mailboxes (user_id, turn) values ($1, 3), ($2, 3)', [ana.id, ben.id]);
  for (const seq of [1, 2, 3]) await sayRow(world, ana.id, seq, `a${seq}`);
  await sayRow(world, ben.id, 1, 'b1');
  await world.rows(`insert into outbox (user_id, seq, i, kind, body, owner, lease_until) values ($1, 1, 1, 'start', '{}', 'x', now())`, [ana.id]);
  await write({ userId: ana.id, turned: turned({ records: [record('silence')] }) });
  expect(await world.rows('select user_id, seq::int, kind from outbox order by kind, seq, user_id = $1', [ana.id])).toEqual([
    { user_id: ben.id, seq: 1, kind: 'say' }, { user_id: ana.id, seq: 3, kind: 'say' }, { user_id: ana.id, seq: 1, kind: 'start' },
  ]);
});

test('a lesson counts on the learner’s own date, the one it was begun on when it took an hour or less', async () => {
  const days = async (zone: string, begunAt: string, at: string, before: Partial<Context> = {}) => {
    const { id } = await world.learner();
    const context = { ...openingContext({ zone }), ...before, lesson: { begunAt: Date.parse(begunAt) } } as unknown as Record<string, unknown>;
    await write({ userId: id, turned: turned({ records: [{ type: 'recordLesson', params: {}, context, at: Date.parse(at) }] }) });
    return world.rows('select date::text, lessons_completed as lessons, streak_active as streak from daily_stats where user_id = $1', [id]);
  };
  const on = (date: string) => [{ date, lessons: 1, streak: true }];
  // Across midnight, within the hour and beyond it.
  expect(await days('Europe/Madrid', '2026-11-23T22:58:00Z', '2026-11-23T23:03:00Z')).toEqual(on('2026-11-23'));
  expect(await days('Europe/Madrid', '2026-11-23T22:30:00Z', '2026-11-23T23:30:01Z')).toEqual(on('2026-11-24'));
  // The first and the last minute of days of 22 and 26 hours.
  expect(await days('Antarctica/Troll', '2026-03-29T00:00:00Z', '2026-03-29T00:01:00Z')).toEqual(on('2026-03-29'));
  expect(await days('Antarctica/Troll', '2026-03-29T21:58:00Z', '2026-03-29T21:59:59Z')).toEqual(on('2026-03-29'));
  expect(await days('Antarctica/Troll', '2026-03-29T22:00:00Z', '2026-03-29T22:01:00Z')).toEqual(on('2026-03-30'));
  expect(await days('Antarctica/Troll', '2026-10-24T22:00:00Z', '2026-10-24T22:01:00Z')).toEqual(on('2026-10-25'));
  expect(await days('Antarctica/Troll', '2026-10-25T23:58:00Z', '2026-10-25T23:59:59Z')).toEqual(on('2026-10-25'));
  // Samoa had no 30 December 2011.
  expect(await days('Pacific/Apia', '2011-12-30T09:58:00Z', '2011-12-30T09:59:59Z')).toEqual(on('2011-12-29'));
  expect(await days('Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-30T10:01:00Z')).toEqual(on('2011-12-31'));
  // Begun in Los Angeles, finished after the clock moved to Auckland's.
  const zoneStays = [{ zone: 'America/Los_Angeles', effectiveFrom: '1970-01-01T00:00:00Z' }, { zone: 'Pacific/Auckland', effectiveFrom: '2026-11-23T10:00:00Z' }];
  expect(await days('Pacific/Auckland', '2026-11-23T09:50:00Z', '2026-11-23T10:05:00Z', { zoneStays })).toEqual(on('2026-11-23'));
  expect(await days('Pacific/Auckland', '2026-11-23T10:50:00Z', '2026-11-23T11:05:00Z', { zoneStays })).toEqual(on('2026-11-23'));
  expect(await days('Pacific/Auckland', '2026-11-23T11:50:00Z', '2026-11-23T12:05:00Z', { zoneStays })).toEqual(on('2026-11-24'));
});

test('streaks of a batch are written in one go, and the last of a learner stays', async () => {
  const [ana, bo] = [await world.learner(), await world.learner()];
  const context = (days: number) => ({ ...openingContext({}), streak: { ...noStreak, days, best: days, counted: days, lastDate: '2026-11-23', lastAt: '2026-11-23T12:00:00Z' } }) as unknown as Record<string, unknown>;
  const recordStreak = (days: number) => ({ type: 'recordStreak', params: {}, context: context(days), at: Date.parse('2026-11-23T12:00:00Z') });
  await write({ userId: bo.id, turned: turned({ records: [recordStreak(4)] }) }, { userId: ana.id, turned: turned({ records: [recordStreak(7), recordStreak(8)] }) });
  expect(await world.rows('select user_id, days, breaks_at from streaks order by days')).toEqual([
    { user_id: bo.id, days: 4, breaks_at: new Date('2026-11-27T00:00:00Z') }, { user_id: ana.id, days: 8, breaks_at: new Date('2026-11-27T00:00:00Z') },
  ]);
});

test('a reminder that was said counts as shown, and a lesson after it as its reward; one about a half-done lesson had other words', async () => {
  const [ana, bo] = [await world.learner(), await world.learner()];
  const at = Date.parse('2026-11-24T09:00:00Z');
  const chosen = (id: string) => world.rows(`insert into reminder_choices (user_id, chosen_at, wording, eligible, penalty) values ($1, $2, 'plain', '{plain,short}', 0)`, [id, new Date(at).toISOString()]);
  await chosen(ana.id);
  await chosen(bo.id);
  const said = (own: Partial<Context>) => ({ type: 'recordReminder', params: {}, context: { ...openingContext({}), reminder: { about: 'daily' }, ...own } as unknown as Record<string, unknown>, at: at - 1_000 });
  const halfDone = { exercises: ['x', 'y'], index: 1, begunAt: at } as Context['lesson'];
  await write({ userId: ana.id, turned: turned({ records: [said({})] }) }, { userId: bo.id, turned: turned({ records: [said({ lesson: halfDone })] }) });
  const finished = { type: 'recordLesson', params: {}, context: openingContext({}) as unknown as Record<string, unknown>, at: at + 600_000 };
  await write({ userId: ana.id, turned: turned({ records: [finished] }) }, { userId: bo.id, turned: turned({ records: [finished] }) });
  expect(await world.rows('select shown_at, reward_at from reminder_choices order by shown_at nulls last')).toEqual([
    { shown_at: new Date(at - 1_000), reward_at: new Date(at + 600_000) }, { shown_at: null, reward_at: null },
  ]);
});

test('the evening’s word for a streak moves with each lesson, and goes when it is not wanted any more', async () => {
  const { id } = await world.learner();
  const context = (days: number, dailyTime: string | null, lesson?: string) => ({
    ...openingContext({ zone: 'Europe/Madrid' }), lastLessonAt: lesson ? Date.parse(lesson) : null, streak: { ...noStreak, days, best: days, counted: days, lastDate: '2026-11-23', lastAt: '2026-11-23T10:00:00Z' },
    profile: { ...openingContext({ zone: 'Europe/Madrid' }).profile, dailyTime, followsLesson: lesson !== undefined },
  }) as unknown as Record<string, unknown>;
  const record = async (days: number, dailyTime: string | null, lesson?: string) => {
    await write({ userId: id, turned: turned({ records: [{ type: 'recordStreak', params: {}, context: context(days, dailyTime, lesson), at: Date.parse('2026-11-23T10:00:00Z') }] }) });
    return world.rows('select kind, due_at, local_date::text from reminders where user_id = $1', [id]);
  };
  expect(await record(1, '09:00')).toEqual([]);
  expect(await record(2, '09:00')).toEqual([{ kind: 'streak-saver', due_at: new Date('2026-11-24T19:00:00Z'), local_date: '2026-11-24' }]);
  expect(await record(3, null)).toEqual([]);
  // Of who is reminded when the last lesson was, that lesson's hour counts, whatever it was when they chose so.
  expect(await record(4, '19:30', '2026-11-23T10:00:00Z')).toHaveLength(1);
  expect(await record(5, '09:30', '2026-11-23T18:00:00Z')).toEqual([]);
});
