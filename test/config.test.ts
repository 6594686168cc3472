// The environment: every fault is named at once, defaults are good, and nothing secret is repeated.
import { expect, test } from 'vitest';
import { ConfigFaults, readConfig, variables } from '../src/config.ts';

const faultsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigFaults) return error.faults;
    throw error;
  }
  return [];
};
const whatsapp = { WHATSAPP_ACCESS_TOKEN: 'a', WHATSAPP_APP_SECRET: 'b', WHATSAPP_VERIFY_TOKEN: 'c', WHATSAPP_PHONE_NUMBER_ID: '123' };

test('nothing set is a good configuration, with the simulator', () => {
  const config = readConfig({});
  expect(config).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', DATABASE_POOL: 10, whatsapp: null, LOG_LEVEL: 'info' });
  expect(config.ROLES).toEqual(new Set(['web', 'worker', 'scheduler']));
  expect(config.DATABASE_URL).toBeUndefined();
});

test('an empty variable counts as missing', () => {
  expect(readConfig(Object.fromEntries(Object.keys(variables).map((name) => [name, ''])))).toMatchObject({ PORT: 3000, whatsapp: null });
});

test('all faults are told at once, each by its variable', () => {
  const wrong = {
    PORT: '99999', ROLES: 'web,cook', DATABASE_URL: 'mysql://x', DATABASE_POOL: '0', REDIS_URL: 'localhost:6379', WHATSAPP_PHONE_NUMBER_ID: 'abc', WHATSAPP_API_URL: 'ftp://x',
    MESSAGES_PER_DAY: 'many', WORKER_CONCURRENCY: '1.5', LOG_LEVEL: 'loud',
  };
  const faults = faultsOf(wrong);
  for (const name of Object.keys(wrong)) expect(faults.some((fault) => fault.startsWith(`${name} `)), name).toBe(true);
  for (const name of ['WHATSAPP_ACCESS_TOKEN', 'WHATSAPP_APP_SECRET', 'WHATSAPP_VERIFY_TOKEN']) expect(faults.some((fault) => fault.startsWith(`${name} is missing`)), name).toBe(true);
  expect(() => readConfig(wrong)).toThrow(new RegExp(`${faults.length} faults`));
});

test('WhatsApp is set up whole or not at all', () => {
  expect(readConfig(whatsapp).whatsapp).toEqual({ accessToken: 'a', appSecret: 'b', verifyToken: 'c', phoneNumberId: '123' });
  for (const name of Object.keys(whatsapp)) {
    const { [name as keyof typeof whatsapp]: _left, ...rest } = whatsapp;
    expect(faultsOf(rest)).toEqual([expect.stringMatching(new RegExp(`^${name} is missing`))]);
  }
});

test('roles may be some, in any order, with spaces, and not none', () => {
  expect(readConfig({ ROLES: ' worker , web ' }).ROLES).toEqual(new Set(['web', 'worker']));
  expect(faultsOf({ ROLES: ',' })).toHaveLength(1);
});

test('no fault repeats what was set: it may be a secret', () => {
  const secret = 'hunter2-very-secret';
  const faults = faultsOf(Object.fromEntries(Object.keys(variables).map((name) => [name, secret])));
  expect(faults.length).toBeGreaterThan(5);
  expect(faults.join('\n')).not.toContain('hunter2');
});

test('every variable says what it is for', () => {
  for (const [name, { help }] of Object.entries(variables)) expect(help, name).toMatch(/^[A-Z].{10,}/);
});
