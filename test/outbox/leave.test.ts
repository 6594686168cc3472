// Committed effects leave in order per learner and once per attempt, whatever happens around them.
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createFinish } from '../../src/outbox/finish.ts';
import { createLeaving, type Earlier, type LeaveOptions, type Leaving } from '../../src/outbox/leave.ts';
import { createPost } from '../../src/mailbox/post.ts';
import type { Store } from '../../src/store/postgres.ts';
import { openSentMarks } from '../../src/outbox/sent-marks.ts';
import { openWorld, settled, until, type World } from '../world.ts';
import { accepted, owner, refused, sayRow, testGraph, type TestGraph } from './rows.ts';

let world: World;
let graph: TestGraph;
let ahead: number;
let errors: string[];
let alerts: string[];
/** Called before each statement of the leaving; may wait or throw. */
let before: (statement: string) => Promise<void> | void;
let after: (statement: string) => Promise<void> | void;

let opened: Leaving[];
let redis: Redis;
beforeAll(async () => {
  world = await openWorld('leave');
  redis = new Redis(world.corner.redisUrl);
});
beforeEach(async () => {
  await world.empty();
  graph = testGraph();
  opened = [];
  ahead = 0;
  errors = [];
  alerts = [];
  before = () => {};
  after = () => {};
});
afterEach(async () => {
  await world.rows('delete from outbox');
  for (const one of opened) await one.idle();
});
afterAll(async () => {
  redis.disconnect();
  await world.close();
});

const none: Earlier = new Map();
const texts = () => graph.sent.map(({ text }) => text);
const rowsLeft = () => world.rows<{ seq: number; owner: string }>('select seq::int, owner from outbox order by seq');
const allWritten = () => until('the outbox is empty', async () => (await rowsLeft()).length === 0);

function leaving(own: Partial<LeaveOptions> = {}): Leaving {
  const store: Store = {
    ...world.store,
    async run(statement, values) {
      await before(statement.name);
      const rows = await world.store.run(statement, values);
      await after(statement.name);
      return rows as never;
    },
  };
  const one = createLeaving({
    store, graph, actors: {}, owner, post: createPost({ store, wake: () => {} }), now: () => Date.now() + ahead, typing: () => {},
    marks: openSentMarks(redis, () => Date.now() + ahead, (error) => errors.push(error.message)), finish: createFinish(store, (error) => errors.push(error.message)),
    addressOf: () => ({ phone: '+34600111222', bsuid: null }), onError: (error, what) => errors.push(`${what}: ${error.message}`), onAlert: (what) => alerts.push(what), ...own,
  });
  opened.push(one);
  return one;
}

function gate() {
  let open = () => {};
  const closed = new Promise<void>((resolve) => { open = resolve; });
  return { closed, open };
}

test('replies of one learner leave one after another, those of others beside them', async () => {
  const [ana, ben] = await Promise.all([world.learner(), world.learner()]);
  const { closed, open } = gate();
  graph.answer = async (text) => {
    if (text === 'a1') await closed;
    return accepted();
  };
  const lanes = leaving();
  lanes.leave([await sayRow(world, ana.id, 1, 'a1'), await sayRow(world, ana.id, 2, 'a2'), await sayRow(world, ben.id, 1, 'b1')], none);
  await until('ben is served', () => texts().includes('b1'));
  await settled();
  expect(texts()).toEqual(['a1', 'b1']);
  open();
  await allWritten();
  expect(texts()).toEqual(['a1', 'b1', 'a2']);
  expect(await world.rows(`select content from conversation_logs where user_id = $1 order by id`, [ana.id])).toEqual([{ content: 'a1' }, { content: 'a2' }]);
});

test('a reply put off takes those behind it along, and all come back in order', async () => {
  const { id } = await world.learner();
  graph.answer = (text, attempt) => (text === 'one' && attempt === 0 ? refused(131056) : accepted());
  const lanes = leaving();
  lanes.leave([await sayRow(world, id, 1, 'one'), await sayRow(world, id, 2, 'two'), await sayRow(world, id, 3, 'three')], none);
  await until('all are put back', async () => (await rowsLeft()).every((row) => row.owner === 'nobody'));
  expect(await lanes.sweep()).toBe(0);
  await until('all are said', async () => (await lanes.sweep(), texts().includes('three')));
  expect(texts()).toEqual(['one', 'one', 'two', 'three']);
});

