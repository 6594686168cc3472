// After a release every session is taken into the new chart: with the learner's next message, or by itself when none comes.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromPromise, setup } from 'xstate';
import { createChart, type Chart } from '../../src/conversation/chart.ts';
import type { Session } from '../../src/conversation/session.ts';
import { sweepDeployed } from '../../src/conversation/sweep-deployed.ts';
import type { Script } from '../../src/conversation/turn.ts';
import type { Engine, EngineOptions } from '../../src/engine.ts';
import type { NewLearner } from '../../src/learners/new-learner.ts';
import type { Posted } from '../../src/mailbox/letter.ts';
import { createPost } from '../../src/mailbox/post.ts';
import { all, nextPhone, openWorld, send, textFrom, until, type World } from '../world.ts';

const day = 24 * 3_600_000;
const speak = { type: 'say', params: { key: 'here' } };

/** A machine that answers wherever it is, in two releases: in the second it waits for a job and a day, or its state is gone. */
function chartOf(version: number, states: object): Chart {
  return createChart(setup({
    actors: { weigh: fromPromise(async () => 1) }, actions: { say: () => {} }, delays: { tomorrow: day },
  } as never).createMachine({ id: 'waiter', initial: Object.keys(states)[0], context: {}, options: { maxIterations: 10 }, meta: { safe: 'safe' }, on: { said: { actions: speak } }, states } as never), version);
}
const meta = { reads: 'text', burst: 'each' };
const v1 = chartOf(1, { a: { meta } });
const grown = chartOf(2, { a: { meta, after: { tomorrow: 'safe' }, invoke: { id: 'job', src: 'weigh', onDone: 'weighed', onError: 'safe' } }, weighed: { meta }, safe: { meta } });
const without = chartOf(2, { b: { meta }, safe: { meta } });

let world: World;
let ran: number;
beforeEach(async () => {
  ran = 0;
  world = await openWorld('deployed');
});
afterEach(() => world.close());

/** An engine of one release; it names the state it answers from. `job`: what stands behind the machine's job. */
function engineOf(chart: Chart, job: () => Promise<unknown> = async () => 'weighed', options: Partial<EngineOptions> = {}): Promise<Engine> {
  const script: Script<NewLearner> = {
    chart, open: () => ({}), read: () => ({ type: 'said' }),
    render: (_said, session) => ({ text: `v${chart.version} ${session.current_flow}` }),
    sorry: () => ({ text: 'sorry' }), enough: () => ({ text: 'enough' }),
  };
  const run = () => ((ran += 1), job());
  return world.engine({ open: async () => ({ script, actors: { weigh: { attempts: 1, timeoutMs: 30_000, slow: false, run } } }), ...options });
}
const quiet = new Set(['web', 'worker'] as const);
const session = async (phone: string): Promise<Session> => JSON.parse((await world.rows<{ state: string }>('select state from sessions where user_id = $1', [await world.idOf(phone)]))[0]!.state) as Session;
const heard = (): string[] => world.graph.accepted.map(({ text }) => text);

/** A learner who has been answered by the first release, which has then been stopped. */
async function learnerOfV1(): Promise<string> {
  const phone = nextPhone();
  const engine = await engineOf(v1);
  await send(engine.port, textFrom(phone, 'hola'));
  await until('the first release answers', () => heard().length === 1);
  await engine.stop();
  return phone;
}

