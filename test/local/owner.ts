// A program for servers.test.ts to kill: starts both servers in the folder it is given, says which, and waits.
import { startPostgres } from '../../src/local/postgres.ts';
import { startRedis } from '../../src/local/redis.ts';

const [dir = '', cache = ''] = process.argv.slice(2);
const log = () => {};
const [postgres, redis] = await Promise.all([
  startPostgres({ dir: `${dir}/postgres`, log, durable: false }),
  startRedis({ dir: `${dir}/redis`, cache, log }),
]);
console.log(JSON.stringify([postgres.pid, redis.pid]));
