// A few learners for a few days: they are onboarded, finish lessons, and nothing that must hold is broken.
import { expect, onTestFinished, test } from 'vitest';
import { furnish } from '../bench/ground.ts';
import { corner } from '../corner.ts';
import { chanceOf } from './chance.ts';
import { findings } from './findings.ts';
import { readQuestions } from './questions.ts';
import { run } from './run.ts';
import { openTown } from './town.ts';

test('six learners live through three days without a broken promise', { timeout: 240_000 }, async () => {
  const own = await corner('simulate');
  await furnish(own.databaseUrl);
  const slotMinutes = 240;
  const town = await openTown(own, Date.UTC(2027, 2, 8), slotMinutes * 60_000, chanceOf(1, 'engine'));
  onTestFinished(async () => {
    await town.close();
    await own.close();
  });
  const learners = await run(town, { seed: 1, learners: 6, start: Date.UTC(2027, 2, 8), days: 3, slotMinutes }, readQuestions(), () => {});
  const found = await findings(town, learners);
  expect(found.filter(({ mustHold, count }) => mustHold && count > 0)).toEqual([]);
  expect(learners.filter(({ diary }) => diary.onboardedAt !== null)).toHaveLength(6);
  expect(learners.flatMap(({ diary }) => diary.lessons).filter(({ finishedAt }) => finishedAt !== null).length).toBeGreaterThanOrEqual(6);
});
