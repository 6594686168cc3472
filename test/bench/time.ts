// `npm run bench:time`: a private PostgreSQL with a million learners, 20,000 of them due at once, several times over; what the sweep takes, and what others feel of it.
import { openGround } from './ground.ts';
import { measureSweep, type SweepBench } from './time-sweep.ts';

const asked = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
};
const bench: SweepBench = { learners: asked('learners', 1_000_000), due: asked('due', 20_000), rounds: asked('rounds', 5), otherPerSecond: asked('others', 100), quietSeconds: 4 };

const tell = (line: string) => process.stdout.write(`${line}\n`);
const ground = await openGround((line) => process.stderr.write(`${line}\n`));
let stopping: Promise<void> | undefined;
const stop = () => (stopping ??= ground.stop());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop().finally(() => process.exit(130)));
try {
  const { databaseUrl } = await ground.fresh();
  const got = await measureSweep(databaseUrl, bench);
  const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
  tell(`${bench.learners.toLocaleString('en')} learners made in ${Math.round(got.seedSeconds)} s, ${bench.due.toLocaleString('en')} due at once, ${bench.rounds} times`);
  tell(`who is due, found and sorted in ${ms(got.findMs)} at most (bar: 1 s)`);
  tell(`${got.sent.posted.toLocaleString('en')} letters by two schedulers in ${ms(got.sweepMs)}: ${Math.round(got.perSecond).toLocaleString('en')} learners/s (bar: 5,000)`);
  tell(`a message of somebody else is stored in, p50 / p99: before ${ms(got.before[0])} / ${ms(got.before[1])}, during ${ms(got.during[0])} / ${ms(got.during[1])} of ${got.duringCount}: × ${(got.during[1] / got.before[1]).toFixed(1)} (bar: p99 not doubled)`);
  if (got.sent.posted !== bench.due * bench.rounds) process.exitCode = 1;
} finally {
  await stop();
}
