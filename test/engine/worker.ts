// An engine in a process of its own, for tests that kill it: reads its options from the environment and prints its port.
import { startEngine } from '../../src/engine.ts';
import { openLog } from '../../src/log.ts';
import { talker } from './talker.ts';

const options = JSON.parse(process.env['ENGINE']!) as { databaseUrl: string; redisUrl: string; roles: ('web' | 'worker' | 'scheduler')[]; port: number; graphUrl: string; appSecret: string; verifyToken: string; numberId: string; stuck: boolean };
const engine = await startEngine({
  databaseUrl: options.databaseUrl, databasePool: 5, redisUrl: options.redisUrl, roles: new Set(options.roles), host: '127.0.0.1', port: options.port,
  whatsapp: { appSecret: options.appSecret, verifyToken: options.verifyToken, accessToken: 'token', phoneNumberId: options.numberId, apiUrl: () => options.graphUrl },
  messagesPerDay: 100_000, workerConcurrency: 3, log: openLog('silent'), now: Date.now, open: async () => (options.stuck ? talker({ timeoutMs: 60_000, run: () => new Promise(() => {}) }) : talker()),
});
process.stdout.write(`${engine.port}\n`);
process.on('SIGTERM', () => void engine.stop().then(() => process.exit(0)));
// When the test's process dies, so does this one.
process.stdin.resume().on('end', () => process.exit(1));
