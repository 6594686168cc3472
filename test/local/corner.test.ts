// Corners keep tests apart.
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { corner } from '../corner.ts';

test('two corners share neither a table nor a key, and a closed one is gone', async () => {
  const [one, two] = await Promise.all([corner('one'), corner('two')]);
  const pg = new Client({ connectionString: one.databaseUrl });
  const other = new Client({ connectionString: two.databaseUrl });
  pg.on('error', () => {});
  await pg.connect();
  await other.connect();
  await pg.query('CREATE TABLE mine (id int)');
  expect((await other.query("SELECT to_regclass('mine') AS found")).rows).toEqual([{ found: null }]);
  await other.end();

  const [redis, otherRedis] = [new Redis(one.redisUrl), new Redis(two.redisUrl)];
  await redis.set('key', 'mine');
  expect(await otherRedis.get('key')).toBeNull();

  await one.close();
  expect(await redis.get('key')).toBeNull();
  await redis.quit();
  await otherRedis.quit();
  await two.close();
  await expect(new Client({ connectionString: one.databaseUrl }).connect()).rejects.toThrow(/does not exist/);
});

test('twenty corners asked for at once are all different', async () => {
  const corners = await Promise.all(Array.from({ length: 20 }, (_, i) => corner(`many-${i}`)));
  expect(new Set(corners.map((c) => c.databaseUrl)).size).toBe(20);
  expect(new Set(corners.map((c) => c.redisUrl)).size).toBe(20);
  await Promise.all(corners.map((c) => c.close()));
});
