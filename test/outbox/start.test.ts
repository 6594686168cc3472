// One job behind a machine's `invoke`: its answer, its tries, its time limit.
import { expect, test } from 'vitest';
import { start, type Actor } from '../../src/outbox/start.ts';
import type { OutboxRow } from '../../src/mailbox/commit.ts';

const userId = '5f0e0000-0000-4000-8000-000000000000';
const row = (attempts = 1): OutboxRow => ({
  userId, seq: 7, i: 0, kind: 'start', attempts, windowUntil: null, body: JSON.stringify({ kind: 'start', id: 'judge', gen: 7001, src: 'judge', input: { q: 1 }, context: { name: 'Ana' } }),
});
const run = (actor: Partial<Actor>, attempts?: number) => start(row(attempts), { judge: { attempts: 3, timeoutMs: 1_000, slow: false, run: async () => null, ...actor } });

test('a job is given its input and what the machine remembered, and its output is a letter that a second run does not change', async () => {
  const seen: unknown[] = [];
  const answer = await run({ run: async (job) => (seen.push(job), { right: true }) });
  expect(seen).toEqual([{ userId, input: { q: 1 }, context: { name: 'Ana' } }]);
  expect(answer).toEqual({ letter: { userId, lane: 1, key: 'job:7001:judge', mail: { kind: 'done', id: 'judge', gen: 7001, output: { right: true } } } });
  expect(await run({ run: async () => 'other' })).toMatchObject({ letter: { key: 'job:7001:judge' } });
});

test('a failure is tried again later, longer each time, until the tries are used up; then the machine hears it', async () => {
  const broken = { run: () => Promise.reject(new Error('down')) };
  const waits = [];
  for (const attempts of [1, 2]) {
    const answer = await run(broken, attempts);
    waits.push('againInMs' in answer ? answer.againInMs : null);
  }
  expect(waits).toEqual([500, 1_000]);
  expect(await run(broken, 3)).toMatchObject({ letter: { mail: { kind: 'failed', error: 'down' } } });
  // More tries than allowed, after a takeover: still told, not tried for ever.
  expect(await run(broken, 9)).toMatchObject({ letter: { mail: { kind: 'failed' } } });
});

test('a job that throws instead of rejecting, or throws no error, is a failure like others', async () => {
  expect(await run({ run: () => { throw new Error('at once'); } }, 3)).toMatchObject({ letter: { mail: { error: 'at once' } } });
  expect(await run({ run: () => Promise.reject('a word') as Promise<never> }, 3)).toMatchObject({ letter: { mail: { error: 'a word' } } });
});

test('a job that ignores its signal is given up at its time limit', async () => {
  const answer = await run({ timeoutMs: 20, attempts: 1, run: () => new Promise(() => {}) });
  expect(answer).toMatchObject({ letter: { mail: { kind: 'failed', error: expect.stringMatching(/timeout|abort/i) } } });
});

test('a job nobody wrote is a failure at once', async () => {
  expect(await start(row(), {})).toMatchObject({ letter: { mail: { kind: 'failed', error: 'no actor named judge' } } });
});