test('a reply committed while an earlier one was in hand does not overtake it when that one was put off meanwhile', async () => {
  const { id } = await world.learner();
  graph.answer = (text, attempt) => (text === 'one' && attempt === 0 ? refused(131056) : accepted());
  const lanes = leaving();
  lanes.leave([await sayRow(world, id, 1, 'one')], none);
  await until('it is put back', async () => (await rowsLeft())[0]!.owner === 'nobody');
  await settled();
  // The commit saw the first one in this process's hands; its answer comes only now.
  lanes.leave([await sayRow(world, id, 2, 'two')], new Map([[id, [{ seq: 1, i: 0 }]]]));
  await until('both are said', async () => (await lanes.sweep(), texts().includes('two')), 10);
  expect(texts()).toEqual(['one', 'one', 'two']);
});

test('a reply that joins the line while it is being put back is put back too', async () => {
  const { id } = await world.learner();
  graph.answer = (text, attempt) => (text === 'one' && attempt === 0 ? refused(131056) : accepted());
  const { closed, open } = gate();
  after = (statement) => (statement === 'put-back-effect' ? closed : undefined);
  const lanes = leaving();
  lanes.leave([await sayRow(world, id, 1, 'one')], none);
  await until('it is put back, and the answer is under way', async () => (await rowsLeft())[0]!.owner === 'nobody');
  lanes.leave([await sayRow(world, id, 2, 'two')], new Map([[id, [{ seq: 1, i: 0 }]]]));
  open();
  await until('both are put back', async () => (await rowsLeft()).every((row) => row.owner === 'nobody'));
  expect(texts()).toEqual(['one']);
});

test('what another process has in hand is waited for', async () => {
  const { id } = await world.learner();
  await sayRow(world, id, 1, 'theirs', { owner: 'another process', leaseMs: 60_000 });
  const lanes = leaving();
  lanes.leave([await sayRow(world, id, 2, 'ours')], new Map([[id, [{ seq: 1, i: 0 }]]]));
  await settled(50);
  expect(texts()).toEqual([]);
  await world.rows('delete from outbox where seq = 1');
  await until('ours is said', () => texts().includes('ours'));
});

test('a send in hand whose lease ran out is not sent a second time by its own process', async () => {
  const { id } = await world.learner();
  const { closed, open } = gate();
  graph.answer = async () => {
    await closed;
    return accepted();
  };
  const lanes = leaving();
  lanes.leave([await sayRow(world, id, 1, 'one')], none);
  await until('it is on its way', () => texts().length === 1);
  await world.rows(`update outbox set lease_until = now() - interval '1 minute'`);
  await lanes.sweep();
  open();
  await allWritten();
  await settled();
  expect(texts()).toEqual(['one']);
});

test('a reply that was accepted while the database was away is not said again when it is back', async () => {
  const { id } = await world.learner();
  let away = true;
  before = (statement) => {
    if (away && statement === 'finish-outbox') throw new Error('out of reach');
  };
  const lanes = leaving();
  lanes.leave([await sayRow(world, id, 1, 'one')], none);
  await until('its end could not be written', () => errors.length > 0);
  await world.rows(`update outbox set lease_until = now() - interval '1 minute'`);
  await lanes.sweep();
  away = false;
  await allWritten();
  expect(texts()).toEqual(['one']);
});

test('leases of what is in hand are renewed', async () => {
  const { id } = await world.learner();
  const { closed, open } = gate();
  graph.answer = async () => {
    await closed;
    return accepted();
  };
  const lanes = leaving();
  lanes.leave([await sayRow(world, id, 1, 'one', { leaseMs: 100 }), await sayRow(world, id, 2, 'two', { leaseMs: 100 })], none);
  await lanes.renew();
  expect(await world.rows(`select 1 from outbox where lease_until > now() + interval '4 seconds'`)).toHaveLength(2);
  open();
  await allWritten();
});

test('another process takes over a dead one\'s reply only after the time in which a status may settle it', async () => {
  const { id } = await world.learner();
  await sayRow(world, id, 1, 'one', { owner: 'a dead process', leaseMs: -2_500 });
  const lanes = leaving();
  expect(await lanes.sweep()).toBe(0);
  await world.rows(`update outbox set lease_until = now() - interval '3500 milliseconds'`);
  expect(await lanes.sweep()).toBe(1);
  await allWritten();
  expect(texts()).toEqual(['one']);
});

test('what a dead process had sent and noted in Redis is written down by the next one, and not sent again', async () => {
  const { id } = await world.learner();
  const row = await sayRow(world, id, 1, 'one', { owner: 'a dead process', leaseMs: -60_000 });
  await sayRow(world, id, 2, 'two', { owner: 'a dead process', leaseMs: -60_000 });
  openSentMarks(redis, Date.now, () => {}).mark(row, 'wamid.before');
  await until('it is noted', async () => (await Promise.all((await redis.keys('sent:*')).map((key) => redis.hvals(key)))).flat().includes('wamid.before'));
  const lanes = leaving();
  await until('both are done with', async () => (await lanes.sweep(), (await rowsLeft()).length === 0));
  expect(texts()).toEqual(['two']);
  expect(await world.rows('select content, whatsapp_message_id as id from conversation_logs order by id')).toMatchObject([{ content: 'one', id: 'wamid.before' }, { content: 'two' }]);
});

