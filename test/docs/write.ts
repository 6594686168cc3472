// `npm run docs`: writes the generated parts of README.md and the schema in migrations/schema.sql anew.
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import createKnex from 'knex';
import { knexConfig } from '../../knexfile.ts';
import { localServers } from '../../src/local/servers.ts';
import { dumpSchema } from '../migrations/schema-dump.ts';
import { withGenerated } from './generated.ts';

const root = path.resolve(import.meta.dirname, '../..');
const readme = path.join(root, 'README.md');
writeFileSync(readme, withGenerated(readFileSync(readme, 'utf8')));

const dir = path.join(root, '.charla', `docs-${process.pid}`);
const servers = await localServers({
  databaseUrl: process.env['DATABASE_URL'], redisUrl: 'redis://unused', dir, cache: path.join(root, '.charla', 'cache'), durable: false,
  log: (line) => process.stdout.write(`${line}\n`),
});
try {
  writeFileSync(path.join(root, 'migrations/schema.sql'), await schemaFrom(servers.databaseUrl));
} finally {
  await servers.stop();
  rmSync(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

// In a database of its own, which is gone afterwards: what is in the given one is somebody's.
async function schemaFrom(serverUrl: string): Promise<string> {
  const name = `charla_docs_${randomBytes(6).toString('hex')}`;
  const server = createKnex(knexConfig(serverUrl));
  try {
    await server.raw('create database ??', [name]);
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    const database = createKnex(knexConfig(url.href));
    try {
      await database.migrate.latest();
      return await dumpSchema(database);
    } finally {
      await database.destroy();
      await server.raw('drop database ?? with (force)', [name]);
    }
  } finally {
    await server.destroy();
  }
}
