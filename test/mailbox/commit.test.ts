// The commit of turns is all or nothing, and only for who holds the newest epoch.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { claim, type Claimed } from '../../src/mailbox/claim.ts';
import { commitWith, type Ready } from '../../src/mailbox/commit.ts';
import { createPost, type Post } from '../../src/mailbox/post.ts';
import type { Transaction } from '../../src/store/postgres.ts';
import { connect, openWorld, until, type World } from '../world.ts';
import { message, readyFor } from './letters.ts';

let world: World;
let post: Post;
const run: Transaction['run'] = (statement, values) => world.store.run(statement, values);
beforeAll(async () => {
  world = await openWorld('commit');
  post = createPost({ store: world.store, wake: () => {} });
});
beforeEach(() => world.empty());
afterAll(() => world.close());

const everything = async () => ({
  mailboxes: await world.rows('select user_id, mail_taken::int, urgent_taken::int, turn::int, held, stopped from mailboxes order by user_id'),
  sessions: await world.rows('select user_id, seq::int, state from sessions order by user_id'),
  outbox: await world.rows('select user_id, seq::int, i, body, owner from outbox order by user_id, seq, i'),
  logs: await world.rows('select user_id, role, content, whatsapp_message_id from conversation_logs order by id'),
});

async function claimed(text: string): Promise<Claimed> {
  const { id } = await world.learner();
  await post([message(id, text)]);
  return (await claim(world.store, 10)).find((c) => c.userId === id)!;
}

test('a commit writes session, counters, log and outbox, and gives the lease back', async () => {
  const one = await claimed('hola');
  expect(await commitWith(run, [readyFor(one)], 'me')).toMatchObject([{ user_id: one.userId, more: false }]);
  expect(await everything()).toMatchObject({
    mailboxes: [{ mail_taken: 1, turn: 1 }], sessions: [{ seq: 1 }], outbox: [{ seq: 1, i: 0, owner: 'me' }], logs: [{ role: 'user', content: 'hola' }],
  });
  expect(await world.rows(`select 1 from mailboxes where lease_until < now()`)).toHaveLength(1);
  expect(await world.rows(`select 1 from users where last_active_at > created_at`)).toHaveLength(1);
});

test('a commit with an old epoch changes nothing at all', async () => {
  const slow = await claimed('hola');
  await world.rows(`update mailboxes set lease_until = now() - interval '1 second'`);
  const [quick] = await claim(world.store, 10);
  const before = await everything();
  expect(await commitWith(run, [readyFor(slow)], 'slow')).toEqual([]);
  expect(await everything()).toEqual(before);
  expect(await commitWith(run, [readyFor(quick!)], 'quick')).toHaveLength(1);
  const after = await everything();
  expect(await commitWith(run, [readyFor(slow)], 'slow')).toEqual([]);
  expect(await everything()).toEqual(after);
});

test('who is taken over at the very moment of the commit changes nothing either', async () => {
  const [lost, kept] = [await claimed('lost'), await claimed('kept')];
  const other = await connect(world.corner.databaseUrl);
  await other.query('begin');
  await other.query('update mailboxes set epoch = epoch + 1 where user_id = $1', [lost.userId]);
  const commit = commitWith(run, [readyFor(lost), readyFor(kept)], 'me');
  await until('the commit waits for the other', async () => (await world.rows(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length > 0);
  await other.query('commit');
  await other.end();
  expect((await commit).map((w) => w.user_id)).toEqual([kept.userId]);
  expect((await everything()).sessions).toMatchObject([{ user_id: kept.userId }]);
});

test('the same commit a second time changes nothing', async () => {
  const one = await claimed('hola');
  await commitWith(run, [readyFor(one)], 'me');
  const before = await everything();
  expect(await commitWith(run, [readyFor(one)], 'me')).toEqual([]);
  expect(await everything()).toEqual(before);
});

test('in a batch, who was taken over is left out and the others are committed', async () => {
  const [lost, kept] = [await claimed('lost'), await claimed('kept')];
  await world.rows('update mailboxes set epoch = epoch + 1 where user_id = $1', [lost.userId]);
  expect((await commitWith(run, [readyFor(lost), readyFor(kept)], 'me')).map((w) => w.user_id)).toEqual([kept.userId]);
  const after = await everything();
  expect(after.sessions).toMatchObject([{ user_id: kept.userId }]);
  expect(after.outbox).toMatchObject([{ user_id: kept.userId }]);
  expect(after.logs).toMatchObject([{ user_id: kept.userId, content: 'kept' }]);
});

test('`more` says that mail came meanwhile, and that held mail does not count', async () => {
  for (const [held, more] of [[false, true], [true, false]] as const) {
    const one = await claimed('a');
    await post([message(one.userId, 'b')]);
    expect(await commitWith(run, [readyFor(one, { held })], 'me')).toMatchObject([{ more }]);
  }
});

test('the next timer in the index is never later than the earliest timer, and moves earlier with it', async () => {
  const one = await claimed('a');
  const withTimer = (claimedNow: Claimed, dueAt: number | null): Ready => {
    const ready = readyFor(claimedNow);
    if (dueAt !== null) ready.turned.session!.timers = { nudge: { gen: 1, dueAt } };
    return ready;
  };
  const next = async () => (await world.rows<{ at: Date | null }>('select next_timer_at as at from sessions'))[0]!.at?.getTime() ?? null;
  const again = async (text: string) => {
    await post([message(one.userId, text)]);
    return (await claim(world.store, 10))[0]!;
  };
  const noon = Date.parse('2030-01-01T12:00:00Z');
  await commitWith(run, [withTimer(one, null)], 'me');
  expect(await next()).toBeNull();
  await commitWith(run, [withTimer(await again('b'), noon)], 'me');
  expect(await next()).toBe(noon);
  await commitWith(run, [withTimer(await again('c'), noon - 1_000)], 'me');
  expect(await next()).toBe(noon - 1_000);
  // A later timer leaves the index alone: the sweep will look once too early.
  await commitWith(run, [withTimer(await again('d'), noon + 1_000)], 'me');
  expect(await next()).toBe(noon - 1_000);
});

test('a failure anywhere in the transaction leaves nothing of the turn', async () => {
  const one = await claimed('hola');
  const before = await everything();
  await expect(world.store.transaction(async (tx) => {
    await commitWith(tx.run, [readyFor(one)], 'me');
    throw new Error('a record could not be written');
  })).rejects.toThrow('a record could not be written');
  expect(await everything()).toEqual(before);
});
