// The statements of the hot path, and those of the sweep of reminders, find their rows by index, however many learners there are.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendReminders } from '../../jobs/send-reminders.ts';
import { chooseWordings } from '../../src/experiments/reminder-choices.ts';
import { claim } from '../../src/mailbox/claim.ts';
import { commitWith } from '../../src/mailbox/commit.ts';
import { createPost } from '../../src/mailbox/post.ts';
import { hasOldMail, sweepTimers } from '../../src/mailbox/sweep.ts';
import { loadSessions } from '../../src/mailbox/load-sessions.ts';
import { claimDueEffects, placeOf, putBackEffect, renewEffects } from '../../src/outbox/claim-due.ts';
import { finish } from '../../src/outbox/finish.ts';
import { settle } from '../../src/outbox/settle.ts';
import { createIdentities } from '../../src/learners/identity.ts';
import { approveTemplates } from '../../src/learners/templates.ts';
import { newLearners } from '../../src/learners/new-learner.ts';
import { openAddresses } from '../../src/learners/address.ts';
import { openStore, type Statement, type Store } from '../../src/store/postgres.ts';
import { corner, type Corner } from '../corner.ts';
import { openWorld, type World } from '../world.ts';
import { message, readyFor } from './letters.ts';

const big = ['users', 'identities', 'mailboxes', 'letters', 'sessions', 'outbox', 'conversation_logs', 'user_settings', 'reminders', 'streaks', 'experiment_assignments', 'wordings_seen'];
let world: World;
let empty: Corner;
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
  [world, empty] = await Promise.all([openWorld('plans'), corner('plans of nobody')]);
  // 20,000 learners, of whom a few have mail, timers and effects waiting: as it is in service.
  await world.rows(`insert into users (id, whatsapp_id) select gen_random_uuid(), (34700000000 + i)::text from generate_series(1, 20000) i`);
  await world.rows(`insert into identities (value, kind, user_id) select '+' || whatsapp_id, 'phone', id from users`);
  await world.rows(`insert into mailboxes (user_id, mail_posted, mail_taken, turn, last_message_at) select id, 3, 3, 3, now() from users`);
  await world.rows(`insert into letters (user_id, lane, n, key, body) select id, 0, n, 'message:' || n, '{"kind":"released"}' from users, generate_series(1, 3) n`);
  await world.rows(`insert into sessions (user_id, seq, version, chart, state, next_timer_at) select id, 3, 1, 'c', '{"timers":{}}', case when random() < 0.3 then now() + interval '1 day' * (1 + random()) end from users`);
  await world.rows(`insert into conversation_logs (user_id, role, content, whatsapp_message_id) select id, 'user', 'hola', 'wamid.' || n from users, generate_series(1, 3) n`);
  await world.rows(`insert into outbox (user_id, seq, i, kind, body, owner, lease_until) select id, 3, 0, 'say', '{"bubble":{"text":"x"}}', 'another', now() + interval '1 hour' from users limit 5000`);
  await world.rows(`insert into user_settings (user_id, native_language) select id, 'es' from users`);
  await world.rows(`insert into reminders (user_id, kind, zone, local_time, due_at, local_date) select id, 'daily', 'Europe/Madrid', '09:00', now() + interval '1 second' * (row_number() over () - 40), current_date from users`);
  await world.rows(`insert into streaks (user_id, days, best, freezes, counted, breaks_at) select id, 3, 3, 2, 3, now() + interval '1 day' from users`);
  await world.rows(`insert into experiment_assignments (user_id, experiment_id, variant) select id, 'reminder-wording', 'A' from users`);
  await world.rows(`insert into wordings_seen (user_id, wording, seen_at) select id, 'plain', now() - interval '1 day' from users`);
  await world.rows('analyze');
  ids = (await world.rows<{ id: string }>('select id from users order by id limit 40')).map(({ id }) => id);

  const store = recording();
  await createPost({ store, wake: () => {} })(ids.map((id) => message(id, 'hola')));
  const claimed = await claim(store, 150);
  await commitWith((statement, values) => store.run(statement, values), claimed.map((one) => readyFor(one)), 'me');
  const rows = claimed.slice(0, 10).map((one) => readyFor(one).outbox[0]!);
  await Promise.all([
    hasOldMail(store, 1_000), sweepTimers(store, createPost({ store, wake: () => {} }), Date.now()), loadSessions(store, ids), claimDueEffects(store, 'me', 200), placeOf(store, rows[0]!),
    renewEffects(store, 'me', rows), putBackEffect(store, 'me', rows[1]!, 1), createIdentities(store)({ phone: '+34700000007', bsuid: null, name: null }), openAddresses(store).of(ids[0]!), newLearners(store, ids, () => {}),
  ]);
  await finish(store, rows.map((row) => ({ row, said: { content: 'x', type: 'text', providerId: `wamid.${row.userId}` } })));
  await approveTemplates(world.store);
  await world.rows(`update mailboxes set last_message_at = null where user_id = (select user_id from reminders order by due_at limit 1)`);
  await sendReminders({ store, now: Date.now, perSecond: 1_000, reach: 10, rest: 0, choose: (own, reminded) => chooseWordings(own, reminded, { now: Date.now(), random: Math.random, basis: { running: true, scores: new Map() } }) });
  await settle(store, rows.map((row) => ({ providerId: 'wamid.x', status: 'sent', at: 0, tag: `${row.userId}:${row.seq}:0`, recipient: { phone: null, bsuid: null }, errorCode: null, errorText: null, billable: null, category: null })));
}, 60_000);
afterAll(() => Promise.all([world.close(), empty.close()]));

