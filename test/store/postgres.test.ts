// The pool: transactions are whole, broken connections are replaced, counters are numbers, and no error tells what was in a row.
import net, { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openLog } from '../../src/log.ts';
import { openStore } from '../../src/store/postgres.ts';
import { startProxy } from './proxy.ts';
import { openWorld, until, type World } from '../world.ts';

let world: World;
beforeAll(async () => { world = await openWorld('postgres'); });
beforeEach(() => world.empty());
afterAll(() => world.close());

const one = { name: 'one', text: 'select $1::bigint as n' };
const addUser = { name: 'add-user', text: 'insert into users (display_name) values ($1)' };

test('a bigint is a number', async () => {
  expect(await world.store.run(one, [7])).toEqual([{ n: 7 }]);
});

test('a transaction is written whole or not at all, and its error is the first one', async () => {
  await expect(world.store.transaction(async ({ run }) => {
    await run(addUser, ['Ana']);
    throw new Error('second thoughts');
  })).rejects.toThrow('second thoughts');
  expect(await world.rows('select 1 from users')).toEqual([]);
  await world.store.transaction(async ({ run }) => run(addUser, ['Ana']));
  expect(await world.rows('select 1 from users')).toHaveLength(1);
});

test('connections that the server ended are replaced', async () => {
  const store = openStore(world.corner.databaseUrl, 3);
  const all = () => Promise.all([1, 2, 3].map((n) => store.run(one, [n])));
  await all();
  await world.rows(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`);
  // Each of them tells of its end in its own time, and what is asked of it until then fails.
  await until('all of them work again', async () => all().then(() => true, () => false), 15);
  expect(await all()).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 3 }]]);
  await store.close();
});

test('a transaction whose connection breaks rejects, and its connection is not used again', async () => {
  const proxy = await startProxy(world.corner.databaseUrl);
  const store = openStore(proxy.url, 1);
  await expect(store.transaction(async ({ run }) => {
    await run(addUser, ['Ana']);
    await proxy.cut();
    await run(addUser, ['Ben']);
  })).rejects.toThrow();
  await proxy.mend();
  await until('it works again', async () => store.run(one, [1]).then(() => true, () => false), 5);
  expect(await world.rows('select 1 from users')).toEqual([]);
  await store.close();
  await proxy.close();
});

const backend = { name: 'backend', text: 'select pg_backend_pid() as pid' };

test('a connection that owes an answer for too long is given up, and another takes its place', async () => {
  const proxy = await startProxy(world.corner.databaseUrl);
  const store = openStore(proxy.url, 1, 100);
  const [first] = await store.run<{ pid: number }>(backend, []);
  proxy.freeze();
  await expect(store.run(backend, [])).rejects.toThrow();
  await proxy.mend();
  expect(await store.run(backend, [])).not.toEqual([first]);
  await store.close();
  await proxy.close();
});

test('one that went dead right after an error is given up, too, and not waited for by the next statement', async () => {
  const { hostname, port } = new URL(world.corner.databaseUrl);
  // The first connection falls silent after the first error it passes on.
  let connections = 0;
  const server = net.createServer((near) => {
    const far = net.connect(Number(port), hostname);
    const first = (connections += 1) === 1;
    let dead = false;
    near.on('error', () => {}).on('close', () => far.destroy()).on('data', (bytes) => void far.write(bytes));
    far.on('error', () => {}).on('close', () => near.destroy()).on('data', (bytes) => {
      if (dead) return;
      dead = first && bytes[0] === 'E'.charCodeAt(0);
      near.write(dead ? bytes.subarray(0, 1 + bytes.readUInt32BE(1)) : bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(world.corner.databaseUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const store = openStore(url.href, 1, 100);
  await expect(store.run({ name: 'wrong', text: 'select no_such_column' }, [])).rejects.toThrow('no_such_column');
  // It may have been replaced by now, if not it breaks: either way it comes to an end.
  await Promise.allSettled([store.run(backend, [])]);
  expect(await store.run(backend, [])).toHaveLength(1);
  await store.close();
  server.close();
});

test('a connection that owes nothing may be silent', async () => {
  const store = openStore(world.corner.databaseUrl, 1, 50);
  const [first] = await store.run<{ pid: number }>(backend, []);
  await until('it has been silent for long', async () => (await world.rows<{ long: boolean }>(`select clock_timestamp() - state_change > interval '150 milliseconds' as long from pg_stat_activity where pid = $1`, [first!.pid]))[0]?.long !== false, 5);
  expect(await store.run(backend, [])).toEqual([first]);
  await store.close();
});

test('the stack of an error leads to who asked', async () => {
  const error = await world.store.run({ name: 'wrong', text: 'select no_such_column' }, []).catch((caught: Error) => caught);
  expect((error as Error).stack).toContain('postgres.test.ts');
});

test('an error never carries what was in the row, whichever way the statement was run', async () => {
  const lines: string[] = [];
  const log = openLog('info', { write: (line: string) => void lines.push(line) });
  await world.rows(`insert into users (whatsapp_id, display_name) values ('34600111222', 'Ana Ñíguez')`);
  const faults = [
    () => world.store.knex('users').insert({ whatsapp_id: '34600111222', display_name: 'Ana Ñíguez', phone_number: '+34600111222' }),
    () => world.store.knex('users').insert({ display_name: 'Ana Ñíguez'.repeat(50) }),
    () => world.store.knex.raw(`insert into users (whatsapp_id, display_name) values (?, ?)`, ['34600111222', 'Ana Ñíguez']),
    () => world.store.run({ name: 'add-twice', text: 'insert into users (whatsapp_id, display_name) values ($1, $2)' }, ['34600111222', 'Ana Ñíguez']),
    () => world.store.knex('users').where({ display_name: 'Ana Ñíguez' }).select('no_such_column'),
  ];
  for (const fault of faults) {
    const error = await fault().then(() => null, (caught: unknown) => caught);
    expect(error).toBeInstanceOf(Error);
    log.error({ error }, 'a statement failed');
  }
  expect(lines).toHaveLength(faults.length);
  for (const private_ of ['Ana', 'Ñíguez', '34600111222']) expect(lines.join('\n')).not.toContain(private_);
});
