// Starts everything in order; the process's table of contents.
import path from 'node:path';
import { ConfigFaults, readConfig } from './config.ts';
import { openConversation } from './conversation/script.ts';
import { startEngine } from './engine.ts';
import { seedCurriculum } from './exercises/curriculum/seed.ts';
import { approveTemplates } from './learners/templates.ts';
import { localServers } from './local/servers.ts';
import { openLog } from './log.ts';
import { mountSimulator } from './simulator/mount.ts';
import { migrate } from './store/migrate.ts';
import { openStore } from './store/postgres.ts';

const projectDir = path.resolve(import.meta.dirname, '..');

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = openLog(config.LOG_LEVEL);
  const tell = (line: string) => process.stderr.write(`${line}\n`);

  const servers = await localServers({ databaseUrl: config.DATABASE_URL, redisUrl: config.REDIS_URL, dir: path.join(projectDir, '.charla'), log: tell });
  let stop = () => servers.stop();
  try {
    const store = openStore(servers.databaseUrl, 2);
    await migrate(store.knex);
    await seedCurriculum(store.knex);
    const simulator = config.whatsapp ? null : mountSimulator(path.join(projectDir, '.charla', 'simulator.json'));
    if (simulator) await approveTemplates(store);
    await store.close();

    const engine = await startEngine({
      ...servers,
      databasePool: config.DATABASE_POOL, roles: config.ROLES, host: config.HOST, port: config.PORT,
      whatsapp: simulator?.whatsapp ?? { ...config.whatsapp!, apiUrl: () => config.WHATSAPP_API_URL },
      messagesPerDay: config.MESSAGES_PER_DAY, workerConcurrency: config.WORKER_CONCURRENCY, log, now: simulator?.now ?? Date.now, rehearse: true,
      jobs: { retentionDays: config.RETENTION_DAYS, remindersPerSecond: config.REMINDERS_PER_SECOND, templateReach: config.TEMPLATE_REACH },
      open: async (own, broken) => openConversation(own, config.HUMAN_CONTACT, Math.random, simulator?.now ?? Date.now, broken),
      ...(simulator && { pages: simulator.pages }),
    });
    stop = async () => {
      await engine.stop();
      await servers.stop();
    };
    if (config.ROLES.has('web')) tell(simulator ? `\nCharla is up. A phone to write from: http://localhost:${engine.port}/simulator\n` : `\nCharla is up on port ${engine.port}; WhatsApp's webhook is /webhooks/whatsapp\n`);
  } catch (error) {
    await stop();
    throw error;
  }

  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      tell('Finishing the turns in hand …');
      stop().then(() => process.exit(0), (error: unknown) => {
        log.error({ error }, 'stop');
        process.exit(1);
      });
    });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigFaults ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
