// The virtual clock: PostgreSQL's now() and the engine's agree, in statements and in defaults, and neither goes back.
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/postgres.ts';
import { corner } from '../corner.ts';
import { installClock, openClock } from './clock.ts';

test('PostgreSQL tells the virtual time in statements, in defaults and after a jump, and an earlier time changes nothing', async () => {
  const own = await corner('clock');
  const before = openStore(own.databaseUrl, 1);
  await installClock(before);
  await before.close();
  const store = openStore(own.databaseUrl, 2);
  onTestFinished(async () => {
    await store.close();
    await own.close();
  });
  const start = Date.UTC(2031, 4, 1);
  const clock = await openClock(store, start);
  const apart = async (at: Date) => Math.abs(at.getTime() - clock.now());
  const told = async () => (await store.knex.raw<{ rows: { at: Date }[] }>('select now() as at')).rows[0]!.at;
  expect(await apart(await told())).toBeLessThan(5_000);

  await clock.jumpTo(start + 3 * 86_400_000);
  expect(clock.now()).toBeGreaterThanOrEqual(start + 3 * 86_400_000);
  expect(await apart(await told())).toBeLessThan(5_000);
  const [user] = (await store.knex.raw<{ rows: { created_at: Date }[] }>(`insert into users (whatsapp_id) values ('1') returning created_at`)).rows;
  expect(await apart(user!.created_at)).toBeLessThan(5_000);

  await clock.jumpTo(start);
  expect(clock.now()).toBeGreaterThanOrEqual(start + 3 * 86_400_000);
});
