// One engine process of the bench: what src/main.ts does, with a bench machine, stopped by the process that started it.
import { readConfig } from '../../src/config.ts';
import { startEngine } from '../../src/engine.ts';
import { openLog } from '../../src/log.ts';
import type { Store } from '../../src/store/postgres.ts';
import { echoScript } from './echo.ts';
import { lessonScript } from './lesson.ts';
import type { EngineMessage } from './engine-processes.ts';

const [machine = 'echo', modelMs = '0'] = process.argv.slice(2);
const config = readConfig(process.env);
const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, whatsapp } = config;
if (!databaseUrl || !redisUrl || !whatsapp) throw new Error('DATABASE_URL, REDIS_URL and WHATSAPP_* must be set');

const engine = await startEngine({
  databaseUrl, redisUrl,
  databasePool: config.DATABASE_POOL, roles: config.ROLES, host: config.HOST, port: config.PORT,
  whatsapp: { ...whatsapp, apiUrl: () => config.WHATSAPP_API_URL },
  messagesPerDay: config.MESSAGES_PER_DAY, workerConcurrency: config.WORKER_CONCURRENCY, log: openLog(config.LOG_LEVEL), now: Date.now, rehearse: true,
  open: async (store: Store) => (machine === 'lesson' ? lessonScript(store) : echoScript(Number(modelMs))),
});

let stopping = false;
const stop = () => {
  if (stopping) return;
  stopping = true;
  engine.stop().then(() => process.exit(0), () => process.exit(1));
};
for (const reason of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(reason, stop);
process.send?.({ port: engine.port } satisfies EngineMessage);
