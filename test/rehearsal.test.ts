// The rehearsal goes the whole way from signed bytes to replies, with the conversation as it is, and touches nothing outside.
import { expect, test } from 'vitest';
import { openConversation } from '../src/conversation/script.ts';
import { openConnections, rehearse } from '../src/rehearsal.ts';
import type { Store } from '../src/store/postgres.ts';
import { openWorld } from './world.ts';

const closed = new Proxy({}, { get: (_, name) => { throw new Error(`a rehearsal asked for ${String(name)}`); } }) as Store;

test('every made-up message is answered, again and again, without a database, a Redis or a WhatsApp', async () => {
  const { script } = openConversation(closed, '', () => 0);
  const first = await rehearse(script);
  expect(first).toBeGreaterThanOrEqual(15 * 40);
  expect(await rehearse(script)).toBe(first);
});

test('a machine that breaks does not keep the engine from starting, and is told of', async () => {
  const world = await openWorld('rehearsal');
  const broken = { ...(await import('./engine/talker.ts')).talker() };
  const engine = await world.engine({ rehearse: true, open: async () => ({ ...broken, script: { ...broken.script, open: () => { throw new Error('no opening'); } } }) });
  expect(engine.port).toBeGreaterThan(0);
  expect(world.logs.join('\n')).toContain('no opening');
  await world.close();
});

test('all connections are open and know the statements of the hot path, and nothing is written', async () => {
  const world = await openWorld('connections');
  await openConnections(world.store, 4);
  const [row] = await world.rows<{ n: number }>(`select count(*)::int as n from pg_stat_activity where datname = current_database()`);
  expect(row!.n).toBeGreaterThanOrEqual(4);
  for (const table of ['users', 'mailboxes', 'letters', 'outbox', 'sessions']) expect(await world.rows(`select 1 from ${table}`)).toEqual([]);
  await world.close();
});

test('what takes long to read is read before a worker answers, and not where nobody answers', async () => {
  const world = await openWorld('warm');
  const { talker } = await import('./engine/talker.ts');
  const warmed: string[] = [];
  const open = (name: string) => async () => ({ ...talker(), warm: async () => void warmed.push(name) });
  await world.engine({ rehearse: true, open: open('worker'), roles: new Set(['worker']) });
  await world.engine({ rehearse: true, open: open('web'), roles: new Set(['web', 'scheduler']) });
  expect(warmed).toEqual(['worker']);
  await world.close();
});