describe('a session of the release before', () => {
  it('is taken along by the next message, and what the new chart waits for is begun', async () => {
    const phone = await learnerOfV1();
    let answer!: (output: unknown) => void;
    const engine = await engineOf(grown, () => new Promise((resolve) => void (answer = resolve)), { roles: quiet });
    const begun = Date.now();
    await send(engine.port, textFrom(phone, 'sigo'));
    await until('the second release answers', () => heard().length === 2);
    await until('the job runs', () => ran === 1);
    const adopted = await session(phone);
    expect(heard()).toEqual(['v1 a', 'v2 a']);
    expect(adopted).toMatchObject({ version: 2, chart: grown.fingerprint, value: 'a', jobs: { job: { src: 'weigh' } } });
    expect(adopted.timers['tomorrow.waiter.a']!.dueAt).toBeGreaterThanOrEqual(begun + day);
    const [row] = await world.rows<{ seq: number; version: number; chart: string; due: number }>('select seq, version, chart, (extract(epoch from next_timer_at) * 1000)::bigint as due from sessions');
    expect(row).toEqual({ seq: adopted.seq, version: 2, chart: grown.fingerprint, due: adopted.timers['tomorrow.waiter.a']!.dueAt });
    answer('weighed');
    await until('the answer is taken', async () => (await session(phone)).value === 'weighed');
  });

  it('is taken along without any message, its job is run and answered, and the learner hears nothing of it', async () => {
    const phone = await learnerOfV1();
    await engineOf(grown, undefined, { roles: all });
    await until('the job has answered', async () => (await session(phone)).value === 'weighed');
    expect([ran, heard()]).toEqual([1, ['v1 a']]);
    expect(await session(phone)).toMatchObject({ version: 2, chart: grown.fingerprint, jobs: {}, timers: {} });
    expect(await sweepDeployed(world.store, createPost({ store: world.store, wake: () => {} }), grown)).toBe(0);
  });

  it('whose state is gone goes to safety with an alert, and the next message is answered from there', async () => {
    const phone = await learnerOfV1();
    const engine = await engineOf(without);
    await until('the session is adopted', async () => (await session(phone)).version === 2);
    expect((await session(phone)).value).toBe('safe');
    expect(world.logs.filter((line) => line.includes('went to its safe state'))).toHaveLength(1);
    await send(engine.port, textFrom(phone, 'sigo'));
    await until('the second release answers', () => heard().length === 2);
    expect(heard()).toEqual(['v1 a', 'v2 safe']);
  });
});

describe('the sweep', () => {
  const posted: Posted[] = [];
  const post = Object.assign(async (letters: readonly Posted[]) => void posted.push(...letters), { idle: async () => {} });
  beforeEach(() => void posted.splice(0));

  async function learners(): Promise<string[]> {
    const ids = [(await world.learner()).id, (await world.learner()).id, (await world.learner()).id, (await world.learner()).id].toSorted();
    await world.rows(`insert into mailboxes (user_id) select unnest($1::uuid[])`, [ids]);
    for (const [i, { version, fingerprint }] of [v1, grown, { version: 3, fingerprint: 'newer' }, { version: 2, fingerprint: 'other' }].entries()) {
      await world.rows(`insert into sessions (user_id, seq, version, chart, state) values ($1, 5, $2, $3, '{}')`, [ids[i], version, fingerprint]);
    }
    return ids;
  }

  it('writes to sessions of other charts, and not to those of a newer version', async () => {
    const ids = await learners();
    expect(await sweepDeployed(world.store, post, grown)).toBe(2);
    expect(posted.map(({ userId, mail }) => [userId, mail.kind]).toSorted()).toEqual([[ids[0], 'deployed'], [ids[3], 'deployed']]);
    expect(await sweepDeployed(world.store, post, grown, 1)).toBe(1);
  });

  it('writes the same letter until it is read, and another when a worker of the earlier release took it', async () => {
    await learners();
    await sweepDeployed(world.store, post, grown);
    await sweepDeployed(world.store, post, grown);
    const keys = new Set(posted.map(({ userId, key }) => userId + key));
    expect([posted.length, keys.size]).toEqual([4, 2]);
    await world.rows('update mailboxes set urgent_taken = urgent_taken + 1, urgent_posted = urgent_posted + 1');
    posted.splice(0);
    await sweepDeployed(world.store, post, grown);
    expect(posted.map(({ userId, key }) => keys.has(userId + key))).toEqual([false, false]);
  });
});

describe('while both releases run', () => {
  it('a letter that the earlier one takes is not the last', async () => {
    const phone = await learnerOfV1();
    const earlier = await engineOf(v1, undefined, { roles: quiet });
    const sweep = createPost({ store: world.store, wake: () => {} });
    await sweepDeployed(world.store, sweep, grown);
    await until('the earlier release takes the letter', async () => (await world.rows<{ taken: number }>('select urgent_taken as taken from mailboxes'))[0]!.taken === 1);
    expect((await session(phone)).version).toBe(1);
    await earlier.stop();
    await engineOf(grown, undefined, { roles: all });
    await until('the later release takes the session along', async () => (await session(phone)).version === 2);
  });
});
