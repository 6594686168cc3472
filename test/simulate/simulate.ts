// `npm run simulate`: simulated learners write to the real engine for some days of virtual time, and what happened is printed.
import { openGround } from '../bench/ground.ts';
import { chanceOf } from './chance.ts';
import { findings } from './findings.ts';
import { helpText, readOptions, type SimulateOptions } from './options.ts';
import { readQuestions } from './questions.ts';
import { shown, summary } from './report.ts';
import { run } from './run.ts';
import { openTown } from './town.ts';

/** Some days before the clocks change in America, some weeks before they do in Europe. */
const start = Date.UTC(2027, 2, 8);

async function simulate(options: SimulateOptions): Promise<number> {
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  const begun = performance.now();
  const ground = await openGround(tell, false);
  try {
    const town = await openTown(await ground.fresh(), start, options.slotMinutes * 60_000, chanceOf(options.seed, 'engine'));
    try {
      const learners = await run(town, { ...options, start }, readQuestions(), tell);
      const found = await findings(town, learners);
      const told = summary(learners, { ...options, end: start + options.days * 86_400_000, seconds: (performance.now() - begun) / 1000 });
      process.stdout.write(options.json ? `${JSON.stringify({ ...told, findings: found })}\n` : shown(told, found));
      return found.some(({ mustHold, count }) => mustHold && count > 0) ? 1 : 0;
    } finally {
      await town.close();
    }
  } finally {
    await ground.stop();
  }
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (!options.help) return simulate(options);
  process.stdout.write(`${helpText()}\n`);
  return 0;
}

main().then((code) => process.exit(code), (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