interface Node { 'Node Type': string; 'Relation Name'?: string; 'Index Cond'?: string; Plans?: Node[] }
const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)];
/** The big tables that a plan reads from end to end: as they lie, or along an index that nothing is looked up in. */
const readWhole = (plan: Node): unknown[] =>
  flat(plan).filter((node) => big.includes(node['Relation Name'] ?? '') && (node['Node Type'] === 'Seq Scan' || (node['Node Type'].startsWith('Index') && !node['Index Cond'])));

const named = ['post-letters', 'claim-waiting', 'commit-turns', 'finish-outbox', 'claim-outbox', 'old-mail', 'due-sessions', 'read-sessions', 'place-in-lane', 'renew-outbox-leases', 'put-back-effect', 'meet-people', 'read-addresses', 'read-new-learners', 'take-settled',
  'read-due-reminders', 'claim-due-reminders', 'read-reminded', 'insert-reminder-choices', 'move-reminders-on', 'read-languages', 'read-refusals'];

async function plansOf(name: string, { databaseUrl }: { databaseUrl: string }): Promise<{ byValues: Node; generic: Node }> {
  const statement = run.get(name);
  expect(statement, `${name} was run: ${[...run.keys()].join(', ')}`).toBeDefined();
  const store = openStore(databaseUrl, 1);
  try {
    type Explained = { 'QUERY PLAN': [{ Plan: Node }] };
    const [explained] = await store.run<Explained>({ name: 'explain', text: `explain (format json) ${statement!.text}` }, statement!.values);
    // Without values, as a statement is planned that is planned once.
    const generic = (await store.knex.raw<{ rows: Explained[] }>(`explain (generic_plan, format json) ${statement!.text.replaceAll('?', '\\?')}`)).rows[0];
    return { byValues: explained!['QUERY PLAN'][0].Plan, generic: generic!['QUERY PLAN'][0].Plan };
  } finally {
    await store.close();
  }
}

test.each(named)('%s reads no big table from end to end', async (name) => {
  const { byValues, generic } = await plansOf(name, world.corner);
  expect(readWhole(byValues)).toEqual([]);
  expect(readWhole(generic)).toEqual([]);
});

test.each(named)('%s, planned while there is nobody yet, will read no table from end to end when there are many', async (name) => {
  const { byValues, generic } = await plansOf(name, empty);
  expect(readWhole(byValues)).toEqual([]);
  expect(readWhole(generic)).toEqual([]);
});
