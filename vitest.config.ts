// How the tests run: real processes, real servers (test/setup.ts), two files at a time.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Long enough for a machine that is busy with something else; no test measures time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default'],
    // XState says what is wrong with a machine only under this condition.
    execArgv: ['--conditions=development'],
  },
});
