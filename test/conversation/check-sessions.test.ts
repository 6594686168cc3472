// `npm run check:sessions` says what a release would do to every session of a database, fails when somebody would be lost, and touches nothing.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkSessions } from '../../src/conversation/check-sessions.ts';
import { conversationChart } from '../../src/conversation/script.ts';
import type { Session } from '../../src/conversation/session.ts';
import { begin } from '../../src/conversation/step.ts';
import { openWorld, type World } from '../world.ts';

const { fingerprint, version } = conversationChart;
const opened: Session = begin(conversationChart, {}, 0).session;
const menu: Session = { ...opened, current_flow: 'menu', value: 'menu' };
const elsewhere = { chart: 'ffffffffffffffff' };

let world: World;
beforeEach(async () => void (world = await openWorld('check-sessions')));
afterEach(() => world.close());

const keep = (session: Session, copies = 1) => world.rows(
  'insert into sessions (user_id, seq, version, chart, state) select gen_random_uuid(), ?, ?, ?, ? from generate_series(1, ?::int)',
  [session.seq, session.version, session.chart, JSON.stringify(session), copies],
);
const fingerprintOfAll = async () => (await world.rows<{ all: string }>(`select md5(string_agg(s::text, ',' order by user_id)) as all from sessions s`))[0]!.all;

/** The program itself, on the database of this test. */
async function run(databaseUrl = world.corner.databaseUrl): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, [path.resolve(import.meta.dirname, '../../src/conversation/check-sessions.ts')], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, DATABASE_URL: databaseUrl } });
  const [out, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit') as Promise<[number | null]>]);
  return { code, out: out + errors };
}

it('counts who stays, who moves and who would be lost, and names where they stand', async () => {
  await keep(menu, 3);
  await keep({ ...menu, ...elsewhere }, 2);
  await keep({ ...menu, ...elsewhere, value: { lesson: 'dictation' }, current_flow: 'lesson', step: 'dictation' }, 2);
  await keep({ ...menu, version: version + 1 });
  const before = await fingerprintOfAll();
  const { counts, stranded } = await checkSessions(world.store, conversationChart);
  expect(counts).toEqual({ 'as-is': 3, migrated: 2, stranded: 2, newer: 1 });
  expect([...stranded].toSorted()).toEqual([[`lesson.dictation (version ${version})`, 2], [`menu (version ${version + 1})`, 1]]);
  expect(await fingerprintOfAll()).toBe(before);
});

it('counts a session that cannot be read as lost, and looks at the others', async () => {
  await keep(menu, 3);
  await world.rows(`insert into sessions (user_id, seq, version, chart, state) values (gen_random_uuid(), 1, 1, 'x', '{"current_flow":')`);
  const { counts, stranded } = await checkSessions(world.store, conversationChart);
  expect(counts).toEqual({ 'as-is': 3, migrated: 0, stranded: 1, newer: 0 });
  expect([...stranded]).toEqual([['(cannot be read)', 1]]);
});

it('as a program leaves the schema of a database that it is given as it is', async () => {
  await keep(menu);
  // As if this release had one migration more than the database.
  await world.rows('delete from knex_migrations where id = (select max(id) from knex_migrations)');
  const migrations = () => world.rows('select name from knex_migrations order by id');
  const before = await migrations();
  expect(await run()).toMatchObject({ code: 0, out: expect.stringContaining('as is 1, migrated 0, stranded 0') });
  expect(await migrations()).toEqual(before);
});

it('looks at all of them, however many', async () => {
  await keep(menu, 2_345);
  expect((await checkSessions(world.store, conversationChart)).counts).toEqual({ 'as-is': 2_345, migrated: 0, stranded: 0, newer: 0 });
});

it('counts a session that nothing can be made of as lost, and goes on', async () => {
  await keep({ ...menu, ...elsewhere, value: null as never });
  await keep(menu);
  expect((await checkSessions(world.store, conversationChart)).counts).toMatchObject({ 'as-is': 1, stranded: 1 });
});

it('as a program, ends well when nobody is lost', async () => {
  await keep(menu, 2);
  await keep({ ...menu, ...elsewhere });
  const { code, out } = await run();
  expect([code, out]).toEqual([0, 'as is 2, migrated 1, stranded 0\n']);
});

it('as a program, fails when somebody is lost, and changes nothing', async () => {
  await keep({ ...menu, ...elsewhere, value: 'bye', current_flow: 'bye' });
  await keep({ ...menu, chart: fingerprint });
  const before = await fingerprintOfAll();
  const { code, out } = await run();
  expect([code, out]).toEqual([1, `as is 1, migrated 0, stranded 1\n  1 × bye (version ${version})\n`]);
  expect(await fingerprintOfAll()).toBe(before);
});

it('as a program, fails when the database cannot be asked', async () => {
  const elsewhereUrl = new URL(world.corner.databaseUrl);
  elsewhereUrl.pathname = '/nobody_made_this';
  expect((await run(elsewhereUrl.href)).code).not.toBe(0);
});
