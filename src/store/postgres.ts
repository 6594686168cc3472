// The connection pool to PostgreSQL: knex for all, and named prepared statements for the hot path.
import type { Socket } from 'node:net';
import createKnex, { type Knex } from 'knex';
import pg from 'pg';
import { encodeTextArray, textArraysIn } from './text-array.ts';

/** A statement that is planned once per connection and then only run. */
export interface Statement {
  /** Unique; at most 63 characters. */
  name: string;
  text: string;
}

export interface Store {
  knex: Knex;
  /** Runs a prepared statement by itself; it is durable when the promise resolves. */
  run<Row>(statement: Statement, values: unknown[]): Promise<Row[]>;
  /** Runs `work` in one transaction on one connection; a rejection rolls it back. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface Transaction {
  run<Row>(statement: Statement, values: unknown[]): Promise<Row[]>;
}

type Query = { text: string } | (Statement & { values: unknown[] });
interface Connection {
  connection: { stream: Socket };
  /** Nothing is owed: PostgreSQL has said that it is ready for the next query. */
  readyForQuery: boolean;
  query(query: Query, values: undefined, done: (error: Error | null, result: { rows: unknown[] }) => void): void;
}
interface KnexPool {
  acquireConnection(): Promise<Connection>;
  releaseConnection(connection: Connection): Promise<void>;
}

const patience = { keepAlive: true, statement_timeout: 20_000 };
// The statements are written for one plan each; weighing a new one every time costs more than running them. A plan that is
// made while the tables are still empty reads them from end to end, and would go on doing so as they grow.
const planOnce = { options: '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off' };

// Counters and sequence numbers stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * Opens a pool of at most `max` connections; nothing is connected before the first statement.
 * @param silenceMs a connection that owes an answer for so long is given up, ms
 */
export function openStore(databaseUrl: string, max = 10, silenceMs = 30_000): Store {
  const afterCreate = (connection: Connection, done: (error: null, connection: Connection) => void) => {
    hangUpOnSilence(connection, silenceMs);
    done(null, connection);
  };
  const knex = createKnex({ client: 'pg', connection: { connectionString: databaseUrl, application_name: 'charla', ...patience, ...planOnce }, pool: { min: 0, max, afterCreate }, acquireConnectionTimeout: 15_000, compileSqlOnError: false });
  const pool = knex.client as KnexPool;
  // knex marks a connection that broke and throws it away at the next acquire.
  const on = async <T>(work: (connection: Connection) => Promise<T>): Promise<T> => {
    const connection = await pool.acquireConnection();
    try {
      return await work(connection);
    } finally {
      await pool.releaseConnection(connection);
    }
  };
  const runOn = async <Row>(connection: Connection, statement: Statement, values: unknown[]): Promise<Row[]> =>
    (await ask(connection, { ...statement, values: encoded(statement, values) })) as Row[];
  return {
    knex,
    run: (statement, values) => on((connection) => runOn(connection, statement, values)),
    transaction: (work) =>
      on(async (connection) => {
        await ask(connection, { text: 'begin' });
        try {
          const result = await work({ run: (statement, values) => runOn(connection, statement, values) });
          await ask(connection, { text: 'commit' });
          return result;
        } catch (error) {
          // A broken connection has rolled back by itself; the first error is the one to tell.
          await ask(connection, { text: 'rollback' }).catch(() => {});
          throw error;
        }
      }),
    close: () => knex.destroy(),
  };
}

// A connection that went dead without a word must not hold up a shard for ever, nor one that died between an error and the
// word that it is ready again, though no query is under way then. Of idle ones the pool takes care.
function hangUpOnSilence(client: Connection, silenceMs: number): void {
  const { stream } = client.connection;
  stream.setTimeout(silenceMs, () => { if (!client.readyForQuery) stream.destroy(); });
}

// By callback and without pg's own timer a query: with either, what was read outlives the nursery until the heap is collected
// as a whole (measured: 35 of 100 bytes are moved by scavenges, instead of one), and each scavenge holds the process up.
function ask(connection: Connection, query: Query): Promise<unknown[]> {
  return new Promise<unknown[]>((resolve, reject) => {
    connection.query(query, undefined, (error, result) => (error ? reject(error) : resolve(result.rows)));
  }).catch((error: Error) => {
    // Its stack led to the socket; this one leads to who asked.
    Error.captureStackTrace(error);
    throw error;
  });
}

const textArrays = new WeakMap<Statement, readonly number[]>();

function encoded(statement: Statement, values: unknown[]): unknown[] {
  let places = textArrays.get(statement);
  if (!places) textArrays.set(statement, (places = textArraysIn(statement.text)));
  if (places.length === 0) return values;
  const sent = [...values];
  for (const place of places) if (Array.isArray(sent[place])) sent[place] = encodeTextArray(sent[place] as (string | null)[]);
  return sent;
}