test('STOP empties the line in memory but for the reply on its way and its own', async () => {
  const { id } = await world.learner();
  const { closed, open } = gate();
  graph.answer = async (text) => {
    if (text === 'one') await closed;
    return accepted();
  };
  const lanes = leaving();
  lanes.leave([await sayRow(world, id, 1, 'one'), await sayRow(world, id, 2, 'two'), await sayRow(world, id, 3, 'three')], none);
  await until('the first is on its way', () => texts().length === 1);
  await world.rows('delete from outbox where seq < 4');
  lanes.hush(id, 4);
  lanes.leave([await sayRow(world, id, 4, 'bye')], new Map());
  open();
  await until('the goodbye is said', () => texts().includes('bye'));
  expect(texts()).toEqual(['one', 'bye']);
});

test('two processes that sweep at once do not take the same reply', async () => {
  const learners = await Promise.all(Array.from({ length: 40 }, () => world.learner()));
  for (const { id } of learners) await sayRow(world, id, 1, id, { owner: 'nobody', leaseMs: -10 });
  const lanes = [leaving({ owner: 'one' }), leaving({ owner: 'two' }), leaving({ owner: 'three' })];
  await Promise.all(lanes.map((one) => one.sweep()));
  await allWritten();
  expect(texts().toSorted()).toEqual(learners.map(({ id }) => id).toSorted());
});

test('when the whole account must pause, nobody else is sent to until it is over', async () => {
  const [ana, ben] = await Promise.all([world.learner(), world.learner()]);
  graph.answer = (text, attempt) => (text === 'a' && attempt === 0 ? refused(131031) : accepted());
  const lanes = leaving();
  lanes.leave([await sayRow(world, ana.id, 1, 'a')], none);
  await until('somebody is told', () => alerts.length === 1);
  lanes.leave([await sayRow(world, ben.id, 1, 'b')], none);
  await until('both are put back', async () => (await rowsLeft()).every((row) => row.owner === 'nobody'));
  await world.rows(`update outbox set lease_until = now() - interval '1 second'`);
  expect(await lanes.sweep()).toBe(0);
  expect(texts()).toEqual(['a']);
  ahead = 61_000;
  await until('both are said', async () => (await lanes.sweep(), texts().length === 3));
  expect(texts().slice(1).toSorted()).toEqual(['a', 'b']);
});

test('the pair limit holds up its own learner only', async () => {
  const [ana, ben] = await Promise.all([world.learner(), world.learner()]);
  graph.answer = (text, attempt) => (text === 'a' && attempt === 0 ? refused(131056) : accepted());
  const lanes = leaving();
  lanes.leave([await sayRow(world, ana.id, 1, 'a'), await sayRow(world, ben.id, 1, 'b')], none);
  await until('ben is served', () => texts().includes('b'));
});

test('what can never arrive is written down and the next reply goes on', async () => {
  const { id } = await world.learner();
  graph.answer = (text) => (text === 'one' ? refused(131026) : accepted());
  const lanes = leaving();
  lanes.leave([await sayRow(world, id, 1, 'one'), await sayRow(world, id, 2, 'two')], none);
  await allWritten();
  expect(await world.rows('select user_id, code, action from delivery_failures')).toEqual([{ user_id: id, code: 131026, action: 'mark-unreachable' }]);
  expect(await world.rows('select content from conversation_logs')).toEqual([{ content: 'two' }]);
});

test('an address that cannot be read now is asked for again, and the reply is not lost', async () => {
  const { id } = await world.learner();
  let asked = 0;
  const lanes = leaving({ addressOf: () => ((asked += 1) === 1 ? Promise.reject(new Error('out of reach')) : { phone: '+34600111222', bsuid: null }) });
  lanes.leave([await sayRow(world, id, 1, 'one')], none);
  await until('it is said', async () => (await lanes.sweep(), texts().length === 1));
  expect(errors).toEqual(['say: out of reach']);
});

test('idle resolves when all is said and written', async () => {
  const { id } = await world.learner();
  const lanes = leaving();
  lanes.leave([await sayRow(world, id, 1, 'one'), await sayRow(world, id, 2, 'two')], none);
  await lanes.idle();
  expect(await rowsLeft()).toEqual([]);
  expect(texts()).toEqual(['one', 'two']);
});
