// The statements of the hot path find their rows by index, however many learners there are.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claim } from '../../src/mailbox/claim.ts';
import { commitWith } from '../../src/mailbox/commit.ts';
import { createPost } from '../../src/mailbox/post.ts';
import { hasOldMail, sweepTimers } from '../../src/mailbox/sweep.ts';
import { loadSessions } from '../../src/mailbox/load-sessions.ts';
import { claimDueEffects, placeOf, putBackEffect, renewEffects } from '../../src/outbox/claim-due.ts';
import { finish } from '../../src/outbox/finish.ts';
import { settle } from '../../src/outbox/settle.ts';
import { createIdentities } from '../../src/learners/identity.ts';
import { createAddresses } from '../../src/learners/address.ts';
import type { Statement, Store } from '../../src/store/postgres.ts';
import { connect, openWorld, type World } from '../world.ts';
import { message, readyFor } from './letters.ts';

const big = ['users', 'identities', 'mailboxes', 'letters', 'sessions', 'outbox', 'conversation_logs'];
let world: World;
let ids: string[];
const run = new Map<string, { text: string; values: unknown[] }>();

/** The store, keeping each statement with its values. */
const recording = (): Store => {
  const keep = (statement: Statement, values: unknown[]) => {
    run.set(statement.name, { text: statement.text, values });
    return world.store.run(statement, values) as never;
  };
  return { ...world.store, run: keep, transaction: (work) => work({ run: keep }) };
};

beforeAll(async () => {
  world = await openWorld('plans');
  // 20,000 learners, of whom a few have mail, timers and effects waiting: as it is in service.
  await world.rows(`insert into users (id, whatsapp_id) select gen_random_uuid(), (34700000000 + i)::text from generate_series(1, 20000) i`);
  await world.rows(`insert into identities (value, kind, user_id) select '+' || whatsapp_id, 'phone', id from users`);
  await world.rows(`insert into mailboxes (user_id, mail_posted, mail_taken, turn, last_message_at) select id, 3, 3, 3, now() from users`);
  await world.rows(`insert into letters (user_id, lane, n, key, body) select id, 0, n, 'message:' || n, '{"kind":"released"}' from users, generate_series(1, 3) n`);
  await world.rows(`insert into sessions (user_id, seq, version, chart, state, next_timer_at) select id, 3, 1, 'c', '{"timers":{}}', case when random() < 0.3 then now() + interval '1 day' * (1 + random()) end from users`);
  await world.rows(`insert into conversation_logs (user_id, role, content, whatsapp_message_id) select id, 'user', 'hola', 'wamid.' || n from users, generate_series(1, 3) n`);
  await world.rows(`insert into outbox (user_id, seq, i, kind, body, owner, lease_until) select id, 3, 0, 'say', '{"bubble":{"text":"x"}}', 'another', now() + interval '1 hour' from users limit 5000`);
  await world.rows('analyze');
  ids = (await world.rows<{ id: string }>('select id from users order by id limit 40')).map(({ id }) => id);

  const store = recording();
  await createPost({ store, wake: () => {} })(ids.map((id) => message(id, 'hola')));
  const claimed = await claim(store, 150);
  await commitWith((statement, values) => store.run(statement, values), claimed.map((one) => readyFor(one)), 'me');
  const rows = claimed.slice(0, 10).map((one) => readyFor(one).outbox[0]!);
  await Promise.all([
    hasOldMail(store, 1_000), sweepTimers(store, createPost({ store, wake: () => {} }), Date.now()), loadSessions(store, ids), claimDueEffects(store, 'me', 200), placeOf(store, rows[0]!),
    renewEffects(store, 'me', rows), putBackEffect(store, 'me', rows[1]!, 1), createIdentities(store)({ phone: '+34700000007', bsuid: null, name: null }), createAddresses(store)(ids[0]!),
  ]);
  await finish(store, rows.map((row) => ({ row, said: { content: 'x', type: 'text', providerId: `wamid.${row.userId}` } })));
  await settle(store, rows.map((row) => ({ providerId: 'wamid.x', status: 'sent', at: 0, tag: `${row.userId}:${row.seq}:0`, recipient: { phone: null, bsuid: null }, errorCode: null, errorText: null, billable: null, category: null })));
}, 60_000);
afterAll(() => world.close());

interface Node { 'Node Type': string; 'Relation Name'?: string; Plans?: Node[] }
const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)];

test.each(['post-letters', 'claim-waiting', 'commit-turns', 'finish-outbox', 'claim-outbox', 'old-mail', 'due-sessions', 'read-sessions', 'place-in-lane', 'renew-outbox-leases', 'put-back-effect', 'find-identities', 'read-addresses', 'take-settled'])('%s reads no big table from end to end', async (name) => {
  const statement = run.get(name);
  expect(statement, `${name} was run: ${[...run.keys()].join(', ')}`).toBeDefined();
  const client = await connect(world.corner.databaseUrl);
  for (const mode of ['force_custom_plan', 'force_generic_plan']) {
    await client.query('begin');
    await client.query(`set local plan_cache_mode = ${mode}`);
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>({ text: `explain (format json) ${statement!.text}`, values: statement!.values as never });
    await client.query('rollback');
    const scanned = flat(rows[0]!['QUERY PLAN'][0].Plan).filter((node) => node['Node Type'] === 'Seq Scan' && big.includes(node['Relation Name'] ?? ''));
    expect(scanned.map((node) => node['Relation Name']), mode).toEqual([]);
  }
  await client.end();
});
