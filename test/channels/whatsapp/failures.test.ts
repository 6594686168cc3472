// Every refused send falls in one class, which says whether to try again, when, and who else must wait.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide, failureTable, TRIES } from '../../../src/channels/whatsapp/failures.ts';
import type { FailureAction, FailureFacts } from '../../../src/channels/whatsapp/failures.ts';

const facts: FailureFacts = { httpStatus: null, code: null, subcode: null, retryAfterMs: null, attempt: 0, random: 0, detail: 'd' };
const decided = (own: Partial<FailureFacts>) => decide({ ...facts, ...own });

// Meta's codes and what the product does about each, written down apart from the table under test.
const EXPECTED: [FailureAction, boolean, number[]][] = [
  ['window-closed', false, [131047]],
  ['mark-unreachable', false, [131026, 131021, 130472, 130403]],
  ['drop', false, [131049]],
  ['opted-out', false, [131050]],
  ['retry-slower-this-learner', false, [131056]],
  ['pause-all', false, [130429, 80007, 4, 133016]],
  ['pause-all', true, [131048]],
  ['retry-later', false, [1, 2, 131000, 131016, 131057, 133004]],
  ['drop', true, [131052, 131053, 100, 131008, 131009, 131051, 130501, 131062]],
  ['template-off', true, [132000, 132001, 132005, 132007, 132012, 132015, 132016, 132018, 132068, 132069, 131064]],
  ['stop-and-alert', true, [131031, 368, 131042, 131045, 133010, 137000, 190, 0, 10, 131005, 200, 230, 299]],
];

test.each(EXPECTED.flatMap(([action, alert, codes]) => codes.map((code) => [code, action, alert] as const)))('%i: %s (alert %s), at once or in a failed status', (code, action, alert) => {
  for (const httpStatus of [null, 400, 500]) expect(decided({ code, httpStatus })).toMatchObject({ code, httpStatus, action, alert });
});

test('no code is in two classes', () => {
  const codes = Object.values(failureTable).flatMap((rule) => [...rule.codes]);
  expect(new Set(codes).size).toBe(codes.length);
});

describe('without a known code', () => {
  test.each([
    [500, 'retry-later', false], [503, 'retry-later', false], [429, 'pause-all', false], [401, 'stop-and-alert', true],
    [403, 'stop-and-alert', true], [400, 'drop', true], [404, 'drop', true], [302, 'drop', true], [null, 'drop', true],
  ] as const)('HTTP %s: %s', (httpStatus, action, alert) => {
    for (const code of [null, 999_999, 300]) expect(decided({ httpStatus, code })).toMatchObject({ action, alert });
  });

  test('a phone number id that does not exist stops everything', () => {
    expect(decided({ httpStatus: 400, code: 100, subcode: 33 })).toMatchObject({ action: 'stop-and-alert', alert: true });
  });
});

describe('waiting', () => {
  const waits = (code: number, random = 0) => [0, 1, 2, 3, 4].map((attempt) => decided({ code, attempt, random }).retryAfterMs);

  test('for the pair limit is 4^attempt seconds exactly', () => {
    expect(waits(131056, 0.9)).toEqual([1000, 4000, 16_000, 64_000, 256_000]);
  });

  test('for transient faults and for the global limit doubles, spread by the random number over its upper half', () => {
    for (const code of [131000, 130429]) {
      expect(waits(code, 0)).toEqual([500, 1000, 2000, 4000, 8000]);
      expect(waits(code, 0.5)).toEqual([750, 1500, 3000, 6000, 12_000]);
    }
  });

  test('is never shorter than the response asks', () => {
    expect(decided({ httpStatus: 429, retryAfterMs: 30_000 }).retryAfterMs).toBe(30_000);
    expect(decided({ httpStatus: 429, attempt: 10, random: 0.99, retryAfterMs: 1000 }).retryAfterMs).toBeGreaterThan(50_000);
  });

  test('for a marketing cap is a day, without a retry', () => {
    expect(decided({ code: 131049 })).toMatchObject({ action: 'drop', retryAfterMs: 86_400_000 });
  });

  test('is bounded in tries and in time, and its end asks for attention', () => {
    for (const [code, name] of [[131000, 'transient'], [131056, 'pair-rate'], [130429, 'throughput'], [131048, 'spam']] as const) {
      const last = TRIES[name]! - 1;
      expect(decided({ code, attempt: last - 1 }).retryAfterMs).toBeGreaterThan(0);
      expect(decided({ code, attempt: last })).toMatchObject({ action: 'drop', alert: true, retryAfterMs: null });
    }
    fc.assert(fc.property(fc.nat(1000), fc.double({ min: 0, max: 0.999, noNaN: true }), fc.constantFrom(131000, 131056, 130429, 131048), (attempt, random, code) => {
      const wait = decided({ attempt, random, code }).retryAfterMs;
      if (wait !== null) expect(wait).toBeLessThanOrEqual(5_400_000);
    }));
  });
});

test('only actions that retry carry a wait, save the marketing cap', () => {
  for (const rule of Object.values(failureTable)) {
    for (const code of rule.codes) {
      const { action, retryAfterMs } = decided({ code });
      expect(retryAfterMs !== null).toBe(['retry-later', 'retry-slower-this-learner', 'pause-all'].includes(action) || code === 131049);
    }
  }
});
